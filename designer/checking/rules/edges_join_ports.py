"""Every edge joins two ports that there are."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.fixes import take_edge_away
from designer.checking.rule import Rule, Spot, Subject


def _spots(subject: Subject) -> Iterator[Spot]:
    for loose in subject.graph.loose_edges:
        nodes = subject.graph.document.nodes
        node = loose.edge.target if loose.edge.target in nodes else loose.edge.source
        message = f"The edge '{loose.edge}' joins nothing: {loose.reason}."
        yield Spot(message=message, node=node if node in nodes else "", fix=take_edge_away(loose.edge))


RULE = Rule(
    id="S105",
    severity=Severity.ERROR,
    title="Edges join ports",
    why="An edge to a node or port that is not there would be lost in an export without a word.",
    spots=_spots,
)
