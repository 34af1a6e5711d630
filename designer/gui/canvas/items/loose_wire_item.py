"""The wire that is being dragged."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Point
from designer.graph.card import Pin
from designer.graph.course import Course
from designer.gui.canvas.geometry import painter_path, qpoint
from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import color
from designer.gui.theme.theme import Theme

_MARGIN = 8.0


class LooseWireItem(QGraphicsItem):
    """Show a wire from a pin to the mouse."""

    def __init__(self, theme: Theme, pin: Pin) -> None:
        super().__init__()
        self._theme = theme
        self._flow = pin.port is None
        self._ink = theme.ink.port(pin.port.type) if pin.port else theme.ink.flow
        self.path = QPainterPath()
        self._end = Point(0, 0)
        self.setZValue(20)

    def set_course(self, course: Course, mouse: Point) -> None:
        """Lay the wire anew; a dot is shown at the mouse."""
        self.prepareGeometryChange()
        self.path = painter_path(course.points(fine=True))
        self._end = mouse
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self.path.boundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        pen = QPen(color(self._ink), 1.8 if self._flow else 2.5)
        if self._flow:
            pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path)
        painter.setPen(QPen(color(self._theme.ink.canvas), 2))
        painter.setBrush(color(self._ink))
        painter.drawEllipse(qpoint(self._end), 5, 5)
