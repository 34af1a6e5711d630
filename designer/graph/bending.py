"""Where the points of a bent wire are along it."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from designer.document.model import Point
from designer.graph.rectangles import Rectangle


def place_among(course: Sequence[Point], via: Sequence[Point], at: Point) -> int:
    """Return where a new point of a wire comes to stand among the others; `course` are points along the wire."""
    along = _along(course, at)
    return sum(_along(course, one) < along for one in via)


def squared_distance_to(course: Sequence[Point], at: Point) -> float:
    """Return the square of the distance from a point to a wire."""
    return min(_nearest(at, start, end)[0] for start, end in pairwise(course))


def middle_of(course: Sequence[Point], via: Sequence[Point]) -> Point:
    """Return the middle of a wire's longest part, between its ends and points."""
    marks = sorted((0.0, *(_along(course, one) for one in via), _length(course)))
    start, end = max(pairwise(marks), key=lambda part: part[1] - part[0])
    return _at_length(course, (start + end) / 2)


def divided(
    start: Point, via: Sequence[Point], end: Point, card: Rectangle
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return which points are before and which after a card that is set into a wire; those under the card are neither."""
    free = [one for one in via if not (card.left <= one.x <= card.right and card.top <= one.y <= card.bottom)]
    middle = Point((card.left + card.right) / 2, card.middle)
    stops = (start, *free, end)
    detours = [_apart(one, middle) + _apart(middle, other) - _apart(one, other) for one, other in pairwise(stops)]
    count = detours.index(min(detours))
    return tuple(free[:count]), tuple(free[count:])


def _along(course: Sequence[Point], at: Point) -> float:
    """Return how far along a wire the place is that is nearest to a point."""
    passed, best, found = 0.0, float("inf"), 0.0
    for start, end in pairwise(course):
        distance, share = _nearest(at, start, end)
        length = _apart(start, end)
        if distance < best:
            best, found = distance, passed + share * length
        passed += length
    return found


def _nearest(at: Point, start: Point, end: Point) -> tuple[float, float]:
    """Return the square of the distance to a straight piece, and at which share of the piece it is."""
    across, down = end.x - start.x, end.y - start.y
    squared = across * across + down * down
    share = ((at.x - start.x) * across + (at.y - start.y) * down) / squared if squared else 0.0
    share = min(max(share, 0.0), 1.0)
    return (start.x + share * across - at.x) ** 2 + (start.y + share * down - at.y) ** 2, share


def _at_length(course: Sequence[Point], wanted: float) -> Point:
    for start, end in pairwise(course):
        length = _apart(start, end)
        if wanted <= length and length:
            share = wanted / length
            return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
        wanted -= length
    return course[-1]


def _length(course: Sequence[Point]) -> float:
    return sum(_apart(start, end) for start, end in pairwise(course))


def _apart(one: Point, other: Point) -> float:
    return hypot(other.x - one.x, other.y - one.y)
