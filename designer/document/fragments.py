"""Fragments: a part of a document that is copied, and pasted into the same or another one."""

from collections.abc import Collection
from dataclasses import replace

from designer.document.bends import moved_bends
from designer.document.edits import add_node, connect, follow_in_settings, free_id, put_parameter
from designer.document.model import Document, Node, Point
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
    names: dict[str, str] = {}
    for node in copied.nodes.values():
        new_id = free_id(document, node.id)
        names[node.id] = new_id
        place = node.position or Point(0, 0)
        moved = replace(node, id=new_id, position=Point(place.x + offset.x, place.y + offset.y))
        document = add_node(document, moved)
    document = _follow_names(document, names)
    for edge in copied.edges:
        source = names.get(edge.source, edge.source)
        if source in document.nodes:
            via = moved_bends(edge.via, offset) if edge.source in names else ()
            document = connect(document, replace(edge, source=source, target=names[edge.target], via=via))
    for name, parameter in copied.parameters.items():
        if name not in document.parameters:
            document = put_parameter(document, parameter)
    return document, tuple(names.values())


def _follow_names(document: Document, names: dict[str, str]) -> Document:
    def follow(reference: Reference) -> Reference:
        return replace(reference, owner=names.get(reference.owner, reference.owner))

    pasted: dict[str, Node] = {}
    for new_id in names.values():
        node = follow_in_settings(document.nodes[new_id], follow)
        holder = names.get(node.inside, node.inside)
        pasted[new_id] = replace(node, inside=holder if holder in document.nodes else "")
    return replace(document, nodes={**document.nodes, **pasted})
