"""A view of a scene that paints the dotted ground."""

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QGraphicsView, QWidget
from typing_extensions import override

from designer.gui.canvas.background import paint_background
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.view_settings import prepare_view
from designer.gui.canvas.zoom import Zoom
from designer.gui.reporting import reports_errors
from designer.gui.theme.theme import Theme


class PaintedView(QGraphicsView):
    """Show a scene; `zoom` has the scale."""

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = scene
        self.zoom = Zoom(self)
        self._exposed = QRegion()
        self._gathered: QPoint | None = None
        prepare_view(self)
        self.setScene(scene)
        self.zoom.changed.connect(self._follow_scale)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self.canvas.set_theme(theme)
        self._follow_scale()

    def pan(self, by: QPoint) -> None:
        """Move what is seen by pixels: across and down at once, which copies what stays in view once."""
        self._gathered = QPoint()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())
        moved, self._gathered = self._gathered, None
        super().scrollContentsBy(moved.x(), moved.y())

    @override
    @reports_errors
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._gathered is None:
            super().scrollContentsBy(dx, dy)
        else:
            self._gathered += QPoint(dx, dy)

    @override
    @reports_errors
    def paintEvent(self, event: QPaintEvent) -> None:
        self.canvas.cards.exposed = self.canvas.wires.exposed = self._exposed = event.region()
        super().paintEvent(event)
        self.canvas.cards.exposed = self.canvas.wires.exposed = None

    @override
    @reports_errors
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        paint_background(painter, self._exposed, self.canvas.theme)

    def _follow_scale(self) -> None:
        self.viewport().update()
