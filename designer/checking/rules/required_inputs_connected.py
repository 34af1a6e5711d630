"""An input without which a node cannot run is fed."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject


def _spots(subject: Subject) -> Iterator[Spot]:
    graph = subject.graph
    spoken_of = [loose.edge for loose in graph.loose_edges]
    spoken_of += [edge for edge in graph.document.edges if edge.source in graph.unknown_kinds]
    for node in graph.nodes.values():
        fed = {link.target_port for link in graph.incoming[node.id] if link.data}
        # An edge that joins nothing, or comes from an unknown kind, has a finding of its own.
        fed |= {edge.target_port for edge in spoken_of if edge.target == node.id}
        for port in node.inputs.values():
            if port.required and port.name not in fed:
                what = port.type.value.replace("_", " ")
                message = f"Nothing is joined to '{port.title}' yet; join an output that gives {what}."
                yield Spot(message=message, node=node.id, port=port.name)


RULE = Rule(
    id="S107",
    severity=Severity.ERROR,
    title="Required inputs are connected",
    why="A job whose input is missing fails minutes into a run; here it is told at once.",
    spots=_spots,
)
