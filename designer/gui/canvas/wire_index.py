"""Which wires are in a part of the scene.

A wire lies in the square that its middle is in. There are squares of several sizes, and a wire takes the least that is
not smaller than itself: so it reaches no farther than half a square beyond its own, however long it is.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRectF

from designer.gui.canvas.wire import Wire

_LEAST = 512
_Square = tuple[int, int]


class WireIndex:
    """Find wires by the rectangles around them."""

    def __init__(self) -> None:
        self._sizes: defaultdict[int, defaultdict[_Square, set[Wire]]] = defaultdict(lambda: defaultdict(set))
        self._places: dict[Wire, set[Wire]] = {}

    def __len__(self) -> int:
        return len(self._places)

    def put(self, wire: Wire) -> None:
        """Note where a wire is now."""
        left, top, width, height = cast("tuple[float, float, float, float]", wire.bounds.getRect())
        size = _LEAST << (int(max(width, height)) // _LEAST).bit_length()
        place = self._sizes[size][int((left + width / 2) // size), int((top + height / 2) // size)]
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
        wires = (wire for place in self._near(area) for wire in place)
        return [wire for wire in wires if wire.bounds.intersects(area)]

    def _near(self, area: QRectF) -> Iterable[set[Wire]]:
        for size, squares in self._sizes.items():
            half = size / 2
            columns = range(int((area.left() - half) // size), int((area.right() + half) // size) + 1)
            rows = range(int((area.top() - half) // size), int((area.bottom() + half) // size) + 1)
            if len(columns) * len(rows) > len(squares):
                yield from (place for (column, row), place in squares.items() if column in columns and row in rows)
            else:
                wanted = ((column, row) for column in columns for row in rows)
                yield from (squares[square] for square in wanted if square in squares)
