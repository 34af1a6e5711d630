"""The lines that show with what a moved card is in line."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.graph.snapping import Snap
from designer.gui.canvas.scene import CanvasScene
from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import color

_MARGIN = 24.0


class GuideItem(QGraphicsItem):
    """Show an upright and a level line, each where there is one; it is in the scene only while it shows something."""

    def __init__(self, scene: CanvasScene) -> None:
        super().__init__()
        self._canvas = scene
        self._lines: list[QLineF] = []
        self.setZValue(25)

    def point_out(self, snap: Snap) -> None:
        """Show the guides of a movement."""
        self.prepareGeometryChange()
        self._lines = []
        if snap.upright:
            x, top, bottom = snap.upright
            self._lines.append(QLineF(x, top - _MARGIN, x, bottom + _MARGIN))
        if snap.level:
            y, left, right = snap.level
            self._lines.append(QLineF(left - _MARGIN, y, right + _MARGIN, y))
        if self._lines and self.scene() is None:
            self._canvas.addItem(self)

    def leave(self) -> None:
        """Take the guides away."""
        if self.scene() is not None:
            self._canvas.removeItem(self)

    @override
    def boundingRect(self) -> QRectF:
        rect = QRectF()
        for line in self._lines:
            rect = rect.united(QRectF(line.p1(), line.p2()).normalized().adjusted(-2, -2, 2, 2))
        return rect

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(QPen(color(self._canvas.theme.ink.accent), 1.0 / painter.worldTransform().m11()))
        painter.drawLines(self._lines)
