"""The way of an edge in right angles that is led through points.

It goes level or upright through each point, and turns between them. Of all ways that never turn round on the spot, it takes the
one that is short and has few corners.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from designer.document.model import Point

_OUT = 24.0
"""How far the way goes on before it turns back."""
_CORNER = 48.0
"""How much longer a way may be to save a corner."""
_Heading = tuple[int, int]
_Way = tuple[Point, ...]
_RIGHT: _Heading = (1, 0)
_HEADINGS: tuple[_Heading, ...] = (_RIGHT, (0, 1), (0, -1), (-1, 0))


def bent_corners(start: Point, via: tuple[Point, ...], end: Point) -> tuple[Point, ...]:
    """Return where the way turns, with its ends; it leaves to the right and arrives from the left."""
    stops = tuple(Point(one.x - start.x, one.y - start.y) for one in (*via, end))
    return tuple(Point(one.x + start.x, one.y + start.y) for one in _corners_from_origin(stops))


@lru_cache(maxsize=512)
def _corners_from_origin(stops_after: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return where a way that begins at the origin turns; a wire that is moved as a whole is thus known already."""
    origin = Point(0.0, 0.0)
    stops = _apart((origin, *stops_after))
    if len(stops) == 1:
        return origin, origin
    best: dict[_Heading, tuple[float, _Way]] = {_RIGHT: (0.0, (stops[0],))}
    for number, (here, there) in enumerate(pairwise(stops), start=2):
        headings = (_RIGHT,) if number == len(stops) else _HEADINGS
        best = {heading: _cheapest(best, here, there, heading) for heading in headings}
    return best[_RIGHT][1]


def _apart(points: Sequence[Point]) -> list[Point]:
    """Leave out points that follow their like."""
    kept = [points[0]]
    kept.extend(point for before, point in pairwise(points) if point != before)
    return kept


def _cheapest(
    best: dict[_Heading, tuple[float, _Way]], here: Point, there: Point, arriving: _Heading
) -> tuple[float, _Way]:
    """Return the cheapest way on to a point that arrives there with a heading."""
    found = (
        (cost + _cost(leg), (*way, *leg[1:]))
        for leaving, (cost, way) in best.items()
        for leg in _legs(here, leaving, there, arriving)
    )
    cost, way = min(found, key=lambda each: each[0])
    return cost, _turning(way)


def _legs(here: Point, leaving: _Heading, there: Point, arriving: _Heading) -> Iterator[_Way]:
    """Yield ways between two points that leave and arrive with these headings, those without detour first."""
    outs, ins = (here, _moved(here, leaving, _OUT)), (there, _moved(there, arriving, -_OUT))
    found = False
    for out, into in ((outs[0], ins[0]), (outs[1], ins[0]), (outs[0], ins[1]), (outs[1], ins[1])):
        for middle in _between(out, into):
            leg = _turning((here, out, *middle, into, there))
            if _goes(leg, leaving, arriving):
                found = True
                yield leg
        if found:
            return


def _between(start: Point, end: Point) -> Iterator[_Way]:
    across, down = (start.x + end.x) / 2, (start.y + end.y) / 2
    if start.x == end.x or start.y == end.y:
        yield ()
    yield (Point(end.x, start.y),)
    yield (Point(start.x, end.y),)
    yield Point(across, start.y), Point(across, end.y)
    yield Point(start.x, down), Point(end.x, down)
    for aside in (_OUT, -_OUT):
        level = (max if aside > 0 else min)(start.y, end.y) + aside
        yield Point(start.x, level), Point(end.x, level)


def _goes(leg: _Way, leaving: _Heading, arriving: _Heading) -> bool:
    headings = [_heading(start, end) for start, end in pairwise(leg)]
    turns_round = any(one == (-other[0], -other[1]) for one, other in pairwise(headings))
    return bool(headings) and headings[0] == leaving and headings[-1] == arriving and not turns_round


def _turning(way: Sequence[Point]) -> _Way:
    """Leave out the points where the way goes straight on, or stays."""
    kept: list[Point] = []
    for point in way:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _heading(kept[-2], kept[-1]) == _heading(kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _heading(start: Point, end: Point) -> _Heading:
    return _sign(end.x - start.x), _sign(end.y - start.y)


def _sign(length: float) -> int:
    return (length > 0) - (length < 0)


def _moved(at: Point, heading: _Heading, by: float) -> Point:
    return Point(at.x + heading[0] * by, at.y + heading[1] * by)


def _cost(leg: _Way) -> float:
    length = sum(abs(end.x - start.x) + abs(end.y - start.y) for start, end in pairwise(leg))
    return length + _CORNER * (len(leg) - 2)
