"""Which rows of a list are still the same after some have come or gone."""

from collections.abc import Sequence


def changed_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """Return where in each of two lists that begin alike the part ends that differs: what follows is the same in both."""
    least = min(len(before), len(after))
    start = next((index for index in range(least) if before[index] != after[index]), least)
    same = next((index for index in range(least - start) if before[-1 - index] != after[-1 - index]), least - start)
    return len(before) - same, len(after) - same
