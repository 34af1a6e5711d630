"""Many things of one sort as one item of the scene: an item for each would cost more than its painting."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QGraphicsItem
from typing_extensions import override

from designer.gui.canvas.geometry import rects_of

_ROOM = 1000.0
"""How far beyond its content a layer reaches, so that it does not grow at every step of a drag."""
_MANY = 8


class LayerItem(QGraphicsItem):
    """Know how far the things reach that are painted. `exposed` is the part of the view that is to be painted, in pixels."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.exposed = QRegion()
        self._reach = QRectF()
        self.setZValue(height)

    def reach(self, bounds: QRectF) -> None:
        """Grow to what is painted within these bounds."""
        if not self._reach.contains(bounds):
            self.prepareGeometryChange()
            self._reach = self._reach.united(bounds.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))

    def reach_nothing(self) -> None:
        """Shrink again, since nothing is painted any more."""
        self.prepareGeometryChange()
        self._reach = QRectF()

    @override
    def boundingRect(self) -> QRectF:
        return self._reach

    def exposed_rects(self) -> Iterable[QRect]:
        """Return the pixels that are to be painted as a few rectangles."""
        if self.exposed.rectCount() <= _MANY:
            return rects_of(self.exposed)
        return (self.exposed.boundingRect(),)
