"""Wires that are led through points."""

from itertools import pairwise
from math import atan2, pi

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from designer.document.model import Point
from designer.graph.bent_angles import bent_corners
from designer.graph.course import BentCourse
from designer.graph.right_angles import RADIUS

CUT = 0.42 * RADIUS
"""How much a rounded corner cuts off at most."""
START, END = Point(0, 0), Point(400, 120)
_PLACES = st.builds(Point, st.integers(-30, 60).map(lambda x: 8.0 * x), st.integers(-30, 60).map(lambda y: 8.0 * y))
_WAYS = st.lists(_PLACES, min_size=1, max_size=4).map(tuple)


def distance(at: Point, way: tuple[Point, ...]) -> float:
    return min(_distance(at, start, end) for start, end in pairwise(way))


def _distance(at: Point, start: Point, end: Point) -> float:
    length = (end.x - start.x) ** 2 + (end.y - start.y) ** 2
    share = ((at.x - start.x) * (end.x - start.x) + (at.y - start.y) * (end.y - start.y)) / length if length else 0
    share = min(max(share, 0), 1)
    return float(
        ((start.x + share * (end.x - start.x) - at.x) ** 2 + (start.y + share * (end.y - start.y) - at.y) ** 2) ** 0.5
    )


def steepest_turn(way: tuple[Point, ...]) -> float:
    angles = [atan2(end.y - start.y, end.x - start.x) for start, end in pairwise(way) if start != end]
    turns = (abs(after - before) for before, after in pairwise(angles))
    return max(min(turn, 2 * pi - turn) for turn in turns)


@given(via=_WAYS, end=_PLACES, right_angled=st.booleans())
def test_a_wire_goes_through_its_points_from_end_to_end_and_never_leaves_its_reach(
    via: tuple[Point, ...], end: Point, *, right_angled: bool
) -> None:
    course = BentCourse(START, via, end, right_angled)
    points, reach = course.points(), course.reach()

    assert points[0] == START
    assert abs(points[-1].x - end.x) + abs(points[-1].y - end.y) < 1e-6
    assert all(distance(at, points) < (CUT if right_angled else 1e-6) for at in via)
    assert all(min(p.x for p in reach) - 1e-6 <= p.x <= max(p.x for p in reach) + 1e-6 for p in points)
    assert all(min(p.y for p in reach) - 1e-6 <= p.y <= max(p.y for p in reach) + 1e-6 for p in points)


@given(via=_WAYS, end=_PLACES)
def test_a_way_in_right_angles_never_turns_round_on_the_spot(via: tuple[Point, ...], end: Point) -> None:
    assume({*via, end} != {START})
    headings = [
        ((there.x > here.x) - (there.x < here.x), (there.y > here.y) - (there.y < here.y))
        for here, there in pairwise(bent_corners(START, via, end))
    ]

    assert all(abs(across) + abs(down) == 1 for across, down in headings)
    assert headings[0] == headings[-1] == (1, 0)
    assert all(one != (-other[0], -other[1]) for one, other in pairwise(headings))


def test_a_wire_is_upright_where_its_point_is_between_its_ends() -> None:
    assert bent_corners(START, (Point(80, 56),), END) == (START, Point(80, 0), Point(80, 120), END)


def test_a_wire_is_level_at_a_point_above_both_its_ends() -> None:
    way = bent_corners(START, (Point(200, -80),), END)

    assert [at.y for at in way] == [0, 0, -80, -80, 120, 120]


@pytest.mark.parametrize("via", [((200, 60),), ((120, -80), (280, 200)), ((100, 100), (200, 100), (300, 100))])
def test_a_curve_has_no_kinks_and_leaves_and_arrives_level(via: tuple[tuple[float, float], ...]) -> None:
    points = BentCourse(START, tuple(Point(x, y) for x, y in via), END).points()

    assert steepest_turn(points) < pi / 5
    assert abs(points[1].y - points[0].y) < 0.2 * (points[1].x - points[0].x)
    assert abs(points[-1].y - points[-2].y) < 0.2 * (points[-1].x - points[-2].x)


def test_a_curve_over_points_that_go_ahead_goes_ahead_all_the_way() -> None:
    points = BentCourse(START, (Point(120, -80), Point(280, 200)), END).points()

    assert all(before.x < after.x for before, after in pairwise(points))
