"""A node on the canvas: one item that paints its card, pins and badges itself."""

from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.graph.card import CARD_WIDTH, Card
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.geometry import CARD_MARGIN, LABEL_MARGIN
from designer.gui.canvas.looks import PLAIN, Look, Revision
from designer.gui.canvas.painting import paint_card
from designer.gui.canvas.pin_painting import paint_pin_labels
from designer.gui.canvas.stamps import Shape, shape_of
from designer.gui.reporting import reports_errors
from designer.gui.theme.theme import Theme

_AWAKE_HEIGHT = 5.0


class NodeItem(QGraphicsItem):
    """Show one card; what it looks like is set from outside."""

    def __init__(self, card: Card, theme: Theme, revision: Revision) -> None:
        super().__init__()
        self.card = card
        self.look: Look = PLAIN
        self.theme = theme
        self._revision = revision
        self._shape: Shape | None = None
        self._bounds = _bounds(card.height, CARD_MARGIN)

    def set_card(self, card: Card) -> None:
        """Show another card in the place of this one."""
        if card != self.card:
            self.prepareGeometryChange()
            self.card = card
            self._shape = None
            self._bounds = _bounds(card.height, _side(self.look))
            self._revision.step()
            self.update()

    def set_look(self, look: Look) -> None:
        """Show another state."""
        if look == self.look:
            return
        if (look.hovered, look.lit) != (self.look.hovered, self.look.lit):
            self.prepareGeometryChange()
            self._bounds = _bounds(self.card.height, _side(look))
            self.setZValue(_AWAKE_HEIGHT if look.hovered else 0.0)
        if (look.selected, look.marks) != (self.look.selected, self.look.marks):
            self._revision.step()
        self.look = look
        self._shape = None
        self.update()

    def body(self) -> QRectF:
        """Return the card's rectangle in the scene."""
        return QRectF(self.x(), self.y(), CARD_WIDTH, self.card.height)

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = painter.worldTransform().m11()
        if self._shape is None:
            self._shape = shape_of(self.card, self.look)
        paint_card(painter, self.card, self.look, self._shape, self.theme, scale)
        if (self.look.hovered or self.look.lit) and detail_at(scale) is Detail.FULL:
            paint_pin_labels(painter, self.card, self.look, self.theme)


def _side(look: Look) -> float:
    return LABEL_MARGIN if look.hovered or look.lit else CARD_MARGIN


@lru_cache(maxsize=256)
def _bounds(height: float, side: float) -> QRectF:
    return QRectF(-side, -CARD_MARGIN, CARD_WIDTH + 2 * side, height + 2 * CARD_MARGIN)
