"""Edits: pure functions from a document to a document.

An edit that changes nothing returns the very same document, so that nobody records an empty step of the history. An edit
of something that is not there raises `KeyError`: the caller has asked for a thing that nobody showed him.
"""

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import replace
from itertools import count

from designer.document.bends import carry_bends
from designer.document.model import Document, Edge, Frame, Node, Note, Parameter, Point
from designer.document.nesting import surrounding
from designer.document.references import RESERVED_IDS, Reference, replace_references

SettingPath = tuple[str | int, ...]


def add_node(document: Document, node: Node) -> Document:
    """Place a node; its id must be free (`free_id` gives one)."""
    if node.id in document.nodes:
        raise KeyError(node.id)
    return replace(document, nodes={**document.nodes, node.id: node})


def remove_nodes(document: Document, ids: Collection[str]) -> Document:
    """Remove nodes with their edges and their places in frames; references to them stay, and are found by the checks."""
    gone = {node_id for node_id in ids if node_id in document.nodes}
    if not gone:
        return document
    frames = (replace(frame, nodes=tuple(n for n in frame.nodes if n not in gone)) for frame in document.frames)
    return replace(
        document,
        nodes={
            node_id: replace(node, inside=_outside(document, node_id, gone)) if node.inside in gone else node
            for node_id, node in document.nodes.items()
            if node_id not in gone
        },
        edges=tuple(edge for edge in document.edges if edge.source not in gone and edge.target not in gone),
        frames=tuple(frame for frame in frames if frame.nodes),
    )


def _outside(document: Document, node_id: str, gone: Collection[str]) -> str:
    """Return the innermost node around another that stays, or empty text."""
    return next((one for one in surrounding(document, node_id) if one not in gone and one != node_id), "")


def put_inside(document: Document, ids: Collection[str], inside: str) -> Document:
    """Move nodes into the nested graph of a node, or out of every one with empty text.

    Edges that would cross its border go away, but for data that comes in; what would stand inside itself stays where it is.
    """
    around = set(surrounding(document, inside)) | {inside}
    moved = {
        node_id: replace(document.nodes[node_id], inside=inside)
        for node_id in ids
        if node_id not in around and document.nodes[node_id].inside != inside
    }
    if not moved:
        return document
    changed = replace(document, nodes={**document.nodes, **moved})
    kept = tuple(
        edge
        for edge in document.edges
        if moved.keys().isdisjoint((edge.source, edge.target)) or _stays_whole(changed, edge)
    )
    return replace(changed, edges=kept)


def _stays_whole(document: Document, edge: Edge) -> bool:
    """Say whether an edge crosses no border of a nested graph, or brings data in over it."""
    source, target = document.nodes.get(edge.source), document.nodes.get(edge.target)
    if source is None or target is None:
        return False
    return source.inside == target.inside or (
        not edge.is_flow and source.inside in ("", *surrounding(document, edge.target))
    )


def heal(document: Document, ids: Collection[str]) -> Document:
    """Remove nodes and join what came before each to what came after it: by flow, or by data where the ports were alike."""
    for node_id in ids:
        incoming = [edge for edge in document.edges if edge.target == node_id != edge.source]
        outgoing = [edge for edge in document.edges if edge.source == node_id != edge.target]
        document = remove_nodes(document, (node_id,))
        for before in incoming:
            for after in outgoing:
                if before.source != after.target:
                    document = connect(document, _bridge(before, after))
    return document


def _bridge(before: Edge, after: Edge) -> Edge:
    source_port = before.source_port if before.is_flow == after.is_flow else ""
    target_port = after.target_port if not before.is_flow else ""
    return Edge(
        source=before.source,
        source_port=source_port,
        target=after.target,
        target_port=target_port,
        via=before.via + after.via,
    )


def rename_node(document: Document, old: str, new: str) -> Document:
    """Give a node another id, everywhere: edges, frames and references follow."""
    if old == new:
        return document
    if new in document.nodes:
        raise KeyError(new)

    def follow(reference: Reference) -> Reference:
        return replace(reference, owner=new) if reference.owner == old else reference

    renamed = {
        (new if node_id == old else node_id): _renamed_node(node, old, new, follow_in_settings(node, follow))
        for node_id, node in document.nodes.items()
    }
    return replace(
        document,
        nodes=renamed,
        edges=tuple(_renamed_edge(edge, old, new) for edge in document.edges),
        frames=tuple(
            replace(frame, nodes=tuple(new if member == old else member for member in frame.nodes))
            for frame in document.frames
        ),
    )


def follow_in_settings(node: Node, change: Callable[[Reference], Reference]) -> Node:
    """Return the node with each reference in its settings changed; the same node where none differs."""
    settings = replace_references(node.settings, change)
    if settings is node.settings or not isinstance(settings, Mapping):
        return node
    return replace(node, settings=settings)


def _renamed_node(node: Node, old: str, new: str, followed: Node) -> Node:
    if node.id == old:
        return replace(followed, id=new)
    return replace(followed, inside=new) if node.inside == old else followed


def _renamed_edge(edge: Edge, old: str, new: str) -> Edge:
    if old not in (edge.source, edge.target):
        return edge
    return replace(
        edge,
        source=new if edge.source == old else edge.source,
        target=new if edge.target == old else edge.target,
    )


def move_nodes(document: Document, places: Mapping[str, Point]) -> Document:
    """Put nodes elsewhere on the canvas; a wire that is led through points takes them along when both its nodes move alike."""
    moved = {
        node_id: replace(document.nodes[node_id], position=place)
        for node_id, place in places.items()
        if document.nodes[node_id].position != place
    }
    if not moved:
        return document
    ways = {
        node_id: Point(places[node_id].x - old.x, places[node_id].y - old.y)
        for node_id in moved
        if (old := document.nodes[node_id].position) is not None
    }
    return carry_bends(replace(document, nodes={**document.nodes, **moved}), ways)


def put_node(document: Document, node: Node) -> Document:
    """Put a changed node in the place of the one with its id."""
    return put_nodes(document, (node,))


def put_nodes(document: Document, nodes: Iterable[Node]) -> Document:
    """Put changed nodes in the places of those with their ids."""
    changed = {node.id: node for node in nodes if document.nodes[node.id] != node}
    return replace(document, nodes={**document.nodes, **changed}) if changed else document


def set_setting(document: Document, node_id: str, path: SettingPath, value: object) -> Document:
    """Set one setting of a node; mappings on the way are made, list places must exist."""
    node = document.nodes[node_id]
    settings = _put(node.settings, path, value)
    return put_node(document, replace(node, settings=settings)) if isinstance(settings, Mapping) else document


def clear_setting(document: Document, node_id: str, path: SettingPath) -> Document:
    """Take a setting away, so that its default holds; nothing happens where it is not set."""
    node = document.nodes[node_id]
    settings = _without(node.settings, path)
    return put_node(document, replace(node, settings=settings)) if isinstance(settings, Mapping) else document


def _put(container: object, path: SettingPath, value: object) -> object:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(container, list | tuple) and isinstance(head, int):
        members = list(container)
        members[head] = _put(members[head], rest, value)
        return members
    members_by_key = dict(container) if isinstance(container, Mapping) else {}
    members_by_key[str(head)] = _put(members_by_key.get(str(head)), rest, value)
    return members_by_key


def _without(container: object, path: SettingPath) -> object:
    head, rest = path[0], path[1:]
    if isinstance(container, list | tuple) and isinstance(head, int) and head < len(container):
        members = list(container)
        members[head : head + 1] = [_without(members[head], rest)] if rest else []
        return members
    if isinstance(container, Mapping) and head in container:
        kept = {key: member for key, member in container.items() if rest or key != head}
        return {**kept, str(head): _without(container[head], rest)} if rest else kept
    return container


def connect(document: Document, edge: Edge) -> Document:
    """Join two nodes; an edge that is there already is not added again."""
    if edge in document.edges:
        return document
    return replace(document, edges=(*document.edges, edge))


def disconnect(document: Document, edges: Iterable[Edge]) -> Document:
    """Take edges away."""
    gone = set(edges)
    kept = tuple(edge for edge in document.edges if edge not in gone)
    return replace(document, edges=kept) if len(kept) != len(document.edges) else document


def put_parameter(document: Document, parameter: Parameter) -> Document:
    """Add a parameter, or put a changed one in the place of the one with its name."""
    if document.parameters.get(parameter.name) == parameter:
        return document
    return replace(document, parameters={**document.parameters, parameter.name: parameter})


def remove_parameter(document: Document, name: str) -> Document:
    """Remove a parameter; references to it stay, and are found by the checks."""
    if name not in document.parameters:
        return document
    return replace(document, parameters={key: one for key, one in document.parameters.items() if key != name})


def rename_parameter(document: Document, old: str, new: str) -> Document:
    """Give a parameter another name, in every reference too."""
    if old == new:
        return document
    if new in document.parameters:
        raise KeyError(new)

    def follow(reference: Reference) -> Reference:
        return replace(reference, name=new) if reference.is_parameter and reference.name == old else reference

    parameters = {
        (new if key == old else key): (replace(one, name=new) if key == old else one)
        for key, one in document.parameters.items()
    }
    nodes = {node_id: follow_in_settings(node, follow) for node_id, node in document.nodes.items()}
    return replace(document, parameters=parameters, nodes=nodes)


def set_document_setting(document: Document, key: str, value: object) -> Document:
    """Set what concerns all nodes (`region`, `execution_role`); `None` takes it away."""
    if document.settings.get(key) == value:
        return document
    settings = {name: one for name, one in document.settings.items() if name != key or value is not None}
    if value is not None:
        settings[key] = value
    return replace(document, settings=settings)


def rename_document(document: Document, name: str) -> Document:
    """Give the pipeline another name."""
    return document if document.name == name else replace(document, name=name)


def put_frame(document: Document, frame: Frame) -> Document:
    """Add a frame, or put a changed one in the place of the one with its id; a node is in one frame at most."""
    others = (
        replace(other, nodes=tuple(member for member in other.nodes if member not in frame.nodes))
        for other in document.frames
        if other.id != frame.id
    )
    at = next((place for place, other in enumerate(document.frames) if other.id == frame.id), len(document.frames))
    frames = [*others]
    frames.insert(at, frame)
    kept = tuple(one for one in frames if one.nodes)
    return document if kept == document.frames else replace(document, frames=kept)


def put_note(document: Document, note: Note) -> Document:
    """Add a note, or put a changed one in the place of the one with its id."""
    if note.id not in {other.id for other in document.notes}:
        return replace(document, notes=(*document.notes, note))
    notes = tuple(note if other.id == note.id else other for other in document.notes)
    return document if notes == document.notes else replace(document, notes=notes)


def colour_notes(document: Document, ids: Collection[str], color: str) -> Document:
    """Give notes a colour by its name; empty text is the usual one."""
    for note in document.notes:
        if note.id in ids:
            document = put_note(document, replace(note, color=color))
    return document


def remove_note(document: Document, note_id: str) -> Document:
    """Remove a note."""
    kept = tuple(note for note in document.notes if note.id != note_id)
    return replace(document, notes=kept) if len(kept) != len(document.notes) else document


def free_id(document: Document, stem: str) -> str:
    """Return an id that no node has: the stem itself, or the stem with the first free number from 2 on."""
    return free_among(document.nodes, stem)


def free_among(taken: Container[str], stem: str) -> str:
    """Return an id for a node that is not taken: the stem itself, or the stem with the first free number from 2 on."""
    if stem not in taken and stem not in RESERVED_IDS:
        return stem
    return next(name for number in count(2) if (name := f"{stem}-{number}") not in taken)
