"""Which of many things are in a part of the scene.

A thing lies in the cell that its middle is in. There are cells of several widths and heights, and it takes the least that
is not smaller than itself: so it reaches no farther than half a cell beyond its own, however large it is.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QRectF

_LEAST = 512
_Size = tuple[int, int]
_Cell = tuple[float, float]


class _Bounded(Protocol):
    @property
    def bounds(self) -> QRectF:
        """The rectangle in the scene."""
        ...


T = TypeVar("T", bound=_Bounded)


class AreaIndex(Generic[T]):
    """Find things by the rectangles around them."""

    def __init__(self) -> None:
        self._sizes: defaultdict[_Size, defaultdict[_Cell, set[T]]] = defaultdict(lambda: defaultdict(set))
        self._places: dict[T, set[T]] = {}

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[T]:
        return iter(self._places)

    def put(self, thing: T) -> None:
        """Note where a thing is now."""
        left, top, width, height = cast("tuple[float, float, float, float]", thing.bounds.getRect())
        across = _LEAST if width < _LEAST else _not_less(width)
        down = _LEAST if height < _LEAST else _not_less(height)
        place = self._sizes[across, down][(left + width / 2) // across, (top + height / 2) // down]
        before = self._places.get(thing)
        if before is not place:
            if before is not None:
                before.discard(thing)
            place.add(thing)
            self._places[thing] = place

    def take(self, thing: T) -> None:
        """Forget a thing."""
        self._places.pop(thing, set()).discard(thing)
        if not self._places:
            self._sizes.clear()

    def within(self, area: QRectF) -> list[T]:
        """Return the things whose rectangles have something in common with an area."""
        return [thing for place in self._near(area) for thing in place if thing.bounds.intersects(area)]

    def _near(self, area: QRectF) -> Iterator[set[T]]:
        for (across, down), cells in self._sizes.items():
            columns = _reached(area.left(), area.right(), across)
            rows = _reached(area.top(), area.bottom(), down)
            if len(columns) * len(rows) > len(cells):
                yield from (place for (column, row), place in cells.items() if column in columns and row in rows)
            else:
                wanted = ((column, row) for column in columns for row in rows)
                yield from (cells[cell] for cell in wanted if cell in cells)


def _not_less(length: float) -> int:
    return _LEAST << (int(length) // _LEAST).bit_length()


def _reached(first: float, last: float, size: int) -> range:
    """Return the numbers of the cells whose things may reach in between."""
    return range(int((first - size / 2) // size), int((last + size / 2) // size) + 1)
