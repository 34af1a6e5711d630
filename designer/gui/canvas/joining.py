"""Which pins the wire from a pin may end at, and why not at the others."""

from dataclasses import dataclass, replace

from designer.document.edits import connect, disconnect
from designer.document.model import Document, Edge
from designer.graph.card import Card, Pin
from designer.graph.joining import why_not
from designer.graph.model import Graph
from designer.gui.language.words import said, tr


@dataclass(frozen=True, slots=True)
class WireEnd:
    """A pin of a node."""

    node: str
    pin: Pin


def edge_between(start: WireEnd, end: WireEnd) -> Edge:
    """Return the edge between two pins of opposite directions."""
    source, target = (start, end) if start.pin.outgoing else (end, start)
    return Edge(source=source.node, source_port=source.pin.name, target=target.node, target_port=target.pin.name)


def without_fed_inputs(graph: Graph) -> Graph:
    """Return the graph as if no input was fed: a new wire replaces the one that an input has."""
    return replace(graph, incoming=dict.fromkeys(graph.nodes, ()))


def why_refused(graph: Graph, start: WireEnd, end: WireEnd) -> str | None:
    """Return why a wire between two pins is refused, or None when it may be made."""
    if start.node == end.node:
        return tr("A node cannot feed itself.")
    if start.pin.outgoing == end.pin.outgoing:
        if start.pin.outgoing:
            return tr("Both are outputs: join an output to an input.")
        return tr("Both are inputs: join an output to an input.")
    if start.pin.is_flow != end.pin.is_flow:
        return tr("One carries data, and the other only says what comes afterwards.")
    refusal = why_not(graph, edge_between(start, end))
    return None if refusal is None else said(refusal)


def best_pin(graph: Graph, start: WireEnd, card: Card, taken: frozenset[str]) -> Pin | None:
    """Return the pin of a card that a wire dropped on its body goes to: a free one before one that is taken."""
    possible = [pin for pin in card.pins if why_refused(graph, start, WireEnd(card.id, pin)) is None]
    free = [pin for pin in possible if pin.name not in taken]
    return next(iter((*free, *possible)), None)


def joined(document: Document, start: WireEnd, end: WireEnd) -> Document:
    """Return the document with two pins of opposite directions joined."""
    into = end if start.pin.outgoing else start
    return fed(document, edge_between(start, end), into.pin)


def fed(document: Document, edge: Edge, pin: Pin) -> Document:
    """Return the document with an edge into a pin added; an input that takes one only lets go of what fed it."""
    if pin.port is None or pin.port.many:
        return connect(document, edge)
    others = (one for one in document.edges if (one.target, one.target_port) == (edge.target, edge.target_port))
    return connect(disconnect(document, [other for other in others if other != edge]), edge)
