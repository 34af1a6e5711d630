"""Structuring: any graph without circles as nested sequences, parallel forks and splits by a decision.

Engines like Step Functions know no joins: they nest. What runs, runs under exactly the conditions of the reference
semantics. Where the graph has the shape of such a nest nobody waits for anyone without need; where it has not (a shape
like the letter N) it is cut in two where the fewest nodes have to wait for one that they do not depend on.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from designer.catalog.branches import ERROR, THEN
from designer.graph.guards import ALWAYS, NEVER, Guards, GuardTest
from designer.graph.order import circles, predecessors, topological_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That `target` comes after `source`: with its data, by flow, or by the branch of a decision or the error of a task."""

    source: str
    target: str
    branch: str = ""
    data: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A node runs."""

    node: str


@dataclass(frozen=True, slots=True)
class Fork:
    """Blocks run side by side; what follows waits for all."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Split:
    """A decision is taken, and one of two blocks runs; either may be empty.

    A task whose failure is caught is a decision too: `then` runs when it ends well, `otherwise` when it fails.
    """

    node: str
    then: "Block"
    otherwise: "Block"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A block runs if earlier decisions went as the test says."""

    test: GuardTest | bool
    block: "Block"


_MOST_CUTS = 32
"""In large groups not every cut is tried: the time is better spent on the parts."""

Item: TypeAlias = Run | Fork | Split | Guarded
Block: TypeAlias = tuple[Item, ...]


def structure(
    nodes: Sequence[str], ties: Iterable[Tie], decisions: Collection[str], catching: Collection[str] = ()
) -> Block:
    """Nest a graph without circles. A node that can never run is left out; `catching` are tasks whose failure is caught."""
    return _Shape(nodes, tuple(ties), decisions, catching).whole()


class _Shape:
    """The order of the nodes and their guards; sets of nodes are numbers with one bit for each."""

    def __init__(
        self, nodes: Sequence[str], ties: tuple[Tie, ...], decisions: Collection[str], catching: Collection[str]
    ) -> None:
        before = predecessors(((tie.source, tie.target) for tie in ties), nodes)
        self._nodes = topological_order(before)
        self._place = {node: place for place, node in enumerate(self._nodes)}
        self._catching = frozenset(catching)
        self._decisions = frozenset(decisions) | self._catching
        self._guards = Guards([node for node in self._nodes if node in self._decisions])
        self._earlier = self._closure(before)
        self._later = self._reversed(self._earlier)
        self._guard = self._live(ties)

    def whole(self) -> Block:
        return self._block((1 << len(self._nodes)) - 1, ALWAYS)

    def _closure(self, before: dict[str, set[str]]) -> list[int]:
        earlier: list[int] = []
        for node in self._nodes:
            found = 0
            for source in before[node]:
                place = self._place[source]
                found |= earlier[place] | 1 << place
            earlier.append(found)
        return earlier

    def _reversed(self, earlier: list[int]) -> list[int]:
        later = [0] * len(earlier)
        for place, found in enumerate(earlier):
            for other in _bits(found):
                later[other] |= 1 << place
        return later

    def _live(self, ties: tuple[Tie, ...]) -> list[int]:
        into: dict[str, list[Tie]] = {node: [] for node in self._nodes}
        for tie in ties:
            into[tie.target].append(tie)
        live: list[int] = []
        for node in self._nodes:
            guard = ALWAYS
            called = NEVER if any(not tie.data for tie in into[node]) else ALWAYS
            for tie in into[node]:
                source = self._guards.both(live[self._place[tie.source]], self._branch(tie))
                if tie.data:
                    guard = self._guards.both(guard, source)
                else:
                    called = self._guards.either(called, source)
            live.append(self._guards.both(guard, called))
        return live

    def _branch(self, tie: Tie) -> int:
        if tie.source in self._catching:
            return self._guards.taken(tie.source, first=tie.branch != ERROR)
        if not tie.branch or tie.source not in self._decisions:
            return ALWAYS
        return self._guards.taken(tie.source, first=tie.branch == THEN)

    def _block(self, nodes: int, fact: int) -> Block:
        """Nest the nodes that may run where the fact is true."""
        alive = _union(1 << place for place in _bits(nodes) if self._may_run(place, fact))
        return tuple(self._sequence(self._series(alive, fact), fact))

    def _may_run(self, place: int, fact: int) -> bool:
        return self._guards.both(self._guard[place], fact) != NEVER

    def _apart(self, nodes: int, fact: int) -> dict[int, int]:
        """Return for each node those that could run at the same time: unordered, and not on opposite branches."""
        same: dict[int, int] = {}
        for place in _bits(nodes):
            same[self._guard[place]] = same.get(self._guard[place], 0) | 1 << place
        compatible = {
            guard: _union(
                found
                for other, found in same.items()
                if self._guards.both(self._guards.both(guard, other), fact) != NEVER
            )
            for guard in same
        }
        return {
            place: compatible[self._guard[place]] & ~(self._earlier[place] | self._later[place] | 1 << place)
            for place in _bits(nodes)
        }

    def _series(self, nodes: int, fact: int) -> list[int]:
        """Part nodes into groups that run one after the other anyhow, as far as that goes, in their order."""
        groups = _components(nodes, self._apart(nodes, fact))
        if len(groups) == 1:
            return groups
        while circle := next(iter(circles(self._before(groups))), None):
            merged = _union(groups[int(one)] for one in circle)
            groups = [group for group in groups if not group & merged] + [merged]
        return [groups[int(one)] for one in topological_order(self._before(sorted(groups, key=_lowest)))]

    def _before(self, groups: list[int]) -> dict[str, set[str]]:
        groups.sort(key=_lowest)
        group_of = {place: str(index) for index, group in enumerate(groups) for place in _bits(group)}
        nodes = _union(groups)
        before: dict[str, set[str]] = {str(index): set() for index in range(len(groups))}
        for index, group in enumerate(groups):
            earlier = _union(self._earlier[place] for place in _bits(group)) & nodes & ~group
            before[str(index)] = {group_of[place] for place in _bits(earlier)}
        return before

    def _sequence(self, groups: list[int], fact: int) -> Iterator[Item]:
        remaining = list(groups)
        while remaining:
            group = remaining.pop(0)
            needed = self._union_guard(group)
            decision = self._nodes[_lowest(group)]
            if not self._guards.implies(fact, needed):
                yield self._guarded(group, needed, remaining, fact)
            elif group.bit_count() > 1:
                parts = self._parts(group)
                if len(parts) > 1:
                    yield Fork(tuple(self._block(part, fact) for part in parts))
                else:
                    first = self._cut(group, fact)
                    remaining[:0] = self._series(first, fact) + self._series(group & ~first, fact)
            elif decision in self._decisions:
                yield self._split(decision, remaining, fact)
            else:
                yield Run(decision)

    def _guarded(self, group: int, needed: int, remaining: list[int], fact: int) -> Guarded:
        whole = group | self._pull(remaining, lambda other: self._implied(other, needed, fact))
        test = self._guards.test(self._guards.given(needed, fact))
        return Guarded(test, self._block(whole, self._guards.both(fact, needed)))

    def _split(self, decision: str, remaining: list[int], fact: int) -> Split:
        then = self._guards.both(fact, self._guards.taken(decision, first=True))
        otherwise = self._guards.both(fact, self._guards.taken(decision, first=False))
        inside = self._pull(remaining, lambda group: self._is_one_sided(group, then, otherwise))
        return Split(decision, self._block(inside, then), self._block(inside, otherwise))

    def _is_one_sided(self, group: int, then: int, otherwise: int) -> bool:
        return all(not (self._may_run(place, then) and self._may_run(place, otherwise)) for place in _bits(group))

    def _implied(self, group: int, needed: int, fact: int) -> bool:
        return self._guards.implies(self._guards.both(fact, self._union_guard(group)), needed)

    def _union_guard(self, group: int) -> int:
        found = NEVER
        for place in _bits(group):
            found = self._guards.either(found, self._guard[place])
        return found

    def _pull(self, remaining: list[int], fits: Callable[[int], bool]) -> int:
        """Take out of the rest the groups that fit and wait for nothing that stays there."""
        pulled = 0
        kept = 0
        for group in list(remaining):
            waits_for = _union(self._earlier[place] for place in _bits(group))
            if waits_for & kept or not fits(group):
                kept |= group
            else:
                pulled |= group
                remaining.remove(group)
        return pulled

    def _parts(self, group: int) -> list[int]:
        """Part nodes into groups that have nothing to do with each other."""
        related = {place: (self._earlier[place] | self._later[place]) & group for place in _bits(group)}
        return sorted(_components(group, related), key=_lowest)

    def _cut(self, group: int, fact: int) -> int:
        """Return the part to run first where nothing else helps, so that the fewest pairs wait without need."""
        apart = self._apart(group, fact)
        best = (len(self._nodes) ** 2 + 1, 0, 0)
        places = list(_bits(group))
        for place in places[:: 1 + len(places) // _MOST_CUTS]:
            for first in (self._earlier[place] | 1 << place, ~(self._later[place] | 1 << place)):
                part = first & group
                if part not in (0, group):
                    waits = sum((apart[one] & ~part).bit_count() for one in _bits(part))
                    best = min(best, (waits, -part.bit_count(), part))
        return best[2]


def _bits(nodes: int) -> Iterator[int]:
    while nodes:
        lowest = nodes & -nodes
        yield lowest.bit_length() - 1
        nodes ^= lowest


def _lowest(nodes: int) -> int:
    return (nodes & -nodes).bit_length() - 1


def _union(sets: Iterable[int]) -> int:
    found = 0
    for one in sets:
        found |= one
    return found


def _components(nodes: int, neighbours: dict[int, int]) -> list[int]:
    """Part nodes into groups that hang together."""
    groups: list[int] = []
    while nodes:
        group = fresh = nodes & -nodes
        while fresh:
            fresh = _union(neighbours[place] for place in _bits(fresh)) & nodes & ~group
            group |= fresh
        groups.append(group)
        nodes &= ~group
    return groups
