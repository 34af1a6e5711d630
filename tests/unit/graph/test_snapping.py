from designer.document.model import Point
from designer.graph.aligning import Box
from designer.graph.snapping import snap

OTHERS = (Box(Point(0, 0), 72), Box(Point(400, 300), 72))


def test_a_card_near_the_column_of_another_comes_into_it() -> None:
    found = snap(Box(Point(5, 500), 72), OTHERS, 8)

    assert (found.across, found.down) == (-5, None)
    assert found.upright == (108, 0, 572)


def test_a_card_near_the_row_of_another_comes_into_it() -> None:
    found = snap(Box(Point(700, 303), 72), OTHERS, 8)

    assert (found.across, found.down) == (None, -3)
    assert found.level == (300, 400, 916)


def test_cards_of_different_height_meet_at_the_nearest_of_top_middle_and_bottom() -> None:
    assert snap(Box(Point(700, 270), 104), OTHERS, 8).down == -2  # bottoms: 374 and 372


def test_out_of_reach_nothing_happens() -> None:
    found = snap(Box(Point(200, 150), 72), OTHERS, 8)

    assert (found.across, found.down, found.upright, found.level) == (None, None, None, None)
