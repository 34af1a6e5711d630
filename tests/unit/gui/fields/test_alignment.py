import pytest

from designer.gui.fields.alignment import changed_ends


@pytest.mark.parametrize(
    ("before", "after", "ends"),
    [
        ("abc", "abc", (3, 3)),
        ("abc", "axbc", (1, 2)),
        ("abc", "bc", (1, 0)),
        ("abc", "axc", (2, 2)),
        ("aa", "a", (2, 1)),
        ("", "ab", (0, 2)),
        ("ab", "", (2, 0)),
    ],
)
def test_the_part_that_differs_ends_before_what_is_the_same(before: str, after: str, ends: tuple[int, int]) -> None:
    assert changed_ends(before, after) == ends
