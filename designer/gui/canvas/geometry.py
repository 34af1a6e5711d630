"""From the document's points and routes to Qt's."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from designer.document.model import Point
from designer.graph.card import CARD_WIDTH, GRID, Card
from designer.graph.route import Route

CARD_MARGIN = 14.0
"""How far shadow, ring and badges reach beyond a card."""


LABEL_MARGIN = 150.0
"""How far the names of pins reach, while they are shown."""


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


def painter_path(way: Route) -> QPainterPath:
    """Return the route as a path."""
    path = QPainterPath(qpoint(way.start))
    for curve in way.curves:
        path.cubicTo(qpoint(curve.first), qpoint(curve.second), qpoint(curve.end))
    return path


def route_bounds(way: Route) -> QRectF:
    """Return a rectangle around the route's control points, which no curve leaves."""
    points = [way.start, *(each for curve in way.curves for each in (curve.first, curve.second, curve.end))]
    across, down = [each.x for each in points], [each.y for each in points]
    return QRectF(min(across), min(down), max(across) - min(across), max(down) - min(down))


def span(start: Point, end: Point) -> QRectF:
    """Return the rectangle between two points."""
    left, top = min(start.x, end.x), min(start.y, end.y)
    return QRectF(left, top, abs(end.x - start.x), abs(end.y - start.y))


def squared_distance(at: QPointF, start: Point, end: Point) -> float:
    """Return the square of the distance from a point to a straight piece."""
    along_x, along_y = end.x - start.x, end.y - start.y
    length = along_x * along_x + along_y * along_y
    share = ((at.x() - start.x) * along_x + (at.y() - start.y) * along_y) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    off_x, off_y = start.x + share * along_x - at.x(), start.y + share * along_y - at.y()
    return off_x * off_x + off_y * off_y
