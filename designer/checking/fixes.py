"""Fixes that more than one rule offers."""

from designer.checking.finding import Fix
from designer.document.edits import disconnect
from designer.document.model import Edge


def take_edge_away(edge: Edge) -> Fix:
    """Offer to take an edge away."""
    return Fix(title="Take the edge away", edit=lambda document: disconnect(document, (edge,)))
