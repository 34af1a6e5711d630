"""A node becomes one of another kind, and keeps the settings and wires that still fit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from designer.catalog.branches import ERROR
from designer.catalog.kind import Kind
from designer.catalog.ports import Port
from designer.document.model import Document, Edge, Node
from designer.graph.joining import fits


@dataclass(frozen=True, slots=True)
class Swap:
    """The document afterwards, and what it lost: names of settings, and edges."""

    document: Document
    lost_settings: tuple[str, ...]
    lost_edges: tuple[Edge, ...]


def swap_kind(document: Document, kinds: Mapping[str, Kind], node_id: str, kind: Kind) -> Swap:
    """Make a node one of another kind; a wire whose port is not there goes to the first free one that fits."""
    node = document.nodes[node_id]
    old = kinds.get(node.kind)
    kept = {name: value for name, value in node.settings.items() if _takes(kind, old, name)}
    changed = replace(node, kind=kind.id, settings=kept)
    edges: dict[Edge, Edge | None] = {edge: edge for edge in document.edges}
    taken: set[str] = set()
    for edge in document.edges:
        if edge.target == node_id:
            edges[edge] = _arriving(document, kinds, edge, kind, changed, taken)
        elif edge.source == node_id:
            edges[edge] = _leaving(document, kinds, edge, kind, changed)
    return Swap(
        document=replace(
            document,
            nodes={**document.nodes, node_id: changed},
            edges=tuple(dict.fromkeys(edge for edge in edges.values() if edge is not None)),
        ),
        lost_settings=tuple(name for name in node.settings if name not in kept),
        lost_edges=tuple(before for before, after in edges.items() if after is None),
    )


def _takes(kind: Kind, old: Kind | None, name: str) -> bool:
    """Say whether a setting means the same to both kinds: it has the same name and takes the same values."""
    wanted = kind.settings.model_fields.get(name)
    given = old.settings.model_fields.get(name) if old else None
    return wanted is not None and (given is None or wanted.annotation == given.annotation)


def _arriving(
    document: Document, kinds: Mapping[str, Kind], edge: Edge, kind: Kind, node: Node, taken: set[str]
) -> Edge | None:
    if edge.is_flow:
        return edge if kind.accepts_flow and not kind.is_trigger else None
    given = _port(document.nodes.get(edge.source), kinds, edge.source_port)
    ports = [port for port in kind.inputs(node.settings) if given is None or fits(given, port)]
    free = [port.name for port in ports if port.many or port.name not in taken]
    name = edge.target_port if edge.target_port in free else next(iter(free), "")
    if not name:
        return None
    taken.add(name)
    return replace(edge, target_port=name)


def _leaving(document: Document, kinds: Mapping[str, Kind], edge: Edge, kind: Kind, node: Node) -> Edge | None:
    if edge.is_flow:
        return next((replace(edge, source_port=name) for name in _ways_out(edge, kind, node)), None)
    target = document.nodes.get(edge.target)
    target_kind = kinds.get(target.kind) if target else None
    wanted = {port.name: port for port in target_kind.inputs(target.settings)} if target and target_kind else {}
    taken = wanted.get(edge.target_port)
    names = [port.name for port in kind.outputs(node.settings) if taken is None or fits(port, taken)]
    if edge.source_port in names:
        return edge
    return next((replace(edge, source_port=name) for name in names), None)


def _ways_out(edge: Edge, kind: Kind, node: Node) -> Iterator[str]:
    """Yield the flow outputs that an edge may leave by, the best first."""
    if edge.source_port == ERROR:
        yield from (ERROR,) if kind.settings.catches else ()
        return
    branches = kind.branches(node.settings)
    if branches:
        yield from (edge.source_port,) if edge.source_port in branches else branches
    elif not kind.ends:
        yield ""


def _port(node: Node | None, kinds: Mapping[str, Kind], name: str) -> Port | None:
    kind = kinds.get(node.kind) if node else None
    if node is None or kind is None:
        return None
    ports = (*kind.outputs(node.settings), *kind.inner_outputs(node.settings))
    return next((port for port in ports if port.name == name), None)
