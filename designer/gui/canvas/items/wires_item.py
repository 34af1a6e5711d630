"""The layer of the wires."""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Edge
from designer.graph.course import Course
from designer.gui.canvas.items.layer_item import LayerItem
from designer.gui.canvas.wire import Wire
from designer.gui.canvas.wire_painting import paint_wire
from designer.gui.reporting import reports_errors
from designer.gui.theme.theme import Theme

_BELOW_CARDS = -10.0


class WiresItem(LayerItem[Wire]):
    """Paint the wires."""

    def __init__(self, theme: Theme, repaint: Callable[[QRectF], object]) -> None:
        super().__init__(_BELOW_CARDS, theme, repaint)
        self._numbers = count()

    def make(self, edge: Edge, *, implied: bool) -> Wire:
        """Return a wire for an edge, which is nowhere until it is laid."""
        return Wire(edge, next(self._numbers), self.repaint, implied=implied)

    def lay(self, wire: Wire, course: Course) -> None:
        """Let a wire take a way."""
        if course != wire.course:
            wire.follow(course)
            self.put(wire)

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        world = painter.worldTransform()
        back = world.inverted()[0]
        for rect in self.exposed_rects():  # one after the other: Qt clips twice as fast by a rectangle as by a region
            painter.resetTransform()
            painter.setClipRect(rect)
            painter.setTransform(world)
            for wire in self.within(back.mapRect(QRectF(rect))):
                paint_wire(painter, wire, self.theme, world.m11())
        painter.setClipping(False)
