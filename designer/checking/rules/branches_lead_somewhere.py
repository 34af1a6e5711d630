"""A condition decides something."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject


def _spots(subject: Subject) -> Iterator[Spot]:
    graph = subject.graph
    for node in graph.nodes.values():
        if not node.branches or node.kind.kept:
            continue
        if not any(not link.data for link in graph.outgoing[node.id]):
            branches = " and ".join(f"'{branch}'" for branch in node.branches)
            yield Spot(message=f"Nothing follows either branch; join {branches} to what should run.", node=node.id)


RULE = Rule(
    id="S111",
    severity=Severity.WARNING,
    title="Branches lead somewhere",
    why="A condition that nothing follows changes nothing.",
    spots=_spots,
)
