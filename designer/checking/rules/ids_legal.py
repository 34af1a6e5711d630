"""An id can be a step name, and can be written in a reference."""

import re
from collections.abc import Iterator

from designer.checking.finding import Fix, Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.edits import free_id, rename_node
from designer.document.model import Document
from designer.document.references import RESERVED_IDS
from designer.graph.model import Graph

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def _spots(subject: Subject) -> Iterator[Spot]:
    document = subject.graph.document
    for node in document.nodes.values():
        if node.id in RESERVED_IDS:
            message = (
                f"'{node.id}' is reserved: references such as ${{{node.id}.x}} mean something else. Rename the node."
            )
            yield Spot(message=message, node=node.id, fix=_rename(document, node.id))
        elif not _ID.fullmatch(node.id) and not _is_kept(subject.graph, node.id):
            message = f"'{node.id}' cannot be a step name: use letters, digits, '-' and '_', 64 at most."
            yield Spot(message=message, node=node.id, fix=_rename(document, node.id))


def _is_kept(graph: Graph, node_id: str) -> bool:
    """Say whether a node comes from an engine, whose own rules for names it follows."""
    return node_id in graph.nodes and graph.nodes[node_id].kind.kept


def _rename(document: Document, node_id: str) -> Fix:
    stem = re.sub(r"[^A-Za-z0-9_]+", "-", node_id).strip("-_")[:60] or "node"
    better = free_id(document, stem if stem not in RESERVED_IDS else f"{stem}-node")
    return Fix(title=f"Rename it to '{better}'", edit=lambda before: rename_node(before, node_id, better))


RULE = Rule(
    id="S103",
    severity=Severity.ERROR,
    title="Ids are legal step names",
    why="A node's id becomes the name of the step, state or action, and stands in references.",
    spots=_spots,
)
