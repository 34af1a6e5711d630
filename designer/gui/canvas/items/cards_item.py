"""The layer of the cards."""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Point
from designer.graph.card import Card
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.items.layer_item import LayerItem
from designer.gui.canvas.looks import Revision
from designer.gui.reporting import reports_errors
from designer.gui.theme.theme import Theme


class CardsItem(LayerItem[DrawnCard]):
    """Paint the cards."""

    def __init__(self, theme: Theme, revision: Revision, repaint: Callable[[QRectF], object]) -> None:
        super().__init__(0.0, theme, repaint)
        self._revision = revision
        self._numbers = count()

    def make(self, card: Card, at: Point) -> DrawnCard:
        """Show a card somewhere, above those that were made before."""
        made = DrawnCard(card, at, next(self._numbers), self._revision, self._follow)
        self.put(made)
        return made

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        world = painter.worldTransform()
        back = world.inverted()[0]
        for card in self.within(*(back.mapRect(QRectF(rect)) for rect in self.exposed_rects())):
            painter.translate(card.at.x, card.at.y)
            card.paint(painter, self.theme)
            painter.setTransform(world)

    def _follow(self, card: DrawnCard, before: QRectF) -> None:
        self.repaint(before)
        if card.bounds is not before:
            self.put(card)
