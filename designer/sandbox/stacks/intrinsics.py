"""CloudFormation's intrinsic functions: turning a template's values into plain ones."""

import base64
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from designer.sandbox.documents import Record, Value
from designer.sandbox.wire.api_error import ApiError

# What stands for a value that only the execution can tell; the text is the one that AWS shows in change sets.
UNKNOWN = "{{changeSet:KNOWN_AFTER_APPLY}}"
_PLACEHOLDER = re.compile(r"\$\{(!?)([^}]+)\}")


class _NoValue:
    """Stand for AWS::NoValue: the member that has it is left out."""


NO_VALUE = _NoValue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Say what the names in a template mean."""

    mappings: Record
    conditions: Mapping[str, bool]
    reference: Callable[[str], Value]
    attribute: Callable[[str, str], Value]


def resolve(value: Value, scope: Scope) -> Value:
    """Return a template's value with every function replaced by its result."""
    if isinstance(value, list):
        items = [resolve(item, scope) for item in value]
        return [item for item in items if item is not NO_VALUE]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        ((name, argument),) = value.items()
        function = _FUNCTIONS.get(name)
        if function is not None:
            return function(argument, scope)
        if name.startswith("Fn::"):
            raise ApiError("ValidationError", f"Template error: the sandbox does not have the function {name}")
    members = {name: resolve(item, scope) for name, item in value.items()}
    return {name: item for name, item in members.items() if item is not NO_VALUE}


def is_unknown(value: Value) -> bool:
    """Tell whether a resolved value depends on something that only the execution can tell."""
    if isinstance(value, str):
        return UNKNOWN in value
    if isinstance(value, dict):
        return any(is_unknown(item) for item in value.values())
    return isinstance(value, list) and any(is_unknown(item) for item in value)


def evaluate_conditions(template: Record, reference: Callable[[str], Value]) -> dict[str, bool]:
    """Return what each condition of a template comes to."""
    raw: Record = template.get("Conditions", {})
    results: dict[str, bool] = {}

    def attribute(_logical_id: str, _name: str) -> Value:
        raise ApiError("ValidationError", "Template error: conditions may not use Fn::GetAtt")

    def evaluate(name: str, open_names: tuple[str, ...]) -> bool:
        if name in open_names or name not in raw:
            raise ApiError("ValidationError", f"Template error: unresolved condition dependency {name}")
        if name not in results:
            lookup = _Lazily(lambda other: evaluate(other, (*open_names, name)))
            scope = Scope(
                mappings=template.get("Mappings", {}), conditions=lookup, reference=reference, attribute=attribute
            )
            results[name] = _truth(resolve(raw[name], scope))
        return results[name]

    for name in raw:
        evaluate(name, ())
    return results


class _Lazily(dict[str, bool]):
    """Evaluate a condition when another one asks for it."""

    def __init__(self, evaluate: Callable[[str], bool]) -> None:
        super().__init__()
        self._evaluate = evaluate

    def __missing__(self, name: str) -> bool:
        return self._evaluate(name)


def sub_names(text: str) -> list[str]:
    """Return the names in the `${...}` of a Fn::Sub text."""
    return [match[2].strip() for match in _PLACEHOLDER.finditer(text) if not match[1]]


def get_att_parts(argument: Value) -> tuple[str, str]:
    """Return logical id and attribute of a GetAtt, which may be written as text or as a list."""
    if isinstance(argument, str):
        logical_id, _, name = argument.partition(".")
        return logical_id, name
    if isinstance(argument, list) and len(argument) > 1 and isinstance(argument[0], str):
        return argument[0], ".".join(str(part) for part in argument[1:])
    raise ApiError("ValidationError", "Template error: every Fn::GetAtt object requires two non-empty parameters")


def _ref(argument: Value, scope: Scope) -> Value:
    return NO_VALUE if argument == "AWS::NoValue" else scope.reference(str(argument))


def _get_att(argument: Value, scope: Scope) -> Value:
    logical_id, name = get_att_parts(argument)
    return scope.attribute(logical_id, str(resolve(name, scope)))


def _condition(argument: Value, scope: Scope) -> Value:
    return scope.conditions[argument] if isinstance(argument, str) else {"Condition": resolve(argument, scope)}


def _sub(argument: Value, scope: Scope) -> Value:
    text, variables = (argument, {}) if isinstance(argument, str) else (argument[0], resolve(argument[1], scope))

    def replacement(match: re.Match[str]) -> str:
        literal, name = match[1], match[2].strip()
        if literal:
            return "${" + name + "}"
        if name in variables:
            return _as_text(variables[name])
        logical_id, dot, attribute = name.partition(".")
        return _as_text(scope.attribute(logical_id, attribute) if dot else scope.reference(name))

    return _PLACEHOLDER.sub(replacement, text)


def _join(argument: Value, scope: Scope) -> Value:
    delimiter, items = argument[0], resolve(argument[1], scope)
    return UNKNOWN if items == UNKNOWN else str(delimiter).join(_as_text(item) for item in items)


def _select(argument: Value, scope: Scope) -> Value:
    index, items = int(resolve(argument[0], scope)), resolve(argument[1], scope)
    if is_unknown(items) and (isinstance(items, str) or index >= len(items)):
        return UNKNOWN
    if index >= len(items):
        raise ApiError(
            "ValidationError", f"Template error: Fn::Select cannot select nonexistent value at index {index}"
        )
    return items[index]


def _split(argument: Value, scope: Scope) -> Value:
    text = str(resolve(argument[1], scope))
    # The unknown text has colons of its own; nobody knows how many pieces the real one will have.
    return UNKNOWN if is_unknown(text) else text.split(argument[0])


def _if(argument: Value, scope: Scope) -> Value:
    name, when_true, when_false = argument
    if name not in scope.conditions and not isinstance(scope.conditions, _Lazily):
        raise ApiError("ValidationError", f"Template error: unresolved condition {name}")
    return resolve(when_true if scope.conditions[name] else when_false, scope)


def _find_in_map(argument: Value, scope: Scope) -> Value:
    name, first, second = (str(resolve(part, scope)) for part in argument[:3])
    try:
        return scope.mappings[name][first][second]
    except KeyError as error:
        message = f"Template error: Unable to get mapping for {name}::{first}::{second}"
        raise ApiError("ValidationError", message) from error


def _as_text(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(value) if isinstance(value, list) else str(value)


def _truth(value: Value) -> bool:
    return value is True or str(value).lower() == "true"


def _equals(argument: Value, scope: Scope) -> bool:
    left, right = resolve(argument, scope)
    return _as_text(left) == _as_text(right)


_FUNCTIONS: Mapping[str, Callable[[Value, Scope], Value]] = {
    "Ref": _ref,
    "Condition": _condition,
    "Fn::GetAtt": _get_att,
    "Fn::Sub": _sub,
    "Fn::Join": _join,
    "Fn::Select": _select,
    "Fn::Split": _split,
    "Fn::If": _if,
    "Fn::FindInMap": _find_in_map,
    "Fn::Equals": _equals,
    "Fn::And": lambda argument, scope: all(_truth(resolve(item, scope)) for item in argument),
    "Fn::Or": lambda argument, scope: any(_truth(resolve(item, scope)) for item in argument),
    "Fn::Not": lambda argument, scope: not _truth(resolve(argument[0], scope)),
    "Fn::Base64": lambda argument, scope: base64.b64encode(_as_text(resolve(argument, scope)).encode()).decode(),
    "Fn::GetAZs": lambda _argument, scope: [f"{scope.reference('AWS::Region')}{letter}" for letter in "abc"],
    "Fn::ToJsonString": lambda argument, scope: json.dumps(resolve(argument, scope)),
    "Fn::Length": lambda argument, scope: len(resolve(argument, scope)),
}
