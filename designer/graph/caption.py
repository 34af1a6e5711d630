"""The one setting of a node that says most about it, shown on its card."""

from collections.abc import Iterator, Mapping

from designer.document.model import Node

_TELLING = (
    "uri",
    "s3_uri",
    "bucket",
    "repository",
    "schedule",
    "expression",
    "condition",
    "instance_type",
    "processing_instance_type",
    "function_name",
    "function",
    "model_package_group",
    "model_package_group_name",
    "group",
    "endpoint_name",
    "notebook",
    "script",
    "entry_point",
    "handler",
    "service",
    "service_name",
    "cluster",
    "topic",
    "topic_arn",
    "seconds",
    "message",
    "error",
    "cause",
    "project",
    "runtime",
    "algorithm",
    "framework",
    "image",
)
_OPERATORS = {"==": "=", "!=": "≠", ">=": "≥", "<=": "≤"}


def caption(node: Node) -> str:
    """Return a short text about the node's settings, empty where nothing stands out."""
    texts = (_text(node.settings[name]) for name in _TELLING if name in node.settings)
    return next((text for text in texts if text), "") or next(_texts(node.settings), "")


def _texts(settings: Mapping[str, object]) -> Iterator[str]:
    return (text for value in settings.values() if (text := _text(value)))


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return _comparison(value)
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, list | tuple):
        return ""
    return " ".join(str(value).split())


def _comparison(value: Mapping[str, object]) -> str:
    parts = [value.get(key) for key in ("left", "operator", "right")]
    if any(part is None or isinstance(part, Mapping | list | tuple) for part in parts):
        return ""
    left, operator, right = (str(part) for part in parts)
    return f"{left} {_OPERATORS.get(operator, operator)} {right}"
