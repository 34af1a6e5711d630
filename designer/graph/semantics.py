"""The reference semantics: which nodes run, and in which order, for given outcomes.

A node runs when every node it takes data from has run and, if it has flow inputs, at least one of them is live, once all
its predecessors have run or been skipped. A flow link is live when its source ran and, for a branch, the branch was
taken. A node that fails ends the execution: nothing that waits for it starts. Every exporter is held against this.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from designer.catalog.steps import THEN
from designer.graph.model import Graph, Link
from designer.graph.order import circles, predecessors, topological_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What happens in one run.

    `groups` are the nodes that run, in steps: those of one group can run at the same time. `skipped` did not run because
    a branch was not taken, `failed` ended with an error, `unreached` would have run had nothing failed before them.
    """

    groups: tuple[tuple[str, ...], ...]
    ran: tuple[str, ...]
    skipped: tuple[str, ...]
    failed: tuple[str, ...]
    unreached: tuple[str, ...]


class CyclicGraphError(ValueError):
    """The nodes in `circle` wait for each other, so that no order exists."""

    def __init__(self, circle: tuple[str, ...]) -> None:
        super().__init__(f"these nodes wait for each other: {' -> '.join((*circle, circle[0]))}")
        self.circle = circle


def run(graph: Graph, take: Mapping[str, str] | None = None, fail: Collection[str] = ()) -> Outcome:
    """Play one run. `take` names the branch of a node (else its first), `fail` the nodes that end with an error.

    A node whose kind ends the pipeline (`fail`) counts as failed when it runs and something is meant to fail by it.
    Raise `CyclicGraphError` where there is a circle.
    """
    before = predecessors(((link.source, link.target) for link in graph.links), graph.nodes)
    for circle in circles(before):
        raise CyclicGraphError(circle)
    play = _Play(graph, take or {}, frozenset(fail))
    for node_id in topological_order(before):
        play.decide(node_id)
    return play.outcome()


class _Play:
    def __init__(self, graph: Graph, take: Mapping[str, str], fail: frozenset[str]) -> None:
        self._graph = graph
        self._take = take
        self._fail = fail
        self._state: dict[str, str] = {}
        self._depth: dict[str, int] = {}

    def decide(self, node_id: str) -> None:
        incoming = self._graph.incoming[node_id]
        if any(self._state[link.source] in ("failed", "unreached") for link in incoming):
            self._state[node_id] = "unreached"
        elif not self._is_called(incoming):
            self._state[node_id] = "skipped"
        else:
            self._state[node_id] = "failed" if node_id in self._fail else "ran"
        self._depth[node_id] = 1 + max((self._depth[link.source] for link in incoming), default=-1)

    def _is_called(self, incoming: tuple[Link, ...]) -> bool:
        if any(self._state[link.source] != "ran" for link in incoming if link.data):
            return False
        flows = [link for link in incoming if not link.data]
        return not flows or any(self._is_live(link) for link in flows)

    def _is_live(self, link: Link) -> bool:
        if self._state[link.source] != "ran":
            return False
        branches = self._graph.nodes[link.source].branches
        if not branches:
            return True
        return link.branch == self._take.get(link.source, THEN if THEN in branches else branches[0])

    def outcome(self) -> Outcome:
        groups: dict[int, list[str]] = {}
        for node_id, state in self._state.items():
            if state in ("ran", "failed"):
                groups.setdefault(self._depth[node_id], []).append(node_id)
        return Outcome(
            groups=tuple(tuple(groups[depth]) for depth in sorted(groups)),
            ran=self._with("ran"),
            skipped=self._with("skipped"),
            failed=self._with("failed"),
            unreached=self._with("unreached"),
        )

    def _with(self, state: str) -> tuple[str, ...]:
        return tuple(node_id for node_id, found in self._state.items() if found == state)
