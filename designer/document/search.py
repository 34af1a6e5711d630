"""Where words stand in a document: in names, kinds, and every setting."""

from collections.abc import Iterator, Mapping

from designer.document.model import Document, Node


def nodes_with(document: Document, text: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the nodes in which every word of a text stands somewhere, in their order; none for an empty text.

    `titles` are what kinds are called, by their ids.
    """
    words = text.lower().split()
    if not words:
        return ()
    return tuple(
        node_id
        for node_id, node in document.nodes.items()
        if all(word in "\n".join(_texts(node, titles)).lower() for word in words)
    )


def _texts(node: Node, titles: Mapping[str, str]) -> Iterator[str]:
    yield from (node.id, node.kind, titles.get(node.kind, ""), node.note, node.inside)
    yield from _texts_in(node.settings)


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, member in value.items():
            yield str(key)
            yield from _texts_in(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from _texts_in(member)
    elif value is not None:
        yield str(value)
