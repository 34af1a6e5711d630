"""Giving the parameters of a template their values."""

import re
from collections.abc import Mapping

from designer.sandbox.documents import Record, Value
from designer.sandbox.wire.api_error import ApiError

HIDDEN = "****"


def given_parameters(requested: list[Record], previous: Mapping[str, str]) -> dict[str, str]:
    """Return the values that a request gives, taking `UsePreviousValue` from the stack as it is."""
    values = {}
    for parameter in requested:
        name = parameter["ParameterKey"]
        if str(parameter.get("UsePreviousValue", "")).lower() == "true":
            if name not in previous:
                raise ApiError("ValidationError", f"Parameter [{name}] has no previous value to use")
            values[name] = previous[name]
        else:
            values[name] = str(parameter.get("ParameterValue", ""))
    return values


def resolve_parameters(template: Record, given: Mapping[str, str]) -> dict[str, str]:
    """Return every parameter's value as text; refuse unknown, missing and forbidden ones."""
    declared: Record = template.get("Parameters", {})
    unknown = sorted(set(given) - set(declared))
    if unknown:
        raise ApiError("ValidationError", f"Parameters: [{', '.join(unknown)}] do not exist in the template")
    missing = [name for name, rules in declared.items() if name not in given and "Default" not in rules]
    if missing:
        raise ApiError("ValidationError", f"Parameters: [{', '.join(missing)}] must have values")
    values = {name: _text(given.get(name, rules.get("Default"))) for name, rules in declared.items()}
    for name, value in values.items():
        _check(name, value, declared[name])
    return values


def shown_parameters(template: Record, values: Mapping[str, str]) -> list[Record]:
    """Return the parameters as DescribeStacks shows them, with NoEcho ones hidden."""
    declared: Record = template.get("Parameters", {})
    return [
        {"ParameterKey": name, "ParameterValue": HIDDEN if _is_hidden(declared.get(name, {})) else value}
        for name, value in values.items()
    ]


def typed_value(declaration: Record, text: str) -> Value:
    """Return what Ref of a parameter gives: a list for list types, else the text."""
    kind = str(declaration.get("Type", "String"))
    if kind == "CommaDelimitedList" or kind.startswith("List<"):
        return [item.strip() for item in text.split(",")] if text else []
    return text


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_hidden(rules: Record) -> bool:
    return str(rules.get("NoEcho", "")).lower() == "true"


def _check(name: str, value: str, rules: Record) -> None:
    for fault in (_not_allowed(value, rules), _not_matching(value, rules), _not_in_length(value, rules)):
        if fault:
            text = rules.get("ConstraintDescription") or fault
            raise ApiError("ValidationError", f"Parameter '{name}' must {text}")
    if rules.get("Type") == "Number":
        _check_number(name, value, rules)


def _not_allowed(value: str, rules: Record) -> str:
    allowed = [_text(item) for item in rules.get("AllowedValues", [])]
    return f"be one of AllowedValues [{', '.join(allowed)}]" if allowed and value not in allowed else ""


def _not_matching(value: str, rules: Record) -> str:
    pattern = rules.get("AllowedPattern")
    return f"match pattern {pattern}" if pattern and not re.fullmatch(pattern, value) else ""


def _not_in_length(value: str, rules: Record) -> str:
    if len(value) < int(rules.get("MinLength", 0)):
        return f"contain at least {rules['MinLength']} characters"
    if "MaxLength" in rules and len(value) > int(rules["MaxLength"]):
        return f"contain at most {rules['MaxLength']} characters"
    return ""


def _check_number(name: str, value: str, rules: Record) -> None:
    try:
        number = float(value)
    except ValueError as error:
        raise ApiError("ValidationError", f"Parameter '{name}' must be a number") from error
    if number < float(rules.get("MinValue", "-inf")) or number > float(rules.get("MaxValue", "inf")):
        raise ApiError("ValidationError", f"Parameter '{name}' must be within its MinValue and MaxValue")
