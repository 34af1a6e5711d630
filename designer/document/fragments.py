"""Fragments: a part of a document that is copied, and pasted into the same or another one."""

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import replace

from designer.document.bends import moved_bends
from designer.document.edits import follow_in_settings, free_among
from designer.document.model import Document, Edge, Node, Point
from designer.document.references import Reference, references_in


def fragment(document: Document, ids: Collection[str]) -> Document:
    """Return the nodes of these ids with the edges among them and the edges that come in, and the parameters they use.

    Incoming edges are kept so that a duplicate beside its original takes the same inputs; pasting drops those whose
    source is not there.
    """
    nodes = {node_id: node for node_id, node in document.nodes.items() if node_id in ids}
    used = {
        reference.name
        for node in nodes.values()
        for _, reference in references_in(node.settings)
        if reference.is_parameter
    }
    return Document(
        name=document.name,
        nodes=nodes,
        edges=tuple(edge for edge in document.edges if edge.target in nodes),
        parameters={name: one for name, one in document.parameters.items() if name in used},
    )


def paste(document: Document, copied: Document, offset: Point) -> tuple[Document, tuple[str, ...]]:
    """Add a fragment; ids that are taken get a number. Return the new document and the ids of the new nodes.

    What stood in a nested graph stands in the pasted one, else in the one it was copied from, else in none.
    """
    names = _free_names(document, copied.nodes)
    known = document.nodes.keys() | names.values()
    nodes = {names[node.id]: _pasted(node, names, known, offset) for node in copied.nodes.values()}
    edges = {
        replace(edge, source=source, target=names[edge.target], via=_bends(edge, names, offset)): None
        for edge in copied.edges
        if (source := names.get(edge.source, edge.source)) in known
    }
    parameters = {name: one for name, one in copied.parameters.items() if name not in document.parameters}
    pasted = replace(
        document,
        nodes={**document.nodes, **nodes},
        edges=(*document.edges, *edges),
        parameters={**document.parameters, **parameters} if parameters else document.parameters,
    )
    return pasted, tuple(names.values())


def _bends(edge: Edge, names: Mapping[str, str], offset: Point) -> tuple[Point, ...]:
    """Return the points of a pasted wire, which go along where both its ends are pasted."""
    return moved_bends(edge.via, offset) if edge.source in names else ()


def _free_names(document: Document, ids: Iterable[str]) -> dict[str, str]:
    """Return for each id one that is free in the document, and that no other has been given."""
    names: dict[str, str] = {}
    taken = set(document.nodes)
    for node_id in ids:
        names[node_id] = free_among(taken, node_id)
        taken.add(names[node_id])
    return names


def _pasted(node: Node, names: Mapping[str, str], known: Container[str], offset: Point) -> Node:
    """Return a node as it is pasted: moved, and with its references to what is pasted beside it under the new names."""

    def follow(reference: Reference) -> Reference:
        return replace(reference, owner=names.get(reference.owner, reference.owner))

    place, holder = node.position or Point(0, 0), names.get(node.inside, node.inside)
    return replace(
        follow_in_settings(node, follow),
        id=names[node.id],
        position=Point(place.x + offset.x, place.y + offset.y),
        inside=holder if holder in known else "",
    )
