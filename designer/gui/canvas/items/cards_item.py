"""The layer of the cards."""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Point
from designer.graph.card import Card
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.far_boxes import FarBoxes
from designer.gui.canvas.items.layer_item import LayerItem
from designer.gui.reporting import reports_errors
from designer.gui.theme.theme import Theme

_NOWHERE = QRectF()


class CardsItem(LayerItem[DrawnCard]):
    """Paint the cards."""

    def __init__(self, theme: Theme, repaint: Callable[[QRectF], object]) -> None:
        super().__init__(0.0, theme, repaint)
        self._numbers = count()
        self._boxes = FarBoxes()

    def make(self, card: Card, at: Point) -> DrawnCard:
        """Show a card somewhere, above those that were made before."""
        made = DrawnCard(card, at, next(self._numbers), self.follow)
        self.follow(made, _NOWHERE)
        return made

    @override
    def take(self, thing: DrawnCard) -> None:
        super().take(thing)
        self._boxes.forget(thing)

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        world = painter.worldTransform()
        if detail_at(world.m11()) is Detail.BOX:
            self.paint_far(painter)
            return
        back = world.inverted()[0]
        for card in self.within(*(back.mapRect(QRectF(rect)) for rect in self.exposed_rects(painter))):
            painter.translate(card.at.x, card.at.y)
            card.paint(painter, self.theme)
            painter.setTransform(world)

    def paint_far(self, painter: QPainter) -> None:
        """Paint all cards as plain boxes."""
        self._boxes.follow(self.changed)
        self.changed.clear()
        self._boxes.paint(painter, self.theme)
