"""Which wires are in a part of the scene.

A wire lies in the cell that its middle is in. There are cells of several widths and heights, and a wire takes the least
that is not smaller than itself: so it reaches no farther than half a cell beyond its own, however long it is.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QRectF

from designer.gui.canvas.wire import Wire

_LEAST = 512
_Size = tuple[int, int]
_Cell = tuple[int, int]


class WireIndex:
    """Find wires by the rectangles around them."""

    def __init__(self) -> None:
        self._sizes: defaultdict[_Size, defaultdict[_Cell, set[Wire]]] = defaultdict(lambda: defaultdict(set))
        self._places: dict[Wire, set[Wire]] = {}

    def __len__(self) -> int:
        return len(self._places)

    def put(self, wire: Wire) -> None:
        """Note where a wire is now."""
        left, top, width, height = cast("tuple[float, float, float, float]", wire.bounds.getRect())
        across, down = _not_less(width), _not_less(height)
        place = self._sizes[across, down][int((left + width / 2) // across), int((top + height / 2) // down)]
        before = self._places.get(wire)
        if before is not place:
            if before is not None:
                before.discard(wire)
            place.add(wire)
            self._places[wire] = place

    def take(self, wire: Wire) -> None:
        """Forget a wire."""
        self._places.pop(wire, set()).discard(wire)

    def clear(self) -> None:
        """Forget all of them."""
        self._sizes.clear()
        self._places.clear()

    def within(self, area: QRectF) -> list[Wire]:
        """Return the wires whose rectangles have something in common with an area."""
        return [wire for place in self._near(area) for wire in place if wire.bounds.intersects(area)]

    def _near(self, area: QRectF) -> Iterator[set[Wire]]:
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
    """Return the numbers of the cells whose wires may reach in between."""
    return range(int((first - size / 2) // size), int((last + size / 2) // size) + 1)
