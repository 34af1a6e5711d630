import pytest

from designer.document.model import Point
from designer.graph.aligning import Box, Side, align, distribute

BOXES = {"a": Box(Point(0, 0), 72), "b": Box(Point(100, 200), 104), "c": Box(Point(40, 500), 72)}


@pytest.mark.parametrize(
    ("side", "xs"), [(Side.LEFT, [0, 0, 0]), (Side.RIGHT, [100, 100, 100]), (Side.CENTRE, [50, 50, 50])]
)
def test_cards_are_brought_into_one_column(side: Side, xs: list[float]) -> None:
    places = align(BOXES, side)

    assert [places[name].x for name in "abc"] == xs
    assert [places[name].y for name in "abc"] == [0, 200, 500]


def test_cards_of_different_heights_share_their_middle_or_bottom() -> None:
    middle, bottom = align(BOXES, Side.MIDDLE), align(BOXES, Side.BOTTOM)

    assert {middle[name].y + BOXES[name].height / 2 for name in "abc"} == {286}
    assert {bottom[name].y + BOXES[name].height for name in "abc"} == {572}


def test_gaps_become_equal_and_the_outermost_stay() -> None:
    places = distribute(BOXES, across=False)

    assert (places["a"], places["c"]) == (Point(0, 0), Point(40, 500))
    assert places["b"].y - 72 == places["c"].y - (places["b"].y + 104)


def test_two_cards_stay_where_they_are() -> None:
    two = {name: BOXES[name] for name in "ab"}

    assert distribute(two, across=True) == {name: box.at for name, box in two.items()}
