"""Starters as cards with a picture, a title and a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from designer.catalog.kind import Kind
from designer.document.model import Document
from designer.gui.language.words import tr
from designer.gui.panels.thumbnail import thumbnail
from designer.gui.panels.words import muted_label
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.metrics import GAP_LARGE, TEXT
from designer.gui.theme.theme import Theme

PICTURE = QSize(236, 124)
_MOST_COLUMNS = 3
_CARD = """
QToolButton { padding: 0; border: 1px solid palette(mid); }
QToolButton:hover { border-color: palette(placeholder-text); }
QToolButton:focus { border-color: palette(highlight); }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterCard:
    """A starter as it is offered."""

    id: str
    title: str
    summary: str
    document: Document


class StarterCards(QWidget):
    """Offer starters."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._to_draw: list[tuple[StarterCard, Mapping[str, Kind], Theme]] = []
        self._drawing = QTimer(self, interval=0)
        self._drawing.timeout.connect(self._draw_next)
        self._columns = _MOST_COLUMNS
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_LARGE)

    def show_starters(self, cards: tuple[StarterCard, ...], kinds: Mapping[str, Kind], theme: Theme) -> None:
        """Show these starters and no others."""
        while self._grid.count():
            taken = self._grid.takeAt(0)
            widget = taken.widget() if taken else None
            if widget is not None:
                widget.deleteLater()
        self.buttons.clear()
        for place, card in enumerate(cards):
            self._grid.addWidget(self._card(card, theme), place // self._columns, place % self._columns)
        self._to_draw = [(card, kinds, theme) for card in cards]
        self._drawing.start()

    def fit(self, width: int) -> None:
        """Stand in as many columns as a width has room for."""
        columns = max(1, min(_MOST_COLUMNS, (width + GAP_LARGE) // (PICTURE.width() + 2 + GAP_LARGE)))
        if columns != self._columns:
            self._columns = columns
            items = [item for _ in range(self._grid.count()) if (item := self._grid.takeAt(0)) is not None]
            for place, item in enumerate(items):
                self._grid.addItem(item, place // columns, place % columns)

    @property
    def is_drawing(self) -> bool:
        """Say whether pictures are still to come: they are drawn one at a time, so that nothing waits for them."""
        return bool(self._to_draw)

    def _draw_next(self) -> None:
        if not self._to_draw:
            self._drawing.stop()
            return
        card, kinds, theme = self._to_draw.pop(0)
        self.buttons[card.id].setIcon(QIcon(thumbnail(card.document, kinds, theme, PICTURE)))

    def _card(self, card: StarterCard, theme: Theme) -> QWidget:
        button = QToolButton()
        button.setIconSize(PICTURE)
        button.setFixedSize(PICTURE + QSize(2, 2))
        button.setStyleSheet(_CARD)
        button.setAccessibleName(tr(card.title))
        button.setToolTip(tr(card.summary))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(card.id))
        self.buttons[card.id] = button
        title = QLabel(tr(card.title))
        title.setFont(ui_font(TEXT, strong=True))
        summary = muted_label(tr(card.summary), theme)
        summary.setFixedWidth(PICTURE.width())
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(button)
        rows.addWidget(title)
        rows.addWidget(summary)
        rows.addStretch(1)
        return box
