"""The dotted ground of the canvas, painted in one pass."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap, QTransform

from designer.graph.card import DOT_PITCH
from designer.gui.theme.colors import color
from designer.gui.theme.theme import Theme

_LEAST_PIXELS = 15.0
_RADIUS_PIXELS = 1.1
_TILE_PIXELS = 96


def background_brush(theme: Theme, scale: float) -> QBrush:
    """Return a brush with dots that are never nearer to each other than can be told apart."""
    pitch = float(DOT_PITCH)
    while pitch * scale < _LEAST_PIXELS:
        pitch *= 2
    tile = QPixmap(_TILE_PIXELS, _TILE_PIXELS)
    tile.fill(color(theme.ink.canvas))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.ink.dot))
    radius = _RADIUS_PIXELS * _TILE_PIXELS / (pitch * scale)
    painter.drawEllipse(QPointF(_TILE_PIXELS / 2, _TILE_PIXELS / 2), radius, radius)
    painter.end()
    brush = QBrush(tile)
    share = pitch / _TILE_PIXELS
    brush.setTransform(QTransform.fromScale(share, share).translate(-_TILE_PIXELS / 2, -_TILE_PIXELS / 2))
    return brush


def paint_background(painter: QPainter, rect: QRectF, brush: QBrush) -> None:
    """Fill the exposed part of the scene."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(rect, brush)
