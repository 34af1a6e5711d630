"""The line that cuts wires."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import color
from designer.gui.theme.theme import Theme

_MARGIN = 4.0


class SliceItem(QGraphicsItem):
    """Show a dashed line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._line = QLineF()
        self.setZValue(30)

    def set_line(self, line: QLineF) -> None:
        """Show another line of the scene."""
        self.prepareGeometryChange()
        self._line = QLineF(line)

    @override
    def boundingRect(self) -> QRectF:
        rect = QRectF(self._line.p1(), self._line.p2()).normalized()
        return rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        pen = QPen(color(self._theme.ink.error), 2.0 / painter.worldTransform().m11(), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(self._line)
