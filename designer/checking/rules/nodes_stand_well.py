"""A node of a nested graph stands in a map."""

from collections.abc import Iterator

from designer.checking.finding import Fix, Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.edits import put_inside


def _spots(subject: Subject) -> Iterator[Spot]:
    for node_id, reason in subject.graph.misplaced:
        holder = subject.graph.document.nodes[node_id].inside
        message = f"'{node_id}' cannot stand inside '{holder}': {reason}."
        yield Spot(message=message, node=node_id, fix=_move_out(node_id))


def _move_out(node_id: str) -> Fix:
    return Fix(title=f"Move '{node_id}' out", edit=lambda document: put_inside(document, (node_id,), ""))


RULE = Rule(
    id="S113",
    severity=Severity.ERROR,
    title="Nodes stand where they can",
    why="A nested graph belongs to a map, which runs it once for each item; a node elsewhere would be left out.",
    spots=_spots,
)
