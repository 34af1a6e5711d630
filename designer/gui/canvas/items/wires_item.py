"""All wires of the canvas as one item: there are more wires than cards, and an item for each costs more than its painting."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Edge
from designer.graph.course import Course
from designer.gui.canvas.geometry import rects_of
from designer.gui.canvas.wire import Wire
from designer.gui.canvas.wire_index import WireIndex
from designer.gui.canvas.wire_painting import paint_wires
from designer.gui.reporting import reports_errors
from designer.gui.theme.theme import Theme

_ROOM = 1000.0
"""How far beyond the wires the item reaches, so that it does not grow at every step of a drag."""
_MANY = 8


class WiresItem(QGraphicsItem):
    """Know where the wires are and paint those in sight.

    `exposed` is the part of the view that is to be painted, in pixels. `repaint` is given the parts of the scene that
    look different.
    """

    def __init__(self, theme: Theme, repaint: Callable[[QRectF], object]) -> None:
        super().__init__()
        self.theme = theme
        self.exposed = QRegion()
        self._repaint = repaint
        self._index = WireIndex()
        self._bounds = QRectF()
        self.setZValue(-10)

    def make(self, edge: Edge, *, implied: bool) -> Wire:
        """Return a wire for an edge, which is nowhere yet."""
        return Wire(edge, self._repaint, implied=implied)

    def lay(self, wire: Wire, course: Course) -> None:
        """Let a wire take a way."""
        if course == wire.course:
            return
        wire.follow(course)
        self._index.put(wire)
        if not self._bounds.contains(wire.bounds):
            self.prepareGeometryChange()
            self._bounds = self._bounds.united(wire.bounds.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))

    def take(self, wire: Wire) -> None:
        """Show a wire no more."""
        self._index.take(wire)
        self._repaint(wire.bounds)
        if not self._index:
            self.prepareGeometryChange()
            self._bounds = QRectF()
            self._index.clear()

    def within(self, area: QRectF) -> list[Wire]:
        """Return the wires that are seen and may reach into a part of the scene."""
        return [wire for wire in self._index.within(area) if not wire.hidden]

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        count = self.exposed.rectCount()
        if not 1 < count <= _MANY:
            self._paint_within(painter, self.exposed.boundingRect())
            return
        world = painter.worldTransform()
        for rect in rects_of(self.exposed):  # one after the other: Qt clips twice as fast by a rectangle as by a region
            painter.resetTransform()
            painter.setClipRect(rect)
            painter.setTransform(world)
            self._paint_within(painter, rect)
        painter.setClipping(False)

    def _paint_within(self, painter: QPainter, rect: QRect) -> None:
        world = painter.worldTransform()
        area = world.inverted()[0].mapRect(QRectF(rect))
        paint_wires(painter, self.within(area), self.theme, world.m11())
