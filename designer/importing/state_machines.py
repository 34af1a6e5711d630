"""Finding the state machine in a file: the file itself, or a template that holds one."""

import json
from collections.abc import Mapping
from typing import cast

from designer.errors import FileRefused
from designer.importing.text import as_json, read_plain

_TYPES = frozenset({"AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine"})
_HINT = "A state machine has StartAt and States; a template has one resource of type AWS::StepFunctions::StateMachine."


def find_state_machine(text: str, path: str) -> dict[str, object]:
    """Return the definition in a file as JSON; refuse a file that holds none."""
    try:
        plain = as_json(read_plain(text, path))
        machine = _machine(plain, path)
    except RecursionError as err:
        raise FileRefused("This is nested too deeply to be read.", path=path) from err
    states = machine.get("States")
    if not isinstance(states, dict) or not states:
        raise FileRefused("This state machine has no States.", path=path, hint=_HINT)
    return machine


def _machine(plain: object, path: str) -> dict[str, object]:
    if not isinstance(plain, dict):
        raise FileRefused("This holds no state machine.", path=path, hint=_HINT)
    if "States" in plain:
        return plain
    if isinstance(plain.get("Resources"), dict):
        return _in_template(plain["Resources"], path)
    raise FileRefused("This holds no state machine.", path=path, hint=_HINT)


def _in_template(resources: Mapping[str, object], path: str) -> dict[str, object]:
    found = {
        name: resource
        for name, resource in resources.items()
        if isinstance(resource, dict) and resource.get("Type") in _TYPES
    }
    if len(found) != 1:
        names = f"{len(found)} state machines ({', '.join(found)})" if found else "no state machine"
        raise FileRefused(f"This template holds {names}; one is read at a time.", path=path, hint=_HINT)
    name, resource = next(iter(found.items()))
    properties = resource.get("Properties")
    properties = properties if isinstance(properties, dict) else {}
    definition = properties.get("Definition")
    if isinstance(definition, dict) and "States" in definition:
        return definition
    text = _text(properties.get("DefinitionString", definition))
    if text is None:
        raise FileRefused(
            f"The definition of '{name}' is put together in a way that cannot be read, or stands elsewhere.",
            path=path,
            hint="Import the file that holds the definition itself.",
        )
    return _inner(text, name, path)


def _inner(text: str, name: str, path: str) -> dict[str, object]:
    inner = as_json(read_plain(text, f"{path} ({name})"))
    if not isinstance(inner, dict):
        raise FileRefused(f"The definition of '{name}' is no state machine.", path=path, hint=_HINT)
    return inner


def _text(value: object) -> str | None:
    """Return the text that a template gives, with `${Name}` where it fills something in."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict) or len(value) != 1:
        return json.dumps(value) if isinstance(value, dict) and "States" in value else None
    (function, argument), *_ = value.items()
    if function == "Ref":
        return f"${{{argument}}}"
    if function == "Fn::GetAtt" and isinstance(argument, list):
        return f"${{{'.'.join(str(part) for part in argument)}}}"
    if function == "Fn::Sub":
        return _text(argument[0]) if isinstance(argument, list) and argument else _text(argument)
    return _joined(argument) if function == "Fn::Join" else None


def _joined(argument: object) -> str | None:
    if not isinstance(argument, list) or len(argument) != 2 or not isinstance(argument[1], list):  # noqa: PLR2004
        return None
    pieces = [_text(piece) for piece in cast("list[object]", argument[1])]
    return None if None in pieces else str(argument[0]).join(piece for piece in pieces if piece is not None)
