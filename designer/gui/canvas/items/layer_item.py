"""Many things of one sort as one item of the scene: an item for each would cost more than its painting."""

from abc import abstractmethod

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.gui.canvas.geometry import rects_of
from designer.gui.reporting import reports_errors

_ROOM = 1000.0
"""How far beyond its content a layer reaches, so that it does not grow at every step of a drag."""
_MANY = 8


class LayerItem(QGraphicsItem):
    """Paint what is in sight. `exposed` is the part of the view that is to be painted, in pixels."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.exposed = QRegion()
        self._reach = QRectF()
        self.setZValue(height)

    @abstractmethod
    def paint_within(self, painter: QPainter, area: QRectF) -> None:
        """Paint what reaches into a part of the scene."""

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

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not 1 < self.exposed.rectCount() <= _MANY:
            self._paint_rect(painter, self.exposed.boundingRect())
            return
        world = painter.worldTransform()
        for rect in rects_of(self.exposed):  # one after the other: Qt clips twice as fast by a rectangle as by a region
            painter.resetTransform()
            painter.setClipRect(rect)
            painter.setTransform(world)
            self._paint_rect(painter, rect)
        painter.setClipping(False)

    def _paint_rect(self, painter: QPainter, rect: QRect) -> None:
        self.paint_within(painter, painter.worldTransform().inverted()[0].mapRect(QRectF(rect)))
