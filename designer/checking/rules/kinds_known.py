"""Every node is of a kind that there is."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject


def _spots(subject: Subject) -> Iterator[Spot]:
    for node_id in subject.graph.unknown_kinds:
        kind = subject.graph.document.nodes[node_id].kind
        message = f"There is no kind '{kind}'; `pipeline-designer kinds` lists them. The node is kept as it is."
        yield Spot(message=message, node=node_id)


RULE = Rule(
    id="S104",
    severity=Severity.ERROR,
    title="Kinds are known",
    why="A node of an unknown kind is kept when the file is saved, but nothing can be made of it.",
    spots=_spots,
)
