"""Whether two nodes may be joined, and if not, why: one sentence for the person who drags the wire."""

from designer.catalog.branches import ERROR
from designer.catalog.ports import Port, PortType
from designer.document.model import Edge
from designer.graph.model import Graph, GraphNode, Link, seen_outputs


def fits(source: Port, target: Port) -> bool:
    """Say whether what one port gives is what the other takes."""
    return target.type in (source.type, PortType.VALUE)


def why_not(graph: Graph, edge: Edge) -> str | None:
    """Return why an edge cannot be added to a graph, or None when it can."""
    if edge.source == edge.target:
        return "A node cannot feed itself."
    source, target = graph.nodes.get(edge.source), graph.nodes.get(edge.target)
    if source is None or target is None:
        return "One of the nodes is of a kind that this version does not know."
    if any(_is(link, edge) for link in graph.outgoing[edge.source]):
        return "They are joined already."
    if edge.is_flow:
        return _why_no_flow(graph, edge, source, target)
    return _why_no_data(graph, edge, source, target)


def _why_no_flow(graph: Graph, edge: Edge, source: GraphNode, target: GraphNode) -> str | None:
    if graph.inside.get(source.id, "") != graph.inside.get(target.id, ""):
        return "A nested graph begins and ends with the node that holds it; join that one instead."
    if edge.source_port == ERROR and not source.catches:
        return f"'{source.id}' calls nothing that could fail."
    if source.kind.ends:
        return f"'{source.id}' ends the pipeline; nothing can follow it."
    if not target.kind.accepts_flow:
        why = "starts the pipeline" if target.kind.is_trigger else "stands beside the order"
        return f"'{target.id}' {why}; nothing can come before it."
    return None


def _why_no_data(graph: Graph, edge: Edge, source: GraphNode, target: GraphNode) -> str | None:
    given = seen_outputs(source, target.id, graph.inside).get(edge.source_port)
    if given is None and graph.inside.get(source.id):
        return f"'{source.id}' stands inside '{graph.inside[source.id]}'; only the outputs of that lead out."
    taken = target.inputs.get(edge.target_port)
    if given is None or taken is None:
        return "One of the nodes has no such port."
    if not fits(given, taken):
        return f"'{taken.title}' takes {_words(taken.type)}, and '{given.title}' gives {_words(given.type)}."
    is_fed = any(link.data and link.target_port == edge.target_port for link in graph.incoming[target.id])
    return f"'{taken.title}' is fed already, and takes one only." if is_fed and not taken.many else None


def _is(link: Link, edge: Edge) -> bool:
    """Say whether an edge that is drawn is another one once more."""
    ends = (link.target, link.target_port, link.source_port)
    return not link.implied and ends == (edge.target, edge.target_port, edge.source_port)


def _words(port_type: PortType) -> str:
    return port_type.value.replace("_", " ")
