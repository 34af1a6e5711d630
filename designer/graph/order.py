"""Orders: which nodes come before which, and which stand in a circle."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence


def predecessors(pairs: Iterable[tuple[str, str]], ids: Iterable[str]) -> dict[str, set[str]]:
    """Return, for every id, the ids directly before it; a pair is (earlier, later)."""
    before: dict[str, set[str]] = {one: set() for one in ids}
    for earlier, later in pairs:
        before[later].add(earlier)
    return before


def topological_order(before: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Return the ids so that each comes after those before it, else in the given order.

    Where there is a circle, its members (and what follows from them) come last, in the given order.
    """
    waiting = {one: len(earlier) for one, earlier in before.items()}
    after: dict[str, list[str]] = {one: [] for one in before}
    for one, earlier in before.items():
        for other in earlier:
            after[other].append(one)
    place = {one: index for index, one in enumerate(before)}
    ready = sorted((one for one, count in waiting.items() if not count), key=place.__getitem__, reverse=True)
    ordered: list[str] = []
    while ready:
        one = ready.pop()
        ordered.append(one)
        freed = []
        for later in after[one]:
            waiting[later] -= 1
            if not waiting[later]:
                freed.append(later)
        ready.extend(sorted(freed, key=place.__getitem__, reverse=True))
    done = set(ordered)
    return (*ordered, *(one for one in before if one not in done))


def goes_round(order: Sequence[str], before: Mapping[str, set[str]]) -> bool:
    """Say whether ids stand in a circle, given the topological order of all of them."""
    done: set[str] = set()
    for one in order:
        if not before[one] <= done:
            return True
        done.add(one)
    return False


def circles(before: Mapping[str, set[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of ids that stand in a circle with each other, each in the given order."""
    place = {one: index for index, one in enumerate(before)}
    groups = [
        tuple(sorted(group, key=place.__getitem__))
        for group in _strong_components(before)
        if len(group) > 1 or group[0] in before[group[0]]
    ]
    return tuple(sorted(groups, key=lambda group: place[group[0]]))


def way_round(circle: Sequence[str], before: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Return a shortest way from the first of a circle back to it, without naming the first twice."""
    first = circle[0]
    ways: deque[tuple[str, ...]] = deque([(first,)])
    seen = {first}
    while ways:
        way = ways.popleft()
        if first in before[way[0]]:
            return (first, *way[:-1])
        for earlier in circle:
            if earlier in before[way[0]] and earlier not in seen:
                seen.add(earlier)
                ways.append((earlier, *way))
    return tuple(circle)


def _strong_components(before: Mapping[str, set[str]]) -> list[list[str]]:
    walk = _Walk(before)
    for one in before:
        walk.visit(one)
    return walk.found


class _Walk:
    """Tarjan's algorithm without recursion, so that a chain of any length fits."""

    def __init__(self, before: Mapping[str, set[str]]) -> None:
        self.found: list[list[str]] = []
        self._before = before
        self._index: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._stack: list[str] = []
        self._on_stack: set[str] = set()

    def visit(self, root: str) -> None:
        if root in self._index:
            return
        work = [self._enter(root)]
        while work:
            one, rest = work[-1]
            step = next(rest, None)
            if step is None:
                work.pop()
                self._leave(one, work[-1][0] if work else None)
            elif step not in self._index:
                work.append(self._enter(step))
            elif step in self._on_stack:
                self._low[one] = min(self._low[one], self._index[step])

    def _enter(self, one: str) -> tuple[str, Iterator[str]]:
        self._index[one] = self._low[one] = len(self._index)
        self._stack.append(one)
        self._on_stack.add(one)
        return one, iter(self._before[one])

    def _leave(self, one: str, parent: str | None) -> None:
        if parent is not None:
            self._low[parent] = min(self._low[parent], self._low[one])
        if self._low[one] == self._index[one]:
            place = len(self._stack) - 1
            while self._stack[place] != one:
                place -= 1
            self.found.append(self._stack[place:])
            self._on_stack.difference_update(self._stack[place:])
            del self._stack[place:]
