"""Setting a node into a wire."""

from collections.abc import Mapping

from designer.catalog.kind import Kind
from designer.document.edits import connect, disconnect
from designer.document.model import Document, Edge, Point
from designer.graph.bending import divided
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH
from designer.graph.joining import fits
from designer.graph.rectangles import card_rectangle
from designer.graph.room import with_room


def spliced(document: Document, kinds: Mapping[str, Kind], edge: Edge, node_id: str) -> Document | None:
    """Return the document with a node set into an edge, or None where it does not fit there."""
    kind = kinds.get(document.nodes[node_id].kind)
    if kind is None or node_id in {edge.source, edge.target}:
        return None
    ends = _flow_ends(kind) if edge.is_flow else _data_ends(document, kinds, edge, node_id)
    if ends is None:
        return None
    into, out_of = ends
    opened = disconnect(document, [edge])
    before, after = _ways(document, edge, node_id)
    first = Edge(source=edge.source, source_port=edge.source_port, target=node_id, target_port=into, via=before)
    second = Edge(source=node_id, source_port=out_of, target=edge.target, target_port=edge.target_port, via=after)
    return connect(connect(opened, first), second)


def set_into(document: Document, kinds: Mapping[str, Kind], edge: Edge, node_id: str) -> Document:
    """Return the document with a node set into an edge and room made for it; as it was where the node does not fit."""
    opened = spliced(document, kinds, edge, node_id)
    return document if opened is None else with_room(opened, kinds, (edge.source, edge.target), node_id)


def _ways(document: Document, edge: Edge, node_id: str) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return through which points of the wire its two halves are led."""
    source, node, target = (document.nodes[one].position for one in (edge.source, node_id, edge.target))
    if source is None or node is None or target is None or not edge.via:
        return (), ()
    start, end = Point(source.x + CARD_WIDTH, source.y + CARD_HEIGHT / 2), Point(target.x, target.y + CARD_HEIGHT / 2)
    return divided(start, edge.via, end, card_rectangle(node, CARD_HEIGHT))


def _flow_ends(kind: Kind) -> tuple[str, str] | None:
    if kind.ends or kind.is_trigger or not kind.accepts_flow:
        return None
    return "", next(iter(kind.branches({})), "")


def _data_ends(document: Document, kinds: Mapping[str, Kind], edge: Edge, node_id: str) -> tuple[str, str] | None:
    source, node, target = (document.nodes[one] for one in (edge.source, node_id, edge.target))
    if source.kind not in kinds or target.kind not in kinds:
        return None
    given = {port.name: port for port in kinds[source.kind].outputs(source.settings)}.get(edge.source_port)
    taken = {port.name: port for port in kinds[target.kind].inputs(target.settings)}.get(edge.target_port)
    if given is None or taken is None:
        return None
    kind = kinds[node.kind]
    into = next((port.name for port in kind.inputs(node.settings) if fits(given, port)), None)
    out_of = next((port.name for port in kind.outputs(node.settings) if fits(port, taken)), None)
    return (into, out_of) if into is not None and out_of is not None else None
