"""Choose a starter to begin with."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from designer.catalog.kind import Kind
from designer.gui.panels.starter_cards import StarterCard, StarterCards
from designer.gui.panels.words import title_label
from designer.gui.theme.metrics import GAP_LARGE
from designer.gui.theme.theme import Theme


class StartersDialog(QDialog):
    """Offer starters with their pictures."""

    chosen = Signal(str)

    def __init__(
        self, cards: tuple[StarterCard, ...], kinds: Mapping[str, Kind], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New from a starter"))
        self.cards = StarterCards()
        self.cards.show_starters(cards, kinds, theme)
        self.cards.chosen.connect(self._take)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        rows.addWidget(title_label(self.tr("What do you want to begin with?")))
        rows.addWidget(self.cards)

    def _take(self, starter_id: str) -> None:
        self.accept()
        self.chosen.emit(starter_id)
