"""Where cards stand."""

from hypothesis import given
from hypothesis import strategies as st

from designer.document.model import Point
from designer.graph.boxes import Box, CardBoxes, around, card_box

POINTS = st.builds(Point, st.integers(-500, 500).map(float), st.integers(-500, 500).map(float))
CARDS = st.lists(st.builds(card_box, POINTS, st.sampled_from([72.0, 120.0])), max_size=12)


@given(CARDS, POINTS, POINTS)
def test_the_cards_in_an_area_are_those_that_reach_into_it(cards: list[Box], first: Point, second: Point) -> None:
    area = around(first, second)

    found = CardBoxes({str(number): card for number, card in enumerate(cards)}).within(area)

    assert sorted(map(repr, found)) == sorted(repr(card) for card in cards if card.meets(area))


@given(CARDS, CARDS, POINTS, POINTS)
def test_cards_that_were_moved_are_found_where_they_are(
    then: list[Box], now: list[Box], first: Point, second: Point
) -> None:
    area = around(first, second)
    boxes = CardBoxes({str(number): card for number, card in enumerate(then)})
    moved = {str(number): card for number, (_, card) in enumerate(zip(then, now, strict=False))}

    for name, card in moved.items():
        boxes.move(name, card)

    expected = {str(number): card for number, card in enumerate(then)} | moved
    assert sorted(map(repr, boxes.within(area))) == sorted(repr(box) for box in expected.values() if box.meets(area))


def test_boxes_that_only_touch_do_not_meet() -> None:
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 20, 10))
    assert Box(0, 0, 10, 10).meets(Box(9, 9, 20, 20))
