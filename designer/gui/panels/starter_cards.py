"""Starters as cards with a picture, a title and a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from designer.catalog.kind import Kind
from designer.document.model import Document
from designer.gui.panels.thumbnail import thumbnail
from designer.gui.panels.words import muted_label
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.metrics import GAP_LARGE, TEXT
from designer.gui.theme.theme import Theme

PICTURE = QSize(236, 124)
_COLUMNS = 3


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
            self._grid.addWidget(self._card(card, kinds, theme), place // _COLUMNS, place % _COLUMNS)

    def _card(self, card: StarterCard, kinds: Mapping[str, Kind], theme: Theme) -> QWidget:
        button = QToolButton()
        button.setIcon(QIcon(thumbnail(card.document, kinds, theme, PICTURE)))
        button.setIconSize(PICTURE)
        button.setStyleSheet("QToolButton { padding: 0; border: 1px solid palette(mid); }")
        button.setAccessibleName(card.title)
        button.setToolTip(card.summary)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(card.id))
        self.buttons[card.id] = button
        title = QLabel(card.title)
        title.setFont(ui_font(TEXT, strong=True))
        summary = muted_label(card.summary, theme)
        summary.setFixedWidth(PICTURE.width())
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(button)
        rows.addWidget(title)
        rows.addWidget(summary)
        rows.addStretch(1)
        return box
