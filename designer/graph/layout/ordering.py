"""The order within each column: sweeps by the mean place of neighbours, then swaps of neighbours that cross less."""

from bisect import bisect_right, insort

from designer.graph.layout.net import Near, Net

_SMALL = 400
_SWEEPS_SMALL = 16
_SWEEPS_LARGE = 10
_PIN_SHARE = 0.9 / 200.0
"""How much of a place a pin's height counts, so that wires to one card leave it in the order of its pins."""


def order_columns(net: Net) -> None:
    """Reorder the columns in place so that few wires cross."""
    place = [0] * len(net.heights)
    for column in net.columns:
        _number(column, place)
    best = crossings(net, place)
    kept = [list(column) for column in net.columns]
    sweeps = _SWEEPS_SMALL if len(net.heights) <= _SMALL else _SWEEPS_LARGE
    for sweep in range(sweeps):
        if best == 0:
            break
        _sweep(net, place, forwards=sweep % 2 == 0)
        _swap(net, place)
        now = crossings(net, place)
        if now < best:
            best, kept = now, [list(column) for column in net.columns]
    net.columns[:] = kept


def crossings(net: Net, place: list[int]) -> int:
    """Count the crossings of wires between neighbouring columns."""
    count = 0
    for column in net.columns:
        ends = sorted(
            (place[box] + near.own_y * _PIN_SHARE, place[near.box] + near.its_y * _PIN_SHARE)
            for box in column
            for near in net.after[box]
        )
        seen: list[float] = []
        for _, end in ends:
            count += len(seen) - bisect_right(seen, end)
            insort(seen, end)
    return count


def _number(column: list[int], place: list[int]) -> None:
    for index, box in enumerate(column):
        place[box] = index


def _sweep(net: Net, place: list[int], *, forwards: bool) -> None:
    near = net.before if forwards else net.after
    for column in net.columns if forwards else reversed(net.columns):
        column.sort(key=lambda box: _mean(near[box], place, place[box]))
        _number(column, place)


def _mean(near: list[Near], place: list[int], own: int) -> float:
    if not near:
        return float(own)
    return sum(place[one.box] + (one.its_y - one.own_y) * _PIN_SHARE for one in near) / len(near)


def _swap(net: Net, place: list[int]) -> None:
    for column in net.columns:
        for index in range(len(column) - 1):
            upper, lower = column[index], column[index + 1]
            as_is = _between(net, upper, lower, place)
            if as_is and _between(net, lower, upper, place) < as_is:
                column[index], column[index + 1] = lower, upper
                place[lower], place[upper] = index, index + 1


def _between(net: Net, upper: int, lower: int, place: list[int]) -> int:
    return _side(net.before[upper], net.before[lower], place) + _side(net.after[upper], net.after[lower], place)


def _side(upper: list[Near], lower: list[Near], place: list[int]) -> int:
    """Count the crossings of two boxes' wires on one side when the first stands above the second."""
    return sum(
        place[one.box] + one.its_y * _PIN_SHARE > place[other.box] + other.its_y * _PIN_SHARE
        for one in upper
        for other in lower
    )
