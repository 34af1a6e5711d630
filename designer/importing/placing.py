"""Where imported nodes stand: from left to right by how many steps away from the start they are."""

from collections.abc import Iterable, Mapping, Sequence

from designer.document.model import Edge, Point

_COLUMN_WIDTH = 280.0
_ROW_HEIGHT = 140.0


def placed_by_distance(ids: Sequence[str], edges: Iterable[Edge], start: object = None) -> dict[str, Point]:
    """Return a place for each id; `start` names the first where it is known, else nodes that nothing leads to are."""
    following: dict[str, list[str]] = {one: [] for one in ids}
    led_to: set[str] = set()
    for edge in edges:
        if edge.source in following and edge.target in following:
            following[edge.source].append(edge.target)
            led_to.add(edge.target)
    column: dict[str, int] = {}
    for first in (start, *(one for one in ids if one not in led_to), *ids):
        if isinstance(first, str) and first in following and first not in column:
            _count(first, following, column)
    filled: dict[int, int] = {}
    places: dict[str, Point] = {}
    for one in sorted(ids, key=column.__getitem__):
        row = filled.get(column[one], 0)
        filled[column[one]] = row + 1
        places[one] = Point(column[one] * _COLUMN_WIDTH, row * _ROW_HEIGHT)
    return places


def _count(first: str, following: Mapping[str, list[str]], column: dict[str, int]) -> None:
    column[first] = 0
    waiting = [first]
    for one in waiting:
        for target in following[one]:
            if target not in column:
                column[target] = column[one] + 1
                waiting.append(target)
