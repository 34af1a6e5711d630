"""Which nodes hold a node: the chain of nested graphs around it."""

from collections.abc import Callable

from designer.document.model import Document


def holders(node_id: str, holder_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return the nodes in whose nested graphs a node stands, innermost first. A circle is gone round once.

    `holder_of` gives the node that directly holds another, empty text where none does.
    """
    found: list[str] = []
    holder = holder_of(node_id)
    while holder and holder not in found:
        found.append(holder)
        holder = holder_of(holder)
    return tuple(found)


def surrounding(document: Document, node_id: str) -> tuple[str, ...]:
    """Return the nodes of a document in whose nested graphs a node stands, innermost first."""
    nodes = document.nodes
    return holders(node_id, lambda one: nodes[one].inside if one in nodes else "")
