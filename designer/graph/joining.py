"""Whether two nodes may be joined, and if not, why: one sentence for the person who drags the wire."""

from designer.catalog.kind import Port, PortType
from designer.document.model import Edge
from designer.graph.model import Graph, GraphNode


def fits(source: Port, target: Port) -> bool:
    """Say whether what one port gives is what the other takes."""
    return target.type in (source.type, PortType.VALUE)


def why_not(graph: Graph, edge: Edge) -> str | None:
    """Return why an edge cannot be added to a graph, or None when it can."""
    if edge.source == edge.target:
        return "A node cannot feed itself."
    if edge in graph.document.edges:
        return "They are joined already."
    source, target = graph.nodes.get(edge.source), graph.nodes.get(edge.target)
    if source is None or target is None:
        return "One of the nodes is of a kind that this version does not know."
    return _why_no_flow(source, target) if edge.is_flow else _why_no_data(graph, edge, source, target)


def _why_no_flow(source: GraphNode, target: GraphNode) -> str | None:
    if source.kind.ends:
        return f"'{source.id}' ends the pipeline; nothing can follow it."
    if not target.kind.accepts_flow:
        return f"'{target.id}' starts the pipeline; nothing can come before it."
    return None


def _why_no_data(graph: Graph, edge: Edge, source: GraphNode, target: GraphNode) -> str | None:
    given, taken = source.outputs.get(edge.source_port), target.inputs.get(edge.target_port)
    if given is None or taken is None:
        return "One of the nodes has no such port."
    if not fits(given, taken):
        return f"'{taken.title}' takes {_words(taken.type)}, and '{given.title}' gives {_words(given.type)}."
    is_fed = any(link.data and link.target_port == edge.target_port for link in graph.incoming[target.id])
    return f"'{taken.title}' is fed already, and takes one only." if is_fed and not taken.many else None


def _words(port_type: PortType) -> str:
    return port_type.value.replace("_", " ")
