"""The edges that only references in settings make: shown dotted, so that nothing that depends looks loose."""

from collections.abc import Mapping

from designer.document.model import Document, Edge
from designer.document.references import outputs_named_in
from designer.graph.card import Card


class ImpliedEdges:
    """Find implied edges again and again, reading only the settings that changed."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[Mapping[str, object], tuple[tuple[str, str], ...]]] = {}

    def find(self, document: Document, cards: Mapping[str, Card]) -> frozenset[Edge]:
        """Return an edge without a target port for each output that is referred to and not joined."""
        drawn = {(edge.source, edge.source_port, edge.target) for edge in document.edges if not edge.is_flow}
        return frozenset(
            Edge(source=owner, source_port=name, target=node_id)
            for node_id in document.nodes
            for owner, name in self._references(document, node_id)
            if owner in cards
            and owner != node_id
            and (owner, name, node_id) not in drawn
            and cards[owner].pin(name, outgoing=True, flow=False)
        )

    def _references(self, document: Document, node_id: str) -> tuple[tuple[str, str], ...]:
        settings = document.nodes[node_id].settings
        known = self._read.get(node_id)
        if known is not None and known[0] is settings:
            return known[1]
        refers = "${" in repr(settings)  # which most do not, and which is told faster than looking at each of them
        found = tuple((one.owner, one.name) for one in outputs_named_in(settings)) if refers else ()
        self._read[node_id] = (settings, found)
        return found
