"""How high each box stands: as level with its neighbours as the order and the gaps within its column allow."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from designer.graph.layout.net import Near, Net

GAP = 40.0
BEND_GAP = 28.0
_BEND_WEIGHT = 6.0
"""How much more a passing wire insists on its height than a card does: straight wires read best."""
_ROUNDS_SMALL = 12
_ROUNDS_LARGE = 5
_SMALL = 400


class _Block(NamedTuple):
    """Neighbours that stand together: the weighted sum of what they want, their weight and number."""

    total: float
    weight: float
    size: int


def assign_heights(net: Net) -> list[float]:
    """Return the top of each box."""
    tops = [0.0] * len(net.heights)
    for column in net.columns:
        _spread(net, column, tops, [0.0] * len(column))
    for turn in range(_ROUNDS_SMALL if len(net.heights) <= _SMALL else _ROUNDS_LARGE):
        for column in net.columns:
            _spread(net, column, tops, [_wanted(net.before[box], tops, tops[box]) for box in column])
        for column in reversed(net.columns):
            _spread(net, column, tops, [_wanted(net.after[box], tops, tops[box]) for box in column])
        if turn % 2:
            _settle(net, tops)
    _settle(net, tops)
    return tops


def _settle(net: Net, tops: list[float]) -> None:
    for column in net.columns:
        wanted = [_wanted([*net.before[box], *net.after[box]], tops, tops[box]) for box in column]
        _spread(net, column, tops, wanted)


def _wanted(near: Sequence[Near], tops: list[float], own: float) -> float:
    if not near:
        return own
    return median(tops[one.box] + one.its_y - one.own_y for one in near)


def _spread(net: Net, column: list[int], tops: list[float], wanted: list[float]) -> None:
    """Place a column's boxes in order as near to the wanted tops as the gaps allow.

    With the room above each box taken off, the tops may only grow; the nearest growing row is found by joining
    neighbours that would shrink into blocks at their mean.
    """
    room = 0.0
    rooms: list[float] = []
    blocks: list[_Block] = []
    for index, box in enumerate(column):
        rooms.append(room)
        _append(blocks, wanted[index] - room, _BEND_WEIGHT if net.is_bend(box) else 1.0)
        following = column[index + 1] if index + 1 < len(column) else box
        gap = BEND_GAP if net.is_bend(box) or net.is_bend(following) else GAP
        room += net.heights[box] + gap
    index = 0
    for block in blocks:
        for _ in range(block.size):
            tops[column[index]] = block.total / block.weight + rooms[index]
            index += 1


def _append(blocks: list[_Block], value: float, weight: float) -> None:
    block = _Block(value * weight, weight, 1)
    while blocks and blocks[-1].total / blocks[-1].weight > block.total / block.weight:
        above = blocks.pop()
        block = _Block(above.total + block.total, above.weight + block.weight, above.size + block.size)
    blocks.append(block)
