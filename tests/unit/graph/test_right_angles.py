"""The way of an edge in right angles."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from designer.document.model import Point
from designer.graph.card import CARD_WIDTH
from designer.graph.rectangles import CardRectangles, Rectangle, around, card_rectangle
from designer.graph.right_angles import RADIUS, Socket, corners, loose, reach, rounded

CORNERS = st.builds(Point, st.integers(-150, 150).map(lambda x: 8.0 * x), st.integers(-60, 60).map(lambda y: 8.0 * y))
HEIGHTS = st.sampled_from([72.0, 88.0, 136.0])
CARDS = st.builds(card_rectangle, CORNERS, HEIGHTS)
PINS = st.sampled_from([20.0, 36.0, 52.0])


def out_of(card: Rectangle, pin: float = 20.0) -> Socket:
    return Socket(Point(card.right, card.top + pin), card)


def into(card: Rectangle, pin: float = 20.0) -> Socket:
    return Socket(Point(card.left, card.top + pin), card)


def way(source: Socket, target: Socket, others: Sequence[Rectangle] = ()) -> tuple[Point, ...]:
    cards = dict(enumerate((source.card, target.card, *others)))
    return corners(source, target, CardRectangles({str(number): card for number, card in cards.items()}).within)


def pieces_within(card: Rectangle, points: Sequence[Point]) -> list[tuple[Point, Point]]:
    return [(start, end) for start, end in pairwise(points) if around(start, end).meets(card)]


def is_straight(start: Point, end: Point) -> bool:
    return start.x == end.x or start.y == end.y


@given(CARDS, CARDS, PINS, PINS, st.lists(CARDS, max_size=8))
def test_a_way_leads_from_pin_to_pin_in_level_and_upright_pieces(
    first: Rectangle, second: Rectangle, leaving: float, arriving: float, others: list[Rectangle]
) -> None:
    source, target = out_of(first, leaving), into(second, arriving)
    assume(source.at != target.at)

    turns = way(source, target, others)

    assert (turns[0], turns[-1]) == (source.at, target.at)
    assert all(is_straight(start, end) for start, end in pairwise(turns))
    assert turns[1].x >= source.at.x
    assert turns[-2].x <= target.at.x


@given(CARDS, CARDS, PINS, PINS, st.lists(CARDS, max_size=8))
def test_a_way_passes_through_neither_of_its_cards(
    first: Rectangle, second: Rectangle, leaving: float, arriving: float, others: list[Rectangle]
) -> None:
    assume(not first.meets(second))

    turns = way(out_of(first, leaving), into(second, arriving), others)

    assert pieces_within(first, turns) == []
    assert pieces_within(second, turns) == []


@given(CARDS, CARDS, PINS, PINS, st.lists(CARDS, max_size=8))
def test_a_way_stays_in_its_reach(
    first: Rectangle, second: Rectangle, leaving: float, arriving: float, others: list[Rectangle]
) -> None:
    source, target = out_of(first, leaving), into(second, arriving)
    area = around(*reach(source, target))

    for point in rounded(way(source, target, others)):
        assert area.left <= point.x <= area.right
        assert area.top <= point.y <= area.bottom


@given(CARDS, CARDS)
def test_only_at_corners_is_a_way_neither_level_nor_upright(first: Rectangle, second: Rectangle) -> None:
    turns = way(out_of(first), into(second))

    points = rounded(turns)

    for start, end in pairwise(points):
        near = [one for one in turns if max(abs(one.x - start.x), abs(one.y - start.y)) <= RADIUS + 1e-6]
        assert is_straight(start, end) or near
    assert (points[0], points[-1]) == (turns[0], turns[-1])


def test_an_upright_piece_is_in_the_middle_of_the_gap() -> None:
    source, target = loose(Point(0, 0)), loose(Point(96, 80))

    assert way(source, target) == (Point(0, 0), Point(48, 0), Point(48, 80), Point(96, 80))


def test_pins_at_one_height_are_joined_by_a_straight_line() -> None:
    assert rounded(way(loose(Point(0, 40)), loose(Point(96, 40)))) == (Point(0, 40), Point(96, 40))


@pytest.mark.parametrize("down", [400.0, -400.0])
def test_wires_between_several_pins_of_two_cards_neither_meet_nor_cross(down: float) -> None:
    first, second = card_rectangle(Point(0, 0), 88), card_rectangle(Point(312, down), 88)
    ways = [way(out_of(first, pin), into(second, pin)) for pin in (20.0, 36.0, 52.0)]

    for upper, lower in pairwise(ways):
        crossed = [(a, b) for a in pairwise(upper) for b in pairwise(lower) if around(*a).grown(2).meets(around(*b))]
        assert crossed == []


def test_a_short_piece_has_corners_of_a_smaller_radius() -> None:
    points = rounded((Point(0, 0), Point(48, 0), Point(48, 6), Point(96, 6)))

    assert points[1] == Point(45, 0)
    assert points[-2] == Point(51, 6)


def test_a_long_piece_has_corners_of_the_whole_radius() -> None:
    points = rounded((Point(0, 0), Point(48, 0), Point(48, 60)))

    assert points[1] == Point(48 - RADIUS, 0)
    assert points[-2] == Point(48, RADIUS)


def test_a_way_back_goes_round_below_two_cards_side_by_side() -> None:
    first, second = card_rectangle(Point(600, 0), 72), card_rectangle(Point(0, 0), 72)

    turns = way(out_of(first, 40), into(second, 40))

    assert max(point.y for point in turns) > 72
    assert turns[1].x > first.right
    assert turns[-2].x < second.left


def test_a_way_back_passes_between_two_cards_that_are_apart_in_height() -> None:
    first, second = card_rectangle(Point(600, 0), 72), card_rectangle(Point(0, 200), 72)

    turns = way(out_of(first, 36), into(second, 36))

    assert turns[2].y == turns[3].y
    assert first.bottom + RADIUS <= turns[2].y <= second.top - RADIUS


@pytest.mark.parametrize(("top", "level"), [(0.0, 236.0), (200.0, 36.0)])
def test_a_long_way_takes_the_height_at_which_no_card_is_in_its_way(top: float, level: float) -> None:
    first, second = card_rectangle(Point(0, 0), 72), card_rectangle(Point(624, 200), 72)
    between = card_rectangle(Point(312, top), 72)

    turns = way(out_of(first, 36), into(second, 36), [between])

    assert {start.y for start, end in pairwise(turns) if abs(end.x - start.x) >= CARD_WIDTH} == {level}


def test_ways_back_from_two_cards_do_not_run_along_one_line() -> None:
    home = card_rectangle(Point(0, 0), 72)
    near, far = (way(out_of(card_rectangle(Point(624, top), 72)), into(home)) for top in (104.0, 208.0))

    assert near[1].x != far[1].x
    assert near[2].y != far[2].y


def test_a_way_back_goes_round_a_card_in_its_way() -> None:
    first, between, second = (
        card_rectangle(Point(624, 0), 72),
        card_rectangle(Point(312, 40), 72),
        card_rectangle(Point(0, 0), 72),
    )

    turns = way(out_of(first, 40), into(second, 40), [between])

    assert pieces_within(between, turns) == []


def test_a_long_way_goes_round_a_card_in_its_row() -> None:
    first, between, last = (card_rectangle(Point(x, 0), 72) for x in (0, 312, 624))

    turns = way(out_of(first), into(last), [between])

    assert pieces_within(between.grown(4), turns) == []
    assert turns[1].x < between.left
    assert turns[-2].x > between.right
