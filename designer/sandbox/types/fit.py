"""Fitting CloudFormation properties to API parameters: names without case, tags in both forms, text for objects."""

import json

from designer.sandbox.documents import Record, Value

_MAXIMUM_DEPTH = 15


def fitted_call(client: Value, operation: str, parameters: Record) -> Record:
    """Call an operation of a client with parameters fitted to what it takes."""
    model = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[operation])
    answer: Record = getattr(client, operation)(**fit(parameters, model.input_shape))
    return answer


def fit(value: Value, shape: Value, depth: int = 0) -> Value:
    """Return a property value in the form that an API's input shape asks for; members it lacks are left out."""
    if depth > _MAXIMUM_DEPTH:
        return value
    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        return _structure(value, shape, depth)
    if kind == "list" and isinstance(value, list):
        return [fit(item, shape.member, depth + 1) for item in value]
    if kind == "list" and isinstance(value, dict):
        return _pairs(value, shape.member)
    if kind == "map" and isinstance(value, dict):
        return {key: fit(item, shape.value, depth + 1) for key, item in value.items()}
    if kind == "map" and isinstance(value, list):
        return {_tag_part(item, "key"): _tag_part(item, "value") for item in value}
    return _scalar(value, kind)


def _structure(value: Record, shape: Value, depth: int) -> Record:
    members = {name.lower(): name for name in shape.members}
    return {
        members[name.lower()]: fit(item, shape.members[members[name.lower()]], depth + 1)
        for name, item in value.items()
        if name.lower() in members
    }


def _pairs(value: Record, member: Value) -> list[Record]:
    if member.type_name != "structure":
        return []
    names = {name.lower(): name for name in member.members}
    key, item = names.get("key", names.get("tagkey", "Key")), names.get("value", names.get("tagvalue", "Value"))
    return [{key: name, item: text} for name, text in value.items()]


def _tag_part(item: Record, part: str) -> Value:
    return next((value for name, value in item.items() if name.lower().endswith(part)), "")


def _scalar(value: Value, kind: str) -> Value:
    if kind == "string":
        return _text(value)
    if kind in {"integer", "long"}:
        return int(value)
    if kind in {"float", "double"}:
        return float(value)
    if kind == "boolean":
        return value if isinstance(value, bool) else str(value).lower() == "true"
    if kind == "blob" and isinstance(value, str):
        return value.encode()
    return value


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value) if isinstance(value, (dict, list)) else str(value)


def comparable(value: Value) -> Value:
    """Return a value in a form in which the same setting always looks the same, for finding drift."""
    if isinstance(value, str):
        return _comparable_text(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"{float(value):g}"
    if isinstance(value, list):
        return [comparable(item) for item in value]
    if isinstance(value, dict):
        return {name.lower(): comparable(item) for name, item in value.items()}
    return value


def _comparable_text(value: str) -> Value:
    if value[:1] in {"{", "["}:
        try:
            return comparable(json.loads(value))
        except ValueError:
            return value
    try:
        return f"{float(value):g}"
    except ValueError:
        return value


def covers(actual: Value, expected: Value) -> bool:
    """Tell whether an actual value says what is expected of it; what it says beyond that are defaults."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return all(name in actual and covers(actual[name], item) for name, item in expected.items())
    if isinstance(expected, list) and isinstance(actual, list):
        return len(expected) == len(actual) and all(map(covers, actual, expected))
    return bool(actual == expected)
