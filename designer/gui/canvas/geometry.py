"""From the document's points to Qt's."""

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainterPath, QRegion

from designer.document.model import FARTHEST, Point
from designer.graph.card import CARD_WIDTH, GRID, Card

CARD_MARGIN = 14.0
"""How far shadow, ring and badges reach beyond a card."""
LABEL_MARGIN = 150.0
"""How far the names of pins reach, while they are shown."""
EVERYWHERE = QRectF(-FARTHEST, -FARTHEST, 2 * FARTHEST, 2 * FARTHEST)
"""How far a canvas goes on, which is farther than anybody scrolls."""
_TWO = 2


def qpoint(point: Point) -> QPointF:
    """Return the point as Qt has it."""
    return QPointF(point.x, point.y)


def point(at: QPointF) -> Point:
    """Return a point for the document: whole units, which is what people want to read in a file."""
    return Point(float(round(at.x())), float(round(at.y())))


def snapped(at: QPointF) -> QPointF:
    """Return the nearest point of the grid."""
    return QPointF(round(at.x() / GRID) * GRID, round(at.y() / GRID) * GRID)


def card_rect(card: Card) -> QRectF:
    """Return the card's rectangle in its own coordinates."""
    return QRectF(0, 0, CARD_WIDTH, card.height)


def rects_of(region: QRegion) -> Iterable[QRect]:
    """Return the rectangles that a region is made of."""
    return cast("Iterable[QRect]", region)  # which the stubs do not know


def painter_path(points: Sequence[Point]) -> QPainterPath:
    """Return the straight pieces between points as one path."""
    path = QPainterPath(qpoint(points[0]))
    for each in points[1:]:
        path.lineTo(qpoint(each))
    return path


def bounds_of(points: Sequence[Point], margin: float = 0.0) -> QRectF:
    """Return the rectangle around points, with a margin."""
    if len(points) == _TWO:  # as those of most wires are, of which there are thousands
        (left, top), (right, bottom) = points
        if left > right:
            left, right = right, left
        if top > bottom:
            top, bottom = bottom, top
    else:
        across, down = zip(*points, strict=True)
        left, top, right, bottom = min(across), min(down), max(across), max(down)
    return QRectF(left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin)


def squared_distance(at: QPointF, start: Point, end: Point) -> float:
    """Return the square of the distance from a point to a straight piece."""
    along_x, along_y = end.x - start.x, end.y - start.y
    length = along_x * along_x + along_y * along_y
    share = ((at.x() - start.x) * along_x + (at.y() - start.y) * along_y) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    off_x, off_y = start.x + share * along_x - at.x(), start.y + share * along_y - at.y()
    return off_x * off_x + off_y * off_y
