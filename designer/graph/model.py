"""The graph: a document understood with the kinds that there are.

Building never fails. What cannot be understood is listed (`unknown_kinds`, `loose_edges`) for the checks to speak of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from designer.catalog.kind import Kind, Port
from designer.document.model import Document, Edge, Node
from designer.graph.mentions import mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphNode:
    """A node with its kind and the ports it has with its present settings."""

    id: str
    node: Node
    kind: Kind
    inputs: Mapping[str, Port]
    outputs: Mapping[str, Port]
    branches: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An understood edge: `data` when a value flows, and then `implied` when only a reference in a setting says so."""

    source: str
    source_port: str
    target: str
    target_port: str
    data: bool
    implied: bool = False

    @property
    def branch(self) -> str:
        """Return the branch of a condition that a flow link leaves by."""
        return "" if self.data else self.source_port


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseEdge:
    """An edge that joins nothing, and why, as a sentence."""

    edge: Edge
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Nodes of known kinds, the links among them, and what was not understood.

    `incoming` and `outgoing` have an entry for every node.
    """

    document: Document
    nodes: Mapping[str, GraphNode]
    links: tuple[Link, ...]
    incoming: Mapping[str, tuple[Link, ...]]
    outgoing: Mapping[str, tuple[Link, ...]]
    unknown_kinds: tuple[str, ...] = ()
    loose_edges: tuple[LooseEdge, ...] = field(default=())


def build_graph(document: Document, kinds: Mapping[str, Kind]) -> Graph:
    """Understand a document. Bypassed nodes are left out, and what they joined is joined past them by flow."""
    nodes = {
        node.id: _understood(node, kinds[node.kind])
        for node in document.nodes.values()
        if node.kind in kinds and not node.bypassed
    }
    links: list[Link] = []
    loose: list[LooseEdge] = []
    for edge in _edges_past_bypassed(document):
        reason = _why_loose(edge, document, nodes)
        if reason is None:
            links.append(_link(edge))
        elif reason:
            loose.append(LooseEdge(edge=edge, reason=reason))
    drawn = {(link.source, link.source_port, link.target) for link in links if link.data}
    for link in _implied(nodes):
        if (link.source, link.source_port, link.target) not in drawn:
            drawn.add((link.source, link.source_port, link.target))
            links.append(link)
    incoming: dict[str, list[Link]] = {node_id: [] for node_id in nodes}
    outgoing: dict[str, list[Link]] = {node_id: [] for node_id in nodes}
    for link in links:
        incoming[link.target].append(link)
        outgoing[link.source].append(link)
    return Graph(
        document=document,
        nodes=nodes,
        links=tuple(links),
        incoming={node_id: tuple(found) for node_id, found in incoming.items()},
        outgoing={node_id: tuple(found) for node_id, found in outgoing.items()},
        unknown_kinds=tuple(node.id for node in document.nodes.values() if node.kind not in kinds),
        loose_edges=tuple(loose),
    )


def _understood(node: Node, kind: Kind) -> GraphNode:
    return GraphNode(
        id=node.id,
        node=node,
        kind=kind,
        inputs={port.name: port for port in kind.inputs(node.settings)},
        outputs={port.name: port for port in kind.outputs(node.settings)},
        branches=kind.branches(node.settings),
    )


def _link(edge: Edge) -> Link:
    return Link(
        source=edge.source,
        source_port=edge.source_port,
        target=edge.target,
        target_port=edge.target_port,
        data=not edge.is_flow,
    )


def _edges_past_bypassed(document: Document) -> Iterator[Edge]:
    """Yield the edges, with flow led past bypassed nodes; data from or to a bypassed node is not there."""
    bypassed = {node.id for node in document.nodes.values() if node.bypassed}
    if not bypassed:
        yield from document.edges
        return
    into: dict[str, list[Edge]] = {node_id: [] for node_id in bypassed}
    for edge in document.edges:
        if edge.target in bypassed:
            into[edge.target].append(edge)
    for edge in document.edges:
        if edge.target in bypassed:
            continue
        if edge.source not in bypassed:
            yield edge
            continue
        for source, port in sorted(_live_sources(edge.source, into, bypassed, frozenset())):
            yield Edge(source=source, source_port=port, target=edge.target)


def _live_sources(
    node_id: str, into: Mapping[str, list[Edge]], bypassed: set[str], seen: frozenset[str]
) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for edge in into[node_id]:
        if edge.source not in bypassed:
            found.add((edge.source, edge.source_port if edge.is_flow else ""))
        elif edge.source not in seen:
            found |= _live_sources(edge.source, into, bypassed, seen | {node_id})
    return found


def _why_loose(edge: Edge, document: Document, nodes: Mapping[str, GraphNode]) -> str | None:
    """Return None for an edge that joins, "" for one that another finding speaks of, else the reason."""
    for end in (edge.source, edge.target):
        if end not in document.nodes:
            return f"there is no node '{end}'"
        if end not in nodes:
            return ""
    source, target = nodes[edge.source], nodes[edge.target]
    if edge.is_flow:
        return _why_loose_flow(edge, source, target)
    if edge.source_port not in source.outputs:
        return f"'{edge.source}' has no output '{edge.source_port}'{_choices(source.outputs)}"
    if edge.target_port not in target.inputs:
        return f"'{edge.target}' has no input '{edge.target_port}'{_choices(target.inputs)}"
    return None


def _why_loose_flow(edge: Edge, source: GraphNode, target: GraphNode) -> str | None:
    if source.kind.ends:
        return f"nothing can follow '{edge.source}'"
    if not target.kind.accepts_flow:
        return f"'{edge.target}' starts the pipeline, so nothing can come before it"
    if source.branches and edge.source_port not in source.branches:
        return f"'{edge.source}' needs a branch: write {' or '.join(f'{edge.source}.{one}' for one in source.branches)}"
    if not source.branches and edge.source_port:
        return f"'{edge.source}' has no branch '{edge.source_port}'"
    return None


def _choices(ports: Mapping[str, Port]) -> str:
    return f" (it has {', '.join(ports)})" if ports else " (it has none)"


def _implied(nodes: Mapping[str, GraphNode]) -> Iterator[Link]:
    for node in nodes.values():
        for _, reference in mentions(node.node, node.kind):
            source = nodes.get(reference.owner)
            if source is not None and reference.name in source.outputs and source.id != node.id:
                yield Link(
                    source=source.id,
                    source_port=reference.name,
                    target=node.id,
                    target_port="",
                    data=True,
                    implied=True,
                )
