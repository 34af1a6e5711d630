"""The way of an edge."""

from hypothesis import given
from hypothesis import strategies as st

from designer.document.model import Point
from designer.graph.curve_points import points_on
from designer.graph.route import route

POINTS = st.builds(Point, st.floats(-2000, 2000), st.floats(-2000, 2000))


@given(POINTS, POINTS)
def test_a_route_leaves_to_the_right_and_arrives_from_the_left(start: Point, end: Point) -> None:
    way = route(start, end)

    assert way.start == start
    assert way.curves[-1].end == end
    assert way.curves[0].first.x >= start.x
    assert way.curves[-1].second.x <= end.x
    assert way.curves[0].first.y == start.y
    assert way.curves[-1].second.y == end.y


def test_a_route_ahead_never_turns_back() -> None:
    xs = [point.x for point in points_on(route(Point(0, 0), Point(300, 200)))]

    assert xs == sorted(xs)


def test_a_route_backwards_passes_below_two_cards_side_by_side() -> None:
    points = points_on(route(Point(600, 40), Point(0, 40)))

    assert all(point.y > 40 + 72 for point in points if 50 < point.x < 550)
