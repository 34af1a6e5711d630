"""The reference semantics: which nodes run, and in which order, for given outcomes.

A node runs when every node it takes data from has run and, if it has flow inputs, at least one of them is live, once all
its predecessors have run or been skipped. A flow link is live when its source ran and, for a branch, the branch was
taken. A node that fails ends the execution: nothing that waits for it starts. Where flow leaves it by `error`, the failure
is caught instead: that flow is live, all other flow from it is not, and what takes data from it is skipped. What stands in
a nested graph runs, once for each item, when the node that holds it does; that node fails with it, and takes what is taken
in it of nodes outside. Every exporter is held against this.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from designer.catalog.branches import ERROR, THEN
from designer.graph.model import Graph, Link, earlier_nodes
from designer.graph.nesting import containers
from designer.graph.order import circles, topological_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What happens in one run.

    `groups` are the nodes that run, in steps: those of one group can run at the same time. `skipped` did not run because
    a branch was not taken, `failed` ended with an error, `caught` did too but the execution went on by `error`, `unreached`
    would have run had nothing failed before them.
    """

    groups: tuple[tuple[str, ...], ...]
    ran: tuple[str, ...]
    skipped: tuple[str, ...]
    failed: tuple[str, ...]
    unreached: tuple[str, ...]
    caught: tuple[str, ...] = ()


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
    before = earlier_nodes(graph)
    for circle in circles(before):
        raise CyclicGraphError(circle)
    play = _Play(graph, before, take or {}, frozenset(fail))
    for node_id in topological_order(before):
        play.decide(node_id)
    return play.outcome()


class _Play:
    def __init__(
        self, graph: Graph, before: Mapping[str, set[str]], take: Mapping[str, str], fail: frozenset[str]
    ) -> None:
        self._graph = graph
        self._take = take
        self._fail = fail
        self._before = before
        self._held: dict[str, list[str]] = {node_id: [] for node_id in graph.nodes}
        for inner, holder in graph.inside.items():
            self._held[holder].append(inner)
        self._incoming = _with_what_is_taken_inside(graph)
        self._began: dict[str, str] = {}
        self._depth: dict[str, int] = {}

    def decide(self, node_id: str) -> None:
        incoming = self._incoming[node_id]
        holder = self._graph.inside.get(node_id, "")
        around = self._began.get(holder, "ran")
        if around == "unreached" or any(
            self._end(link.source, node_id) in ("failed", "unreached") for link in incoming
        ):
            self._began[node_id] = "unreached"
        elif around == "skipped" or not self._is_called(node_id, incoming):
            self._began[node_id] = "skipped"
        else:
            self._began[node_id] = "ran"
        self._depth[node_id] = 1 + max((self._depth[earlier] for earlier in self._before[node_id]), default=-1)

    def _end(self, node_id: str, reader: str = "") -> str:
        """Return how a node ended; for who stands in its nested graph, how it began."""
        state = self._began[node_id]
        if state != "ran" or node_id in containers(self._graph.inside, reader):
            return state
        if node_id not in self._fail and all(self._end(inner) != "failed" for inner in self._held[node_id]):
            return "ran"
        return "caught" if any(link.branch == ERROR for link in self._graph.outgoing[node_id]) else "failed"

    def _is_called(self, node_id: str, incoming: tuple[Link, ...]) -> bool:
        if any(self._end(link.source, node_id) != "ran" for link in incoming if link.data):
            return False
        flows = [link for link in incoming if not link.data]
        return not flows or any(self._is_live(link) for link in flows)

    def _is_live(self, link: Link) -> bool:
        state = self._end(link.source)
        if link.branch == ERROR or state != "ran":
            return link.branch == ERROR and state == "caught"
        branches = self._graph.nodes[link.source].branches
        if not branches:
            return True
        return link.branch == self._take.get(link.source, THEN if THEN in branches else branches[0])

    def outcome(self) -> Outcome:
        groups: dict[int, list[str]] = {}
        for node_id, state in self._began.items():
            if state == "ran":
                groups.setdefault(self._depth[node_id], []).append(node_id)
        return Outcome(
            groups=tuple(tuple(groups[depth]) for depth in sorted(groups)),
            ran=self._with("ran"),
            skipped=self._with("skipped"),
            failed=self._with("failed"),
            unreached=self._with("unreached"),
            caught=self._with("caught"),
        )

    def _with(self, state: str) -> tuple[str, ...]:
        return tuple(node_id for node_id in self._began if self._end(node_id) == state)


def _with_what_is_taken_inside(graph: Graph) -> dict[str, tuple[Link, ...]]:
    """Return the links to each node; for one that holds a nested graph those too by which data comes into that."""
    incoming = {node_id: list(links) for node_id, links in graph.incoming.items()}
    for link in (one for one in graph.links if one.data):
        for holder in containers(graph.inside, link.target):
            if holder in (link.source, graph.inside.get(link.source)):
                break
            incoming[holder].append(link)
    return {node_id: tuple(links) for node_id, links in incoming.items()}
