"""Reading a CloudFormation template: the one resource of a type, and text put together by functions."""

import json
from collections.abc import Callable, Collection, Mapping
from typing import cast

from designer.errors import FileRefused

RESOURCES = "Resources"


def resources_of(plain: object) -> Mapping[str, object]:
    """Return the resources of a template; none where the values are no template."""
    resources = plain.get(RESOURCES) if isinstance(plain, Mapping) else None
    return resources if isinstance(resources, Mapping) else {}


def types_in(plain: object) -> frozenset[str]:
    """Return the resource types of a template."""
    return frozenset(
        str(resource.get("Type")) for resource in resources_of(plain).values() if isinstance(resource, Mapping)
    )


def only_resource(
    plain: object, types: Collection[str], what: str, path: str, hint: str
) -> tuple[str, Mapping[str, object]]:
    """Return name and properties of the one resource of these types; refuse none and several. `what` is in the plural."""
    found = {
        name: resource
        for name, resource in resources_of(plain).items()
        if isinstance(resource, Mapping) and resource.get("Type") in types
    }
    if len(found) != 1:
        names = f"{len(found)} {what} ({', '.join(found)})" if found else f"no {what.removesuffix('s')}"
        raise FileRefused(f"This template holds {names}; one is read at a time.", path=path, hint=hint)
    name, resource = next(iter(found.items()))
    properties = resource.get("Properties")
    return name, properties if isinstance(properties, Mapping) else {}


def flat_text(value: object) -> str | None:
    """Return the text that a template gives, with `${Name}` where it fills something in; None where it is no text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if not isinstance(value, dict) or len(value) != 1:
        return None
    (function, argument), *_ = value.items()
    known = _FUNCTIONS.get(str(function))
    return known(argument) if known else None


def _attribute(argument: object) -> str:
    return f"${{{'.'.join(map(str, argument)) if isinstance(argument, list) else argument}}}"


def _substituted(argument: object) -> str | None:
    return flat_text(argument[0]) if isinstance(argument, list) and argument else flat_text(argument)


def _imported(argument: object) -> str | None:
    inner = flat_text(argument)
    return None if inner is None else f"${{{inner.replace('${', '').replace('}', '')}}}"


def _joined(argument: object) -> str | None:
    if not isinstance(argument, list) or len(argument) != 2 or not isinstance(argument[1], list):  # noqa: PLR2004
        return None
    pieces = [flat_text(piece) for piece in cast("list[object]", argument[1])]
    return None if None in pieces else str(argument[0]).join(piece for piece in pieces if piece is not None)


_FUNCTIONS: Mapping[str, Callable[[object], str | None]] = {
    "Ref": lambda argument: f"${{{argument}}}",
    "Fn::GetAtt": _attribute,
    "Fn::Sub": _substituted,
    "Fn::Join": _joined,
    "Fn::ImportValue": _imported,
}
