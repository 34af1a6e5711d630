"""Which column each box goes to: one after all that it follows, as near as can be to what follows it."""

from collections.abc import Sequence

from designer.graph.layout.net import Join, Near, Net


def forward_joins(count: int, joins: Sequence[Join]) -> list[Join]:
    """Return the joins without those that close a circle, found by a depth-first walk in the given order."""
    after: list[list[Join]] = [[] for _ in range(count)]
    indegree = [0] * count
    for join in joins:
        after[join.source].append(join)
        indegree[join.target] += 1
    state = [0] * count
    kept: list[Join] = []
    starts = [box for box in range(count) if indegree[box] == 0] + list(range(count))
    for start in starts:
        if state[start] == 0:
            _walk(start, after, state, kept)
    return kept


def _walk(start: int, after: list[list[Join]], state: list[int], kept: list[Join]) -> None:
    """Visit what follows `start`; a box in state 1 is on the way from the start, in state 2 it is done."""
    stack = [(start, 0)]
    state[start] = 1
    while stack:
        box, place = stack.pop()
        if place == len(after[box]):
            state[box] = 2
            continue
        stack.append((box, place + 1))
        join = after[box][place]
        if state[join.target] != 1:
            kept.append(join)
        if state[join.target] == 0:
            state[join.target] = 1
            stack.append((join.target, 0))


def assign_columns(count: int, joins: Sequence[Join]) -> list[int]:
    """Return the column of each box by the longest path, then pull those with more followers than forerunners right."""
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for join in joins:
        before[join.target].append(join.source)
        after[join.source].append(join.target)
    order = _in_order(before, after)
    column = [0] * count
    for box in order:
        column[box] = max((column[one] + 1 for one in before[box]), default=0)
    for box in reversed(order):
        if len(after[box]) > len(before[box]):
            column[box] = min(column[one] for one in after[box]) - 1
    return column


def _in_order(before: list[list[int]], after: list[list[int]]) -> list[int]:
    waiting = [len(each) for each in before]
    order = [box for box, open_joins in enumerate(waiting) if open_joins == 0]
    for box in order:
        for target in after[box]:
            waiting[target] -= 1
            if waiting[target] == 0:
                order.append(target)
    return order


def make_net(heights: Sequence[float], joins: Sequence[Join], column: Sequence[int]) -> Net:
    """Put boxes into columns, and a bend into each column that a wire passes; wires of one port share their bends."""
    count = len(heights)
    net = Net(
        heights=list(heights),
        columns=[[] for _ in range(max(column, default=-1) + 1)],
        before=[[] for _ in range(count)],
        after=[[] for _ in range(count)],
        real=count,
    )
    for box in range(count):
        net.columns[column[box]].append(box)
    bends: dict[tuple[int, float, int], int] = {}
    for join in joins:
        _join_through(net, join, column, bends)
    return net


def _join_through(net: Net, join: Join, column: Sequence[int], bends: dict[tuple[int, float, int], int]) -> None:
    at, at_y = join.source, join.source_y
    for passed in range(column[join.source] + 1, column[join.target]):
        key = (join.source, join.source_y, passed)
        if key not in bends:
            bends[key] = _add_bend(net, passed)
            _link(net, at, at_y, bends[key], 0.0)
        at, at_y = bends[key], 0.0
    _link(net, at, at_y, join.target, join.target_y)


def _add_bend(net: Net, column: int) -> int:
    bend = len(net.heights)
    net.heights.append(0.0)
    net.before.append([])
    net.after.append([])
    net.columns[column].append(bend)
    return bend


def _link(net: Net, source: int, source_y: float, target: int, target_y: float) -> None:
    net.after[source].append(Near(target, source_y, target_y))
    net.before[target].append(Near(source, target_y, source_y))
