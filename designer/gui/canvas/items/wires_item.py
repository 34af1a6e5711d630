"""The layer of the wires."""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from shiboken6 import isValid
from typing_extensions import override

from designer.document.model import Edge
from designer.graph.course import Course
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.far_lines import FarLines
from designer.gui.canvas.items.layer_item import LayerItem
from designer.gui.canvas.kept_picture import KeptPicture
from designer.gui.canvas.wire import Wire
from designer.gui.canvas.wire_painting import paint_wire
from designer.gui.reporting import reports_errors
from designer.gui.theme.theme import Theme

_BELOW_CARDS = -10.0
_SMALL_PART = 0.3
_ENLARGED = 1.05
"""From how many pixels to a unit of the scene on one may see the pieces that a wire is drawn of."""
_FEW = 40
"""So many wires are painted without seams; of a crowd it would take too long, and nobody sees them there."""


class WiresItem(LayerItem[Wire]):
    """Paint the wires."""

    def __init__(self, theme: Theme, repaint: Callable[[QRectF], object]) -> None:
        super().__init__(_BELOW_CARDS, theme, repaint)
        self._numbers = count()
        self._lines = FarLines()
        self._far = KeptPicture(self._paint_again)

    def make(self, edge: Edge, *, implied: bool) -> Wire:
        """Return a wire for an edge, which is nowhere until it is laid."""
        return Wire(edge, next(self._numbers), self.follow, implied=implied)

    @override
    def take(self, thing: Wire) -> None:
        super().take(thing)
        self._lines.forget(thing)

    def lay(self, wire: Wire, course: Course) -> None:
        """Let a wire take a way."""
        if course != wire.course:
            wire.follow(course)

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        world = painter.worldTransform()
        if detail_at(world.m11()) is Detail.BOX:
            self._paint_whole(painter)
            return
        back = world.inverted()[0]
        is_enlarged = world.m11() * painter.device().devicePixelRatio() > _ENLARGED
        for rect in self.exposed_rects(
            painter
        ):  # one after the other: Qt clips twice as fast by a rectangle as by a region
            painter.resetTransform()
            painter.setClipRect(rect)
            painter.setTransform(world)
            wires = self.within(back.mapRect(QRectF(rect)))
            fine = self.count <= _FEW or (is_enlarged and len(wires) <= _FEW)
            for wire in wires:
                paint_wire(painter, wire, self.theme, world.m11(), fine=fine)
        painter.setClipping(False)

    def paint_far(self, painter: QPainter) -> None:
        """Paint all wires as plain lines."""
        self._follow_far()
        self._lines.paint(painter, self.theme)

    def _follow_far(self) -> None:
        self._lines.follow(self.changed, self.shown)
        self.changed.clear()

    def _paint_again(self) -> None:
        if isValid(self):  # the window may have been closed meanwhile
            self.update()

    def _paint_whole(self, painter: QPainter) -> None:
        """Paint the view from far away; that of a crowd is kept, unless only a small part of it is to be seen."""
        self._follow_far()
        lines, theme, device = self._lines, self.theme, painter.device()
        part = sum(rect.width() * rect.height() for rect in self.exposed_rects(painter))
        if not lines.is_crowd or part < _SMALL_PART * device.width() * device.height():
            lines.paint(painter, theme)
        else:
            self._far.show(painter, lambda into: lines.paint(into, theme), (lines.version, theme), lines.reach())
