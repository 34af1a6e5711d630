"""Text in JSON or YAML as plain values, with the short forms of CloudFormation's functions written out."""

import json
from pathlib import PurePath

import yaml

from designer.errors import FileRefused

_SHORT_NAMES = {"Ref": "Ref", "Condition": "Condition"}
_MOST_VALUES = 1_000_000
_DATES = "tag:yaml.org,2002:timestamp"


class _Loader(yaml.SafeLoader):
    """YAML as definitions use it: dates stay text, and `!Sub` and its like become mappings."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - how PyYAML keeps its table
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _DATES]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _function(loader: _Loader, suffix: str, node: yaml.Node) -> dict[str, object]:
    name = _SHORT_NAMES.get(suffix, f"Fn::{suffix}")
    if isinstance(node, yaml.ScalarNode):
        value: object = loader.construct_scalar(node)
        return {name: str(value).split(".", 1) if suffix == "GetAtt" else value}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, deep=True)}
    if isinstance(node, yaml.MappingNode):
        return {name: loader.construct_mapping(node, deep=True)}
    return {name: None}


_Loader.add_multi_constructor("!", _function)


def read_plain(text: str, path: str) -> object:
    """Return the values in a text, which is JSON when it begins like it, else YAML; refuse what is neither."""
    text = text.removeprefix("\ufeff")
    try:
        if text.lstrip().startswith(("{", "[")) and PurePath(path).suffix not in {".yaml", ".yml"}:
            return _json(text, path)
        found = _yaml(text, path)
        if _size(found, {}) > _MOST_VALUES:
            raise FileRefused("This repeats itself by aliases until it is too large to be read.", path=path)
    except RecursionError as err:
        raise FileRefused("This is nested too deeply to be read.", path=path) from err
    return found


def _size(value: object, known: dict[int, int]) -> int:
    """Return how many values there are once every alias is written out."""
    if not isinstance(value, dict | list):
        return 1
    if id(value) not in known:
        members = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_size(member, known) for member in members)
    return known[id(value)]


def _json(text: str, path: str) -> object:
    try:
        found: object = json.loads(text)
    except json.JSONDecodeError as err:
        hint = "Mend the JSON there. A placeholder such as ${Name} must stand inside quotes."
        message = f"This is not JSON: {err.msg}."
        raise FileRefused(message, path=path, line=err.lineno, column=err.colno, hint=hint) from err
    except ValueError as err:
        raise FileRefused(f"This is not JSON: {err}.", path=path) from err
    return found


def _yaml(text: str, path: str) -> object:
    try:
        found: object = yaml.load(text, Loader=_Loader)  # noqa: S506 - made from the safe loader
    except yaml.MarkedYAMLError as err:
        mark = err.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        message = f"This is neither JSON nor YAML: {err.problem or 'it cannot be read'}."
        raise FileRefused(message, path=path, line=line, column=column, hint="Mend the text there.") from err
    except (yaml.YAMLError, ValueError, TypeError, AttributeError) as err:
        raise FileRefused(f"This is neither JSON nor YAML: {err}.", path=path) from err
    return found


def as_json(value: object) -> object:
    """Return plain values as JSON has them: names are text. Raise `RecursionError` where a value holds itself."""
    if isinstance(value, dict):
        return {_key(key): as_json(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(member) for member in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _key(key: object) -> str:
    if isinstance(key, bool):
        return "true" if key else "false"
    return str(key)
