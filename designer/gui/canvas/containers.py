"""Which node is dropped into the container of which map."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRectF

from designer.catalog.kind import Kind
from designer.document.edits import put_inside
from designer.document.model import Document
from designer.document.nesting import surrounding
from designer.graph.card import FRAME_PADDING, FRAME_TITLE
from designer.gui.canvas.drawn_card import DrawnCard

_HOLD = 160.0
"""How far a node may be moved away from the others of its container before it leaves it."""


def nesting_nodes(document: Document, kinds: Mapping[str, Kind]) -> list[str]:
    """Return the nodes that may hold others."""
    return [node.id for node in document.nodes.values() if node.kind in kinds and kinds[node.kind].nests]


def holder_at(
    document: Document,
    items: Mapping[str, DrawnCard],
    at: QPointF,
    nesting: Collection[str],
    moved: Collection[str] = (),
) -> str:
    """Return the innermost node whose container, or whose own card, is at a point; empty text for none.

    Nodes that are `moved` hold nothing, and no container reaches as far as them.
    """
    found = [one for one in nesting if one not in moved and _body(document, items, one, moved).contains(at)]
    return max(found, key=lambda one: len(surrounding(document, one)), default="")


def dropped(
    document: Document, items: Mapping[str, DrawnCard], moved: Collection[str], nesting: Collection[str]
) -> Document:
    """Return the document with the moved nodes in the containers that they were dropped on.

    `nesting` are the nodes that may hold others. A node that moves together with the one that holds it stays in it.
    """
    for node_id in moved:
        inside = document.nodes[node_id].inside
        if any(one in moved for one in surrounding(document, node_id)):
            continue
        at = items[node_id].body().center()
        if inside and _body(document, items, inside, moved).adjusted(-_HOLD, -_HOLD, _HOLD, _HOLD).contains(at):
            continue
        document = put_inside(document, (node_id,), holder_at(document, items, at, nesting, moved))
    return document


def _body(document: Document, items: Mapping[str, DrawnCard], holder: str, moved: Collection[str]) -> QRectF:
    """Return the rectangle of a container without the nodes that are moved, or the card when nothing else is in it."""
    rect = QRectF()
    for node_id in document.nodes:
        if node_id not in moved and holder in surrounding(document, node_id):
            rect = rect.united(items[node_id].body())
    if rect.isNull():
        return items[holder].body()
    return rect.adjusted(-FRAME_PADDING, -FRAME_PADDING - FRAME_TITLE, FRAME_PADDING, FRAME_PADDING)
