"""The way of an edge: smooth curves that leave to the right and arrive from the left, also backwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from designer.document.model import Point

_REACH = 44.0
_LONGEST_REACH = 180.0
_LOOP = 56.0
_CLEAR = 96.0
"""How far two ends must be apart in height for a backward edge to pass between their cards."""

_HOLD, _PORT_HOLD = 1 / 3, 0.45
"""Which share of a piece a curve follows its heading, at a point and at a port."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic curve from where the way has come to, over two control points, to `end`."""

    first: Point
    second: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Route:
    """A start and the curves that follow each other."""

    start: Point
    curves: tuple[Curve, ...]


def route(start: Point, end: Point) -> Route:
    """Return the way from an output to an input."""
    if runs_forward(start, end):
        return _forwards(start, end, (end.x - start.x) / 2)
    return _backwards(start, end)


def route_through(start: Point, via: Sequence[Point], end: Point) -> Route:
    """Return the way from an output over points to an input: at each it heads from the one before to the one after.

    At the highest, the lowest and the outermost points it heads level or upright, so that it does not swing beyond them.
    """
    stops = (start, *via, end)
    ahead = [Point(1.0, 0.0), *map(_heading, stops, stops[1:], stops[2:]), Point(1.0, 0.0)]
    curves = []
    for place, (here, there) in enumerate(pairwise(stops)):
        length = hypot(there.x - here.x, there.y - here.y)
        out, into = (_hold(length, at_port=one in (0, len(stops) - 1)) for one in (place, place + 1))
        leaving, arriving = ahead[place], ahead[place + 1]
        first = Point(here.x + leaving.x * out, here.y + leaving.y * out)
        second = Point(there.x - arriving.x * into, there.y - arriving.y * into)
        curves.append(Curve(first, second, there))
    return Route(start, tuple(curves))


def _heading(before: Point, at: Point, after: Point) -> Point:
    across, down = after.x - before.x, after.y - before.y
    turns_across = (at.x - before.x) * (after.x - at.x) <= 0
    turns_down = (at.y - before.y) * (after.y - at.y) <= 0
    if turns_across != turns_down:
        across, down = (0.0, down) if turns_across else (across, 0.0)
    length = hypot(across, down)
    return Point(across / length, down / length) if length else Point(1.0, 0.0)


def _hold(length: float, *, at_port: bool) -> float:
    """Return how far a curve follows its heading at one end of a piece."""
    return min(length * _PORT_HOLD, _LONGEST_REACH) if at_port else length * _HOLD


def runs_forward(start: Point, end: Point) -> bool:
    """Say whether the way goes straight on; it then never leaves the rectangle that its ends span."""
    ahead = end.x - start.x
    return ahead >= _REACH or (ahead >= 0 and abs(end.y - start.y) < _REACH)


def _forwards(start: Point, end: Point, half: float) -> Route:
    reach = min(max(half, min(_REACH, 2 * half)), max(_LONGEST_REACH, half * 0.6))
    first = Point(start.x + reach, start.y)
    second = Point(end.x - reach, end.y)
    return Route(start, (Curve(first, second, end),))


def _backwards(start: Point, end: Point) -> Route:
    apart = abs(end.y - start.y)
    middle = (start.y + end.y) / 2 if apart > _CLEAR else max(start.y, end.y) + _CLEAR
    loop = _LOOP + min(apart, 200.0) * 0.12
    turn, back = Point(start.x, middle), Point(end.x, middle)
    return Route(
        start,
        (
            Curve(Point(start.x + loop, start.y), Point(start.x + loop, middle), turn),
            Curve(_between(turn, back, 1 / 3), _between(turn, back, 2 / 3), back),
            Curve(Point(end.x - loop, middle), Point(end.x - loop, end.y), end),
        ),
    )


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
