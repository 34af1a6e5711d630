"""Where a moved card comes into line with others that stay."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import isclose

from designer.graph.aligning import Box

Line = tuple[float, float, float]
"""The coordinate of a guide, and from where to where it reaches on the other axis."""


@dataclass(frozen=True, slots=True)
class Snap:
    """How far a card is to be moved on to be in line, and the guides that show with what."""

    across: float | None = None
    down: float | None = None
    upright: Line | None = None
    level: Line | None = None


def snap(moved: Box, others: Iterable[Box], reach: float) -> Snap:
    """Return the nearest lines of other cards within reach: left sides and centres, tops and middles."""
    listed = tuple(others)
    across = _nearest(moved, listed, _columns, reach)
    down = _nearest(moved, listed, _rows, reach)
    return Snap(
        across=across[0] if across else None,
        down=down[0] if down else None,
        upright=_upright(moved, *across) if across else None,
        level=_level(moved, *down) if down else None,
    )


def _nearest(
    moved: Box, others: Iterable[Box], lines: Callable[[Box], tuple[float, ...]], reach: float
) -> tuple[float, Box] | None:
    """Return how far it is to the nearest line, and whose it is; of two as near the one further left, or up."""
    found = [
        (theirs - mine, other)
        for other in others
        for mine, theirs in zip(lines(moved), lines(other), strict=True)
        if abs(theirs - mine) <= reach
    ]
    return min(found, key=lambda each: (abs(each[0]), each[1].at.x, each[1].at.y), default=None)


def _columns(box: Box) -> tuple[float, float]:
    return box.at.x, box.at.x + box.width / 2


def _rows(box: Box) -> tuple[float, float, float]:
    return box.at.y, box.at.y + box.height / 2, box.at.y + box.height


def _upright(moved: Box, by: float, other: Box) -> Line:
    ys = (moved.at.y, moved.at.y + moved.height, other.at.y, other.at.y + other.height)
    return moved.at.x + by + moved.width / 2, min(ys), max(ys)


def _level(moved: Box, by: float, other: Box) -> Line:
    xs = (moved.at.x, moved.at.x + moved.width, other.at.x, other.at.x + other.width)
    rows = zip(_rows(moved), _rows(other), strict=True)
    row = min((mine + by for mine, theirs in rows if isclose(mine + by, theirs)), default=moved.at.y + by)
    return row, min(xs), max(xs)
