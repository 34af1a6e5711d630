"""The layer of the wires."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Edge
from designer.graph.course import Course
from designer.gui.canvas.area_index import AreaIndex
from designer.gui.canvas.items.layer_item import LayerItem
from designer.gui.canvas.wire import Wire
from designer.gui.canvas.wire_painting import paint_wires
from designer.gui.reporting import reports_errors
from designer.gui.theme.theme import Theme

_BELOW_CARDS = -10.0


class WiresItem(LayerItem):
    """Know where the wires are, and paint them. `repaint` is given the parts of the scene that look different."""

    def __init__(self, theme: Theme, repaint: Callable[[QRectF], object]) -> None:
        super().__init__(_BELOW_CARDS)
        self.theme = theme
        self._repaint = repaint
        self._index: AreaIndex[Wire] = AreaIndex()

    def make(self, edge: Edge, *, implied: bool) -> Wire:
        """Return a wire for an edge, which is nowhere yet."""
        return Wire(edge, self._repaint, implied=implied)

    def lay(self, wire: Wire, course: Course) -> None:
        """Let a wire take a way."""
        if course == wire.course:
            return
        wire.follow(course)
        self._index.put(wire)
        self.reach(wire.bounds)

    def take(self, wire: Wire) -> None:
        """Show a wire no more."""
        self._index.take(wire)
        self._repaint(wire.bounds)
        if not self._index:
            self._index.clear()
            self.reach_nothing()

    def within(self, area: QRectF) -> list[Wire]:
        """Return the wires that are seen and may reach into a part of the scene."""
        return [wire for wire in self._index.within(area) if not wire.hidden]

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        world = painter.worldTransform()
        back = world.inverted()[0]
        for rect in self.exposed_rects():  # one after the other: Qt clips twice as fast by a rectangle as by a region
            painter.resetTransform()
            painter.setClipRect(rect)
            painter.setTransform(world)
            paint_wires(painter, self.within(back.mapRect(QRectF(rect))), self.theme, world.m11())
        painter.setClipping(False)
