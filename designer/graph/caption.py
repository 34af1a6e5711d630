"""The one setting of a node that says most about it, shown on its card."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from designer.catalog.kind import Kind
from designer.document.model import Node

if TYPE_CHECKING:
    from designer.catalog.settings import Settings

_TELLING = (
    "uri",
    "repository",
    "expression",
    "when",
    "function",
    "group",
    "endpoint_name",
    "notebook",
    "ecs_service",
    "cluster",
    "instance_type",
    "bucket",
    "file",
    "until",
    "seconds",
    "cause",
    "message",
    "algorithm",
    "framework",
    "script",
    "image",
)
_OPERATORS = {"==": "=", "!=": "≠", ">=": "≥", "<=": "≤"}


def caption(node: Node, kind: Kind | None = None) -> str:
    """Return a short text about the node's settings, empty where nothing stands out; a kind gives its defaults."""
    settings = {**(_defaults(kind.settings) if kind else {}), **node.settings}
    for name in _TELLING:
        if name in settings and (text := _text(settings[name])):
            return text
    return next(_texts(node.settings), "")


@cache
def _defaults(settings: "type[Settings]") -> Mapping[str, object]:
    fields = settings.model_fields
    return {name: fields[name].default for name in _TELLING if name in fields and not fields[name].is_required()}


def _texts(settings: Mapping[str, object]) -> Iterator[str]:
    return (text for value in settings.values() if (text := _text(value)))


def _text(value: object) -> str:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split())
    return _comparison(value) if isinstance(value, Mapping) else ""


def _comparison(value: Mapping[str, object]) -> str:
    parts = [value.get(key) for key in ("left", "operator", "right")]
    if any(part is None or isinstance(part, Mapping | list | tuple) for part in parts):
        return ""
    left, operator, right = (str(part) for part in parts)
    return f"{left} {_OPERATORS.get(operator, operator)} {right}"
