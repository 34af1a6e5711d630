"""The mini-map: the whole pipeline in a corner of the canvas, and which part of it is seen."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from designer.gui.canvas.overview import paint_overview
from designer.gui.canvas.view import CanvasView
from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import color
from designer.gui.theme.metrics import GAP, GAP_LARGE

_NARROWEST, _WIDEST = 112, 200
_PART_OF_CANVAS = 5
_SETTLE_MILLISECONDS = 120
_FEW = 3


class MiniMap(QWidget):
    """Show a canvas small; a click or a drag moves what is seen. It is there once there is something to get lost in."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._picture = QPixmap()
        self._whole = QRectF()
        self._wanted = True
        self._is_stale = True
        self._has_moved = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Map of the pipeline"))
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MILLISECONDS)
        self._timer.timeout.connect(self._take)
        canvas.installEventFilter(self)
        canvas.zoom.changed.connect(self._follow)
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.valueChanged.connect(self._follow)
        canvas.session.document_changed.connect(self.refresh)
        canvas.session.selection_changed.connect(self._redraw)
        self._take()

    def want(self, *, wanted: bool) -> None:
        """Show or hide it."""
        self._wanted = wanted
        self._follow()

    def refresh(self, *_: object) -> None:
        """Draw the pipeline anew, as soon as it stays the same for a moment."""
        self._has_moved = True
        self._timer.start()

    def _redraw(self, *_: object) -> None:
        """Draw it in other colours; nothing lies elsewhere."""
        self._is_stale = True
        self._timer.start()

    @override
    @reports_errors
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_stale:
            self._draw()
        painter = QPainter(self)
        ink = self._canvas.canvas.theme.ink
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(ink.accent), 1.5))
        painter.setBrush(color(ink.accent, 24))
        painter.drawRoundedRect(self._seen().intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)), 3, 3)
        painter.setPen(QPen(color(ink.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    @override
    @reports_errors
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._canvas.centerOn(self._scene_point(event.position()))

    @override
    @reports_errors
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._canvas.centerOn(self._scene_point(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _follow(self, *_: object) -> None:
        """Show what is seen; where all is seen, the map would only be in the way."""
        seen = self._canvas.mapToScene(self._canvas.viewport().rect()).boundingRect()
        is_beyond = not (self._whole.isEmpty() or seen.contains(self._whole))
        self.setVisible(self._wanted and len(self._canvas.canvas.nodes) > _FEW and is_beyond)
        self.update()

    def _take(self) -> None:
        """Take in where the pipeline lies now; its picture is made once somebody sees it."""
        if self._has_moved:
            self._whole = self._canvas.canvas.content_rect()
            self._has_moved = False
        self._is_stale = True
        self._settle()
        self._follow()

    def _draw(self) -> None:
        self._is_stale = False
        scene = self._canvas.canvas
        ratio = self.devicePixelRatioF()
        self._picture = QPixmap(self.size() * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(color(scene.theme.ink.card))
        painter = QPainter(self._picture)
        scale, offset = self._fit()
        painter.translate(offset)
        painter.scale(scale, scale)
        paint_overview(painter, scene)
        painter.end()

    def _fit(self) -> tuple[float, QPointF]:
        """Return the scale, and where the scene's origin lies."""
        room = QRectF(self.rect()).adjusted(GAP, GAP, -GAP, -GAP)
        width, height = max(self._whole.width(), 1.0), max(self._whole.height(), 1.0)
        scale = min(room.width() / width, room.height() / height)
        return scale, room.center() - self._whole.center() * scale

    def _seen(self) -> QRectF:
        scale, offset = self._fit()
        seen = self._canvas.mapToScene(self._canvas.viewport().rect()).boundingRect()
        return QRectF(seen.topLeft() * scale + offset, seen.size() * scale)

    def _scene_point(self, at: QPointF) -> QPointF:
        scale, offset = self._fit()
        return (at - offset) / scale

    def _settle(self) -> None:
        """Stand in the corner, no wider than a fifth of the canvas, so that it covers little of a small one."""
        canvas = self._canvas
        width = min(max(canvas.width() // _PART_OF_CANVAS, _NARROWEST), _WIDEST)
        if width != self.width():
            self.setFixedSize(QSize(width, width * 2 // 3))
            self._is_stale = True
        self.move(canvas.width() - self.width() - GAP_LARGE, canvas.height() - self.height() - GAP_LARGE)
