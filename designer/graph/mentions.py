"""References that count: code and what was imported are passed on as they stand, so a `${...}` in them is their own."""

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from designer.catalog.form import Form
from designer.catalog.kind import Kind
from designer.document.model import Node
from designer.document.references import Reference, references_in

if TYPE_CHECKING:
    from designer.catalog.settings import Settings

_LITERAL_EDITORS = frozenset({"code"})


Mention: TypeAlias = tuple[tuple[str | int, ...], Reference]
"""A reference, and the path of the setting that it stands in."""


def mentions(node: Node, kind: Kind) -> Iterator[Mention]:
    """Yield each reference in a node's settings with its path, code and what was imported aside."""
    if kind.kept:
        return
    literal = _literal_settings(kind.settings)
    for path, reference in references_in(node.settings):
        if path[0] not in literal:
            yield path, reference


@functools.cache
def _literal_settings(settings: "type[Settings]") -> frozenset[str]:
    return frozenset(
        name
        for name, field in settings.model_fields.items()
        if any(isinstance(one, Form) and one.editor in _LITERAL_EDITORS for one in field.metadata)
    )
