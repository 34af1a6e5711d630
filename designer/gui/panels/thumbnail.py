"""Small pictures of pipelines, painted by the canvas itself."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from designer.catalog.kind import Kind
from designer.document.model import Document
from designer.gui.canvas.scene import CanvasScene
from designer.gui.theme.colors import color
from designer.gui.theme.theme import Theme

_MARGIN = 60.0
_SHARPNESS = 2


def thumbnail(document: Document, kinds: Mapping[str, Kind], theme: Theme, size: QSize) -> QPixmap:
    """Return a picture of a whole pipeline in that many pixels."""
    pixmap = QPixmap(size * _SHARPNESS)
    pixmap.fill(color(theme.ink.canvas))
    scene = CanvasScene(document, kinds, theme)
    content = scene.content_rect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    room = QRectF(pixmap.rect())
    size_shown = content.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    shown = QRectF(QPointF(), size_shown)
    shown.moveCenter(room.center())
    scene.render(painter, shown, content)
    painter.end()
    pixmap.setDevicePixelRatio(_SHARPNESS)
    return pixmap
