"""One line that says what is set in a value, to be read before it is opened."""

from collections.abc import Mapping

from designer.gui.fields.plain import written

_MOST_MEMBERS = 4
_LONGEST_TEXT = 80


def summary(value: object) -> str:
    """Return the members that are set, the first of them with their values; text as it is."""
    if isinstance(value, Mapping):
        told = [_member(str(name), one) for name, one in list(value.items())[:_MOST_MEMBERS]]
        return ", ".join((*told, "…")) if len(value) > _MOST_MEMBERS else ", ".join(told)
    if isinstance(value, list | tuple):
        return ", ".join(_short(one) for one in value[:_MOST_MEMBERS])
    return "" if value is None else _short(value)


def _member(name: str, value: object) -> str:
    shown = _short(value)
    return f"{name}: {shown}" if shown else name


def _short(value: object) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(str(name) for name in list(value)[:_MOST_MEMBERS])}}}"
    if isinstance(value, list | tuple):
        return f"[{len(value)}]"
    return " ".join(written(value)[:_LONGEST_TEXT].split())
