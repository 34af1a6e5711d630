"""Where cards stand."""

from hypothesis import given
from hypothesis import strategies as st

from designer.document.model import Point
from designer.graph.rectangles import CardRectangles, Rectangle, around, card_rectangle

POINTS = st.builds(Point, st.integers(-500, 500).map(float), st.integers(-500, 500).map(float))
CARDS = st.lists(st.builds(card_rectangle, POINTS, st.sampled_from([72.0, 120.0])), max_size=12)


@given(CARDS, POINTS, POINTS)
def test_the_cards_in_an_area_are_those_that_reach_into_it(cards: list[Rectangle], first: Point, second: Point) -> None:
    area = around(first, second)

    found = CardRectangles({str(number): card for number, card in enumerate(cards)}).within(area)

    assert sorted(map(repr, found)) == sorted(repr(card) for card in cards if card.meets(area))


@given(CARDS, CARDS, POINTS, POINTS)
def test_cards_that_were_moved_are_found_where_they_are(
    then: list[Rectangle], now: list[Rectangle], first: Point, second: Point
) -> None:
    area = around(first, second)
    cards = CardRectangles({str(number): card for number, card in enumerate(then)})
    moved = {str(number): card for number, (_, card) in enumerate(zip(then, now, strict=False))}

    for name, card in moved.items():
        cards.move(name, card)

    expected = {str(number): card for number, card in enumerate(then)} | moved
    assert sorted(map(repr, cards.within(area))) == sorted(repr(card) for card in expected.values() if card.meets(area))


def test_rectangles_that_only_touch_do_not_meet() -> None:
    assert not Rectangle(0, 0, 10, 10).meets(Rectangle(10, 0, 20, 10))
    assert Rectangle(0, 0, 10, 10).meets(Rectangle(9, 9, 20, 20))
