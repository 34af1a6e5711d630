"""The layer of the cards."""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Point
from designer.graph.card import Card
from designer.gui.canvas.area_index import AreaIndex
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.items.layer_item import LayerItem
from designer.gui.canvas.looks import Revision
from designer.gui.reporting import reports_errors
from designer.gui.theme.theme import Theme


class CardsItem(LayerItem):
    """Know where the cards are, and paint them. `repaint` is given the parts of the scene that look different."""

    def __init__(self, theme: Theme, revision: Revision, repaint: Callable[[QRectF], object]) -> None:
        super().__init__(height=0.0)
        self.theme = theme
        self._revision = revision
        self._repaint = repaint
        self._index: AreaIndex[DrawnCard] = AreaIndex()
        self._numbers = count()

    def make(self, card: Card, at: Point) -> DrawnCard:
        """Show a card somewhere, above those that were made before."""
        made = DrawnCard(card, at, next(self._numbers), self._revision, self._follow)
        self._place(made)
        return made

    def take(self, card: DrawnCard) -> None:
        """Show a card no more."""
        self._index.take(card)
        self._repaint(card.bounds)
        if not self._index:
            self._index.clear()
            self.reach_nothing()

    def within(self, area: QRectF) -> list[DrawnCard]:
        """Return the cards that are seen and may reach into a part of the scene, from the lowest to the topmost."""
        return sorted((card for card in self._index.within(area) if not card.hidden), key=_rank)

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        world = painter.worldTransform()
        back = world.inverted()[0]
        exposed = {card for rect in self.exposed_rects() for card in self.within(back.mapRect(QRectF(rect)))}
        for card in sorted(exposed, key=_rank):
            painter.translate(card.at.x, card.at.y)
            card.paint(painter, self.theme)
            painter.setTransform(world)

    def _follow(self, card: DrawnCard, before: QRectF) -> None:
        self._repaint(before)
        if card.bounds is not before:
            self._place(card)

    def _place(self, card: DrawnCard) -> None:
        self._index.put(card)
        self.reach(card.bounds)
        self._repaint(card.bounds)


def _rank(card: DrawnCard) -> tuple[bool, bool, int]:
    return card.rank
