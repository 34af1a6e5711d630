"""How high each box stands: as level with its neighbours as the order and the gaps within its column allow."""

from collections.abc import Sequence
from statistics import median

from designer.graph.layout.net import Near, Net

GAP = 40.0
BEND_GAP = 20.0
_ROUNDS_SMALL = 12
_ROUNDS_LARGE = 5
_SMALL = 400


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
    blocks: list[tuple[float, int]] = []
    for index, box in enumerate(column):
        rooms.append(room)
        _append(blocks, wanted[index] - room)
        following = column[index + 1] if index + 1 < len(column) else box
        gap = BEND_GAP if net.is_bend(box) or net.is_bend(following) else GAP
        room += net.heights[box] + gap
    index = 0
    for total, size in blocks:
        for _ in range(size):
            tops[column[index]] = total / size + rooms[index]
            index += 1


def _append(blocks: list[tuple[float, int]], value: float) -> None:
    total, size = value, 1
    while blocks and blocks[-1][0] / blocks[-1][1] > total / size:
        above, boxes = blocks.pop()
        total, size = total + above, size + boxes
    blocks.append((total, size))
