"""Nodes do not wait for each other in a circle."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.graph.model import Graph, Link
from designer.graph.nesting import ordering_pairs
from designer.graph.order import circles, predecessors, way_round

_STATE = "state"


def _spots(subject: Subject) -> Iterator[Spot]:
    graph = subject.graph
    if not subject.attempt.workflow.has_cycles:
        return
    pairs = ((link.source, link.target) for link in graph.links if not _is_branch(link, graph))
    before = predecessors(ordering_pairs(graph.nodes, pairs, graph.inside), graph.nodes)
    for circle in circles(before):
        if all(graph.nodes[node].kind.id == _STATE for node in circle):
            continue
        chain = " -> ".join((*way_round(circle, before), circle[0]))
        message = f"These nodes wait for each other, so none of them can begin: {chain}. Take one edge away."
        yield Spot(message=message, node=circle[0])


def _is_branch(link: Link, graph: Graph) -> bool:
    return not link.data and bool(link.branch or graph.nodes[link.source].branches)


RULE = Rule(
    id="S109",
    severity=Severity.ERROR,
    title="No node waits for itself",
    why="A circle has no first step. Only a branch of a condition may lead back, to try or to look again.",
    spots=_spots,
)
