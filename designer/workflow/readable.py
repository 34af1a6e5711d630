"""A request as people read it: what is not known yet stands as `${...}`."""

import json
from collections.abc import Callable, Mapping

from designer.catalog.values import (
    AsText,
    Deployed,
    ExecutionValue,
    FileValue,
    Item,
    ItemIndex,
    Joined,
    JsonText,
    ParameterValue,
    StepOutput,
    TaskToken,
)


def readable(value: object) -> object:
    """Return a request, or any part of one, as plain JSON."""
    if isinstance(value, Mapping):
        return {str(key): readable(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [readable(member) for member in value]
    if isinstance(value, Joined):
        return "".join(str(readable(part)) for part in value.parts)
    if isinstance(value, AsText):
        return str(readable(value.value))
    if isinstance(value, JsonText):
        return json.dumps({name: readable(member) for name, member in value.members}, ensure_ascii=False)
    return _reference(value)


def _reference(value: object) -> object:
    parts = next((read(value) for sort, read in _PARTS.items() if isinstance(value, sort)), None)
    return value if parts is None else "${" + ".".join(str(part) for part in parts) + "}"


_PARTS: Mapping[type[object], Callable[..., tuple[str | int, ...]]] = {
    StepOutput: lambda one: (one.step, *one.path),
    FileValue: lambda one: (one.step, one.file, *one.path),
    ParameterValue: lambda one: ("params", one.name),
    ExecutionValue: lambda one: ("execution", one.fact),
    Deployed: lambda one: (one.name,),
    Item: lambda one: (one.each, "item", *one.path),
    ItemIndex: lambda one: (one.each, "index"),
    TaskToken: lambda _: ("task", "token"),
}
