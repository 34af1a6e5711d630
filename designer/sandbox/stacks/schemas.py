"""CloudFormation's resource schemas, which cfn-lint carries: what a type's properties are and what replaces it."""

import functools
import importlib.util
import json
from pathlib import Path

from designer.sandbox.documents import Record, Value

_MAXIMUM_DEPTH = 12


@functools.cache
def schema_of(type_name: str) -> Record | None:
    """Return a type's schema, or None where there is no such type."""
    file_name = _index().get(type_name)
    if file_name is None:
        return None
    text = (_folder() / "resources" / f"{file_name}.json").read_text(encoding="utf-8")
    schema: Record = json.loads(text)
    return schema


def property_faults(type_name: str, properties: Record) -> list[str]:
    """Return what CloudFormation would refuse about properties before it creates anything."""
    schema = schema_of(type_name)
    if schema is None:
        return []
    return _faults(schema, schema, properties, "#", 0)


def replacement(type_name: str, name: str, before: Value, after: Value) -> str:
    """Return whether a changed property recreates the resource: Always, Conditionally or Never."""
    schema = schema_of(type_name) or {}
    if _touched(schema.get("createOnlyProperties", []), name, before, after):
        return "Always"
    if _touched(schema.get("conditionalCreateOnlyProperties", []), name, before, after):
        return "Conditionally"
    return "Never"


def _touched(paths: list[str], name: str, before: Value, after: Value) -> bool:
    for path in paths:
        first, *rest = path.removeprefix("/properties/").split("/")
        if first == name and _at(before, rest) != _at(after, rest):
            return True
    return False


def _at(value: Value, path: list[str]) -> Value:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _faults(root: Record, schema: Record, value: Value, where: str, depth: int) -> list[str]:
    schema = _followed(root, schema)
    if depth > _MAXIMUM_DEPTH:
        return []
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        return [
            fault
            for index, item in enumerate(value)
            for fault in _faults(root, schema["items"], item, f"{where}/{index}", depth + 1)
        ]
    known = schema.get("properties")
    if not isinstance(value, dict) or not isinstance(known, dict):
        return []
    return [*_own_faults(schema, known, value, where), *_member_faults(root, known, value, where, depth)]


def _own_faults(schema: Record, known: Record, value: Record, where: str) -> list[str]:
    faults = [f"{where}: required key [{name}] not found" for name in schema.get("required", []) if name not in value]
    if schema.get("additionalProperties") is False and not schema.get("patternProperties"):
        faults += [f"{where}: extraneous key [{name}] is not permitted" for name in value if name not in known]
    return faults


def _member_faults(root: Record, known: Record, value: Record, where: str, depth: int) -> list[str]:
    return [
        fault
        for name, item in value.items()
        if name in known
        for fault in _faults(root, known[name], item, f"{where}/{name}", depth + 1)
    ]


def _followed(root: Record, schema: Record) -> Record:
    for _ in range(_MAXIMUM_DEPTH):
        pointer = schema.get("$ref")
        if not isinstance(pointer, str):
            return schema
        target: Value = root
        for part in pointer.removeprefix("#/").split("/"):
            target = target.get(part, {})
        schema = target
    return schema


@functools.cache
def _folder() -> Path:
    # Found without importing: cfn-lint itself takes a second and 100 MB to import, its schemas nothing.
    spec = importlib.util.find_spec("cfnlint")
    if spec is None or spec.origin is None:
        message = "cfn-lint is not installed; the sandbox reads its resource schemas"
        raise RuntimeError(message)
    return Path(spec.origin).parent / "data" / "schemas"


@functools.cache
def _index() -> dict[str, str]:
    index: dict[str, str] = json.loads((_folder() / "providers" / "us-east-1.json").read_text(encoding="utf-8"))
    return index
