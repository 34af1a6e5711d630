"""References that count: code and what was imported are passed on as they stand, so a `${...}` in them is their own."""

from collections.abc import Iterator

from designer.catalog.kind import Form, Kind
from designer.document.model import Node
from designer.document.references import Reference, references_in

_LITERAL_EDITORS = frozenset({"code"})


def mentions(node: Node, kind: Kind) -> Iterator[tuple[tuple[str | int, ...], Reference]]:
    """Yield each reference in a node's settings with its path, code and what was imported aside."""
    if kind.kept:
        return
    literal = _literal_settings(kind)
    for path, reference in references_in(node.settings):
        if path[0] not in literal:
            yield path, reference


def _literal_settings(kind: Kind) -> frozenset[str]:
    return frozenset(
        name
        for name, field in kind.settings.model_fields.items()
        if any(isinstance(one, Form) and one.editor in _LITERAL_EDITORS for one in field.metadata)
    )
