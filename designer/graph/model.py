"""The graph: a document understood with the kinds that there are.

Building never fails. What cannot be understood is listed (`unknown_kinds`, `loose_edges`) for the checks to speak of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from designer.catalog.branches import ERROR
from designer.catalog.kind import Kind
from designer.catalog.ports import Port
from designer.document.model import Document, Edge, Node
from designer.graph.mentions import Mention, mentions
from designer.graph.nesting import containers, ordering_pairs
from designer.graph.order import predecessors


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphNode:
    """A node with its kind and the ports it has with its present settings.

    `inner_outputs` are there for the nodes of its nested graph only. `mentions` are the references in its settings.
    """

    id: str
    node: Node
    kind: Kind
    inputs: Mapping[str, Port]
    outputs: Mapping[str, Port]
    branches: tuple[str, ...]
    inner_outputs: Mapping[str, Port] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()

    @property
    def catches(self) -> bool:
        """Say whether control can go on by `error` when the node fails."""
        return self.kind.settings.catches


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

    `incoming` and `outgoing` have an entry for every node. `inside` names, for each node that stands in a nested graph,
    the node that holds it; `misplaced` are nodes that stand where they cannot, and why.
    """

    document: Document
    nodes: Mapping[str, GraphNode]
    links: tuple[Link, ...]
    incoming: Mapping[str, tuple[Link, ...]]
    outgoing: Mapping[str, tuple[Link, ...]]
    unknown_kinds: tuple[str, ...] = ()
    loose_edges: tuple[LooseEdge, ...] = ()
    inside: Mapping[str, str] = field(default_factory=dict)
    misplaced: tuple[tuple[str, str], ...] = ()


def earlier_nodes(graph: Graph) -> dict[str, set[str]]:
    """Return, for every node, the nodes directly before it, nested graphs understood."""
    pairs = ((link.source, link.target) for link in graph.links)
    return predecessors(ordering_pairs(graph.nodes, pairs, graph.inside), graph.nodes)


def build_graph(document: Document, kinds: Mapping[str, Kind], before: Graph | None = None) -> Graph:
    """Understand a document. Bypassed nodes are left out, and what they joined is joined past them by flow.

    `before` is the graph of an earlier state of the document: nodes that are still the same are not looked at again.
    """
    bypassed = _bypassed(document)
    known = before.nodes if before else {}
    nodes = {
        node.id: _understood(node, kinds[node.kind], known.get(node.id))
        for node in document.nodes.values()
        if node.kind in kinds and node.id not in bypassed
    }
    inside, misplaced = _placed(document, nodes)
    links: list[Link] = []
    loose: list[LooseEdge] = []
    for edge in _edges_past_bypassed(document, bypassed):
        reason = _why_loose(edge, document, nodes, inside)
        if reason is None:
            links.append(_link(edge))
        elif reason:
            loose.append(LooseEdge(edge=edge, reason=reason))
    drawn = {(link.source, link.source_port, link.target) for link in links if link.data}
    for link in _implied(nodes, inside):
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
        inside=inside,
        misplaced=misplaced,
    )


def _placed(document: Document, nodes: Mapping[str, GraphNode]) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Return which node holds which, and the nodes that stand where they cannot; these count as standing outside."""
    wanted = {node_id: node.node.inside for node_id, node in nodes.items() if node.node.inside}
    inside: dict[str, str] = {}
    misplaced: list[tuple[str, str]] = []
    for node_id, holder in wanted.items():
        reason = _why_misplaced(node_id, document, nodes, wanted)
        if reason:
            misplaced.append((node_id, reason))
        elif reason is None:
            inside[node_id] = holder
    return inside, tuple(misplaced)


def _why_misplaced(
    node_id: str, document: Document, nodes: Mapping[str, GraphNode], wanted: Mapping[str, str]
) -> str | None:
    """Return None for a node that stands well, "" for one that another finding speaks of, else the reason."""
    holder = wanted[node_id]
    if holder not in document.nodes:
        return f"there is no node '{holder}'"
    if holder not in nodes:
        return ""
    if not nodes[holder].kind.nests:
        return f"'{holder}' holds no nested graph; only a map does"
    if nodes[node_id].kind.is_trigger:
        return "it starts the pipeline"
    if node_id in (holder, *containers(wanted, holder)):
        return "it would stand inside itself"
    return None


def _understood(node: Node, kind: Kind, before: GraphNode | None) -> GraphNode:
    if before is not None and before.node is node and before.kind is kind:
        return before
    return GraphNode(
        id=node.id,
        node=node,
        kind=kind,
        inputs={port.name: port for port in kind.inputs(node.settings)},
        outputs={port.name: port for port in kind.outputs(node.settings)},
        branches=kind.branches(node.settings),
        inner_outputs={port.name: port for port in kind.inner_outputs(node.settings)},
        mentions=tuple(mentions(node, kind)),
    )


def _link(edge: Edge) -> Link:
    return Link(
        source=edge.source,
        source_port=edge.source_port,
        target=edge.target,
        target_port=edge.target_port,
        data=not edge.is_flow,
    )


def _bypassed(document: Document) -> frozenset[str]:
    """Return the nodes that are left out: bypassed themselves, or standing in a nested graph of one that is."""
    inside = {node.id: node.inside for node in document.nodes.values() if node.inside}
    alone = {node.id for node in document.nodes.values() if node.bypassed}
    held = (node_id for node_id in inside if not alone.isdisjoint(containers(inside, node_id)))
    return frozenset(alone.union(held)) if alone else frozenset()


def _edges_past_bypassed(document: Document, bypassed: frozenset[str]) -> Iterator[Edge]:
    """Yield the edges, with flow led past bypassed nodes; data from or to one is not there, and it never fails."""
    into: dict[str, list[Edge]] = {node_id: [] for node_id in bypassed}
    for edge in document.edges:
        if edge.target in bypassed:
            into[edge.target].append(edge)
    for edge in document.edges:
        if edge.source not in bypassed and edge.target not in bypassed:
            yield edge
        elif edge.target not in bypassed and not (edge.is_flow and edge.source_port == ERROR):
            for source, port in sorted(_live_sources(edge.source, into, bypassed, frozenset())):
                yield Edge(source=source, source_port=port, target=edge.target)


def _live_sources(
    node_id: str, into: Mapping[str, list[Edge]], bypassed: frozenset[str], seen: frozenset[str]
) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for edge in into[node_id]:
        if edge.source not in bypassed:
            found.add((edge.source, edge.source_port if edge.is_flow else ""))
        elif edge.source not in seen:
            found |= _live_sources(edge.source, into, bypassed, seen | {node_id})
    return found


def _why_loose(edge: Edge, document: Document, nodes: Mapping[str, GraphNode], inside: Mapping[str, str]) -> str | None:
    """Return None for an edge that joins, "" for one that another finding speaks of, else the reason."""
    for end in (edge.source, edge.target):
        if end not in document.nodes:
            return f"there is no node '{end}'"
        if end not in nodes:
            return ""
    source, target = nodes[edge.source], nodes[edge.target]
    if edge.is_flow:
        return _why_loose_flow(edge, source, target, inside)
    return _why_loose_data(edge, source, target, inside)


def _why_loose_data(edge: Edge, source: GraphNode, target: GraphNode, inside: Mapping[str, str]) -> str | None:
    if _is_hidden(edge.source, edge.target, inside):
        return f"'{edge.source}' stands inside '{inside[edge.source]}', and only the outputs of that lead out"
    given = seen_outputs(source, edge.target, inside)
    if edge.source_port not in given:
        return f"'{edge.source}' has no output '{edge.source_port}'{_choices(given)}"
    if inside.get(edge.source) == edge.target:
        return f"'{edge.source}' stands inside '{edge.target}'; name its output in the setting 'result' instead"
    if edge.target_port not in target.inputs:
        return f"'{edge.target}' has no input '{edge.target_port}'{_choices(target.inputs)}"
    return None


def _why_loose_flow(edge: Edge, source: GraphNode, target: GraphNode, inside: Mapping[str, str]) -> str | None:
    if inside.get(edge.source, "") != inside.get(edge.target, ""):
        return "it crosses the border of a nested graph; join the node that holds it instead"
    if source.kind.ends:
        return f"nothing can follow '{edge.source}'"
    if not target.kind.accepts_flow:
        return f"{_why_first(target)}, so nothing can come before it"
    if source.branches and edge.source_port not in source.branches:
        return f"'{edge.source}' needs a branch: write {' or '.join(f'{edge.source}.{one}' for one in source.branches)}"
    if edge.source_port == ERROR:
        return None if source.catches else f"'{edge.source}' calls nothing that could fail"
    if not source.branches and edge.source_port:
        return f"'{edge.source}' has no branch '{edge.source_port}'"
    return None


def _why_first(node: GraphNode) -> str:
    return f"'{node.id}' starts the pipeline" if node.kind.is_trigger else f"'{node.id}' stands beside the order"


def _choices(ports: Mapping[str, Port]) -> str:
    return f" (it has {', '.join(ports)})" if ports else " (it has none)"


def seen_outputs(source: GraphNode, reader: str, inside: Mapping[str, str]) -> Mapping[str, Port]:
    """Return the outputs of a node that another one can read: in its own nested graph, those that are for it."""
    if source.id in containers(inside, reader):
        return source.inner_outputs
    return {} if _is_hidden(source.id, reader, inside) else source.outputs


def _is_hidden(source: str, reader: str, inside: Mapping[str, str]) -> bool:
    """Say whether a node stands in a nested graph that does not hold the reader, and is not the reader's own."""
    home = inside.get(source, "")
    return bool(home) and home != reader and home not in containers(inside, reader)


def _implied(nodes: Mapping[str, GraphNode], inside: Mapping[str, str]) -> Iterator[Link]:
    for node in nodes.values():
        for _, reference in node.mentions:
            source = nodes.get(reference.owner)
            if source is None or source.id == node.id or inside.get(source.id) == node.id:
                continue
            if reference.name in seen_outputs(source, node.id, inside):
                yield Link(
                    source=source.id,
                    source_port=reference.name,
                    target=node.id,
                    target_port="",
                    data=True,
                    implied=True,
                )
