from itertools import pairwise
from math import atan2, degrees, hypot

import pytest

from designer.document.model import Point
from designer.graph.course import CurvedCourse
from designer.graph.route import Curve, route

START = Point(0, 0)
ENDS = [Point(across, down) for across in (104, 424, 744) for down in (0, 24, 134, 300, 900)]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(("fine", "strays", "turns"), [(False, 0.8, 31), (True, 0.25, 20)])
def test_the_pieces_of_a_wire_stay_near_its_curve_and_make_no_corners(
    end: Point, fine: bool, strays: float, turns: float
) -> None:
    (curve,) = route(START, end).curves

    pieces = list(pairwise(CurvedCourse(START, end).points(fine=fine)))

    assert max(min(_distance(at, *piece) for piece in pieces) for at in _along(curve)) < strays
    headings = [atan2(there.y - here.y, there.x - here.x) for here, there in pieces]
    assert max((degrees(abs(after - before)) for before, after in pairwise(headings)), default=0) < turns


def test_a_level_wire_is_one_piece() -> None:
    assert CurvedCourse(START, Point(744, 0)).points() == (START, Point(744, 0))


def test_a_wire_begins_and_ends_at_its_ports() -> None:
    for end in (*ENDS, Point(-300, 200), Point(-300, 0)):
        for fine in (False, True):
            points = CurvedCourse(START, end).points(fine=fine)

            assert points[0] == START
            assert points[-1] == pytest.approx(end)


def _along(curve: Curve) -> list[Point]:
    return [_halved([START, curve.first, curve.second, curve.end], step / 400) for step in range(401)]


def _halved(points: list[Point], share: float) -> Point:
    if len(points) == 1:
        return points[0]
    return _halved([_between(here, there, share) for here, there in pairwise(points)], share)


def _between(here: Point, there: Point, share: float) -> Point:
    return Point(here.x + (there.x - here.x) * share, here.y + (there.y - here.y) * share)


def _distance(at: Point, here: Point, there: Point) -> float:
    length = (there.x - here.x) ** 2 + (there.y - here.y) ** 2
    share = ((at.x - here.x) * (there.x - here.x) + (at.y - here.y) * (there.y - here.y)) / length
    nearest = _between(here, there, min(max(share, 0.0), 1.0))
    return hypot(at.x - nearest.x, at.y - nearest.y)
