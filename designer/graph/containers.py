"""Containers: the frames in which the nested graphs of maps are drawn."""

from collections.abc import Iterator

from designer.document.model import Document, Frame
from designer.document.nesting import surrounding

_PREFIX = "inside "
_COLOR = "violet"


def containers_of(document: Document) -> Iterator[Frame]:
    """Yield a frame for each node that holds others, around all that stands in its nested graph."""
    held: dict[str, list[str]] = {}
    for node_id in document.nodes:
        for holder in surrounding(document, node_id):
            held.setdefault(holder, []).append(node_id)
    for holder, nodes in held.items():
        yield Frame(id=_PREFIX + holder, title=f"{holder}: for each item", nodes=tuple(nodes), color=_COLOR)


def is_container(frame_id: str) -> bool:
    """Say whether a frame is the container of a nested graph, which takes its title from the map."""
    return frame_id.startswith(_PREFIX)
