"""What an edge brings is what the port takes."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.fixes import take_edge_away
from designer.checking.rule import Rule, Spot, Subject
from designer.document.model import Edge
from designer.graph.joining import fits


def _spots(subject: Subject) -> Iterator[Spot]:
    nodes = subject.graph.nodes
    for link in subject.graph.links:
        if not link.data or link.implied:
            continue
        given = nodes[link.source].outputs[link.source_port]
        taken = nodes[link.target].inputs[link.target_port]
        if not fits(given, taken):
            edge = Edge(
                source=link.source, source_port=link.source_port, target=link.target, target_port=link.target_port
            )
            message = (
                f"'{taken.title}' takes {taken.type.value.replace('_', ' ')}, "
                f"but '{link.source}.{link.source_port}' gives {given.type.value.replace('_', ' ')}."
            )
            yield Spot(message=message, node=link.target, port=link.target_port, fix=take_edge_away(edge))


RULE = Rule(
    id="S106",
    severity=Severity.ERROR,
    title="Port types match",
    why="A training job cannot read a model, and an endpoint cannot serve a data set.",
    spots=_spots,
)
