"""What stands in the middle before there is a pipeline: starters, recent files, open."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from designer.catalog.kind import Kind
from designer.gui.panels.starter_cards import StarterCard, StarterCards
from designer.gui.panels.words import heading, muted_label
from designer.gui.reporting import reports_errors
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.metrics import GAP, GAP_LARGE
from designer.gui.theme.theme import Theme

_TITLE = 24
_MOST_RECENT = 5
_LEFT = 3 * GAP_LARGE


class WelcomePanel(QScrollArea):
    """Offer ways to begin."""

    starter_chosen = Signal(str)
    file_chosen = Signal(object)
    """A `Path` of the recent files."""
    open_wanted = Signal()
    blank_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = StarterCards()
        self.cards.chosen.connect(self.starter_chosen)
        self.blank = QPushButton(self.tr("Blank pipeline"))
        self.blank.clicked.connect(self.blank_wanted)
        self.open = QPushButton(self.tr("Open…"))
        self.open.clicked.connect(self.open_wanted)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(self._page(theme))
        self.setFocusProxy(self.blank)

    def show_starters(self, cards: tuple[StarterCard, ...], kinds: Mapping[str, Kind], theme: Theme) -> None:
        """Show these starters."""
        self.cards.show_starters(cards, kinds, theme)

    def show_recent(self, paths: tuple[Path, ...], theme: Theme) -> None:
        """Show these files."""
        while self._recent.count():
            taken = self._recent.takeAt(0)
            widget = taken.widget() if taken else None
            if widget is not None:
                widget.deleteLater()
        if paths:
            self._recent.addWidget(heading(self.tr("Recent files"), theme))
        for path in paths[:_MOST_RECENT]:
            self._recent.addWidget(self._recent_button(path), alignment=Qt.AlignmentFlag.AlignLeft)

    @override
    @reports_errors
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cards.fit(self.viewport().width() - _LEFT - GAP_LARGE)

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(f"{path.name}   {path.parent}")
        button.setFlat(True)
        button.setToolTip(str(path))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.file_chosen.emit(path))
        return button

    def _page(self, theme: Theme) -> QWidget:
        title = QLabel(self.tr("Draw a pipeline"))
        title.setFont(ui_font(_TITLE, strong=True))
        hint = self.tr("Drag a node from the left, begin with a starter, or open a file.")
        buttons = QHBoxLayout()
        buttons.addWidget(self.blank)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(_LEFT, 2 * GAP_LARGE, GAP_LARGE, GAP_LARGE)
        rows.setSpacing(GAP)
        rows.addWidget(title)
        rows.addWidget(muted_label(hint, theme))
        rows.addSpacing(GAP)
        rows.addLayout(buttons)
        rows.addSpacing(GAP_LARGE)
        rows.addWidget(heading(self.tr("Starters"), theme))
        rows.addWidget(self.cards, alignment=Qt.AlignmentFlag.AlignLeft)
        rows.addSpacing(GAP_LARGE)
        rows.addLayout(self._recent)
        rows.addStretch(1)
        return inner
