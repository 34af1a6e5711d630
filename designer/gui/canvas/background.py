"""The dotted ground of the canvas, painted in one pass."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from designer.graph.card import DOT_PITCH
from designer.gui.canvas.geometry import rects_of
from designer.gui.theme.colors import color
from designer.gui.theme.theme import Theme

_LEAST_PIXELS = 15.0
_RADIUS_PIXELS = 1.1
_LARGEST_TILE = 640


def paint_background(painter: QPainter, exposed: QRegion, theme: Theme) -> None:
    """Fill these pixels of the view with dots that are never nearer to each other than can be told apart."""
    world = painter.worldTransform()
    ratio = painter.device().devicePixelRatio()
    tile = _tile(theme, _pitch_pixels(world.m11()) * ratio, ratio)
    side = tile.width() / ratio
    painter.resetTransform()
    for rect in rects_of(exposed):
        offset = QPointF((rect.x() - world.dx()) % side, (rect.y() - world.dy()) % side)
        painter.drawTiledPixmap(QRectF(rect), tile, offset)
    painter.setTransform(world)


def _pitch_pixels(scale: float) -> float:
    pitch = DOT_PITCH * scale
    while pitch < _LEAST_PIXELS:
        pitch *= 2
    return pitch


@lru_cache(maxsize=16)
def _tile(theme: Theme, pitch: float, ratio: float) -> QPixmap:
    """Return so many dots in whole pixels that the next tile's stand almost exactly where they belong."""
    count = min(range(1, max(2, int(_LARGEST_TILE / pitch))), key=lambda dots: abs(dots * pitch - round(dots * pitch)))
    side = max(1, round(count * pitch))
    tile = QPixmap(side, side)
    tile.fill(color(theme.ink.canvas))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.ink.dot))
    radius = _RADIUS_PIXELS * ratio
    for row in range(count + 1):
        for column in range(count + 1):
            painter.drawEllipse(QPointF(column * side / count, row * side / count), radius, radius)
    painter.end()
    tile.setDevicePixelRatio(ratio)
    return tile
