"""YAML as we read and write it: the values of YAML 1.2, by PyYAML's fast parser.

YAML 1.1 reads `no` as false, `012` as ten, `12:30` as a number and `2024-01-01` as a date. Here only `true` and `false`
are flags, a number with a leading zero stays text, `1e3` is a number, and there are no dates. What we write is quoted so
that both sorts of reader see the same.
"""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

import yaml

from designer.errors import FileRefused

try:
    from yaml import CSafeDumper as _Dumper
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without its C part: slower, and otherwise the same
    from yaml import SafeDumper as _Dumper  # type: ignore[assignment]
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_TAG = "tag:yaml.org,2002:"
_TEXT = f"{_TAG}str"
Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | float | bool | None"

_FLOAT = re.compile(r"^[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$|^[-+]?\.[0-9]+(?:[eE][-+]?[0-9]+)?$")
PLAIN_SCALARS = (
    ("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), "tTfF"),
    ("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ("~", "n", "N", "")),
    ("tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), "-+0123456789"),
    ("tag:yaml.org,2002:float", _FLOAT, "-+.0123456789"),
)
"""Tag, pattern and first characters of the texts that are not text when they stand without quotes."""


class FlowList(list[object]):
    """A list that is written on one line."""


class FlowMap(dict[str, object]):
    """A mapping that is written on one line."""


class _StrictLoader(_Loader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as PyYAML declares it


class _PlainDumper(_Dumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        """Write a value that occurs twice twice: people do not read anchors."""
        return True


def _represent_text(dumper: _PlainDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text and not re.search(r"[ \t]\n|[^\S\n]$|[^\x20-\x7e\x85\xa0-\ud7ff\n\t]", text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_flow(dumper: _PlainDumper, values: FlowList) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=True)


def _represent_flow_map(dumper: _PlainDumper, values: FlowMap) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", values, flow_style=True)


for _tag, _pattern, _first in PLAIN_SCALARS:
    _StrictLoader.add_implicit_resolver(_tag, _pattern, list(_first))
_PlainDumper.add_implicit_resolver("tag:yaml.org,2002:float", _FLOAT, list("-+.0123456789"))
_PlainDumper.add_representer(str, _represent_text)
_PlainDumper.add_representer(FlowList, _represent_flow)
_PlainDumper.add_representer(FlowMap, _represent_flow_map)


def load_yaml(text: str, *, path: str) -> Plain:
    """Return the one YAML document in a text as plain values; refuse with line and column what is broken."""
    try:
        node = yaml.compose(text, Loader=_StrictLoader)
        return None if node is None else _plain(node)
    except yaml.MarkedYAMLError as err:
        mark = err.problem_mark or err.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        message = f"This is not readable YAML: {err.problem or err}."
        raise FileRefused(message, path=path, line=line, column=column, hint=_HINT) from err
    except yaml.YAMLError as err:
        raise FileRefused(f"This is not readable YAML: {err}.", path=path, hint=_HINT) from err
    except RecursionError as err:
        raise FileRefused("This is nested too deeply to be a pipeline.", path=path, hint=_HINT) from err
    except (ValueError, TypeError) as err:
        raise FileRefused(f"{err}.", path=path, hint=_HINT) from err


_HINT = "Mend it in a text editor; the file was not changed."


def _plain(node: yaml.Node) -> Plain:
    """Return the plain value of a node; this is twice as fast as what PyYAML makes of a node."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value) if node.tag == _TEXT else _scalar(node)
    if isinstance(node, yaml.MappingNode) and node.tag == f"{_TAG}map":
        return _mapping(node)
    if isinstance(node, yaml.SequenceNode) and node.tag == f"{_TAG}seq":
        return [_plain(member) for member in node.value]
    raise _misplaced(
        f"'{_short(node.tag)}' has no meaning in a pipeline; write a table, a list, text or a number", node
    )


def _mapping(node: yaml.MappingNode) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise _misplaced("A key must be text", key_node)
        key = key_node.value if key_node.tag == _TEXT else _key(_scalar(key_node), key_node)
        if key in found:
            raise _misplaced(f"'{key}' stands here a second time; take one of them away", key_node)
        found[key] = _plain(value_node)
    return found


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    read = _READERS.get(node.tag)
    if read is None:
        raise _misplaced(f"'{_short(node.tag)}' has no meaning in a pipeline; write text or a number", node)
    try:
        return read(node.value)
    except (KeyError, ValueError) as err:
        raise _misplaced(f"'{node.value}' is no {_short(node.tag)}", node) from err


_READERS: Mapping[str, Callable[[str], str | int | float | bool | None]] = {
    _TEXT: str,
    f"{_TAG}bool": lambda text: {"true": True, "false": False}[text.lower()],
    f"{_TAG}null": lambda _: None,
    f"{_TAG}int": int,
    f"{_TAG}float": lambda text: float(text.replace(".inf", "inf").replace(".nan", "nan")),
}


def _key(key: object, node: yaml.Node) -> str:
    if isinstance(key, bool):
        return "true" if key else "false"
    if isinstance(key, str | int | float):
        return str(key)
    raise _misplaced("A key must be text", node)


def _misplaced(message: str, node: yaml.Node) -> yaml.MarkedYAMLError:
    return yaml.constructor.ConstructorError(None, None, message, node.start_mark)


def _short(tag: str) -> str:
    return tag.removeprefix(_TAG)


def dump_yaml(value: object) -> str:
    """Write plain values as YAML, in the order they have, one key or item a line."""
    return str(yaml.dump(value, Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=120))


def line_of(text: str, keys: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column, from one, of the value at a path of keys; of the nearest one above it where it is absent."""
    node = yaml.compose(text, Loader=_StrictLoader)
    for key in keys:
        inner = _child(node, key)
        if inner is None:
            break
        node = inner
    return (node.start_mark.line + 1, node.start_mark.column + 1) if node else (1, 1)


def _child(node: yaml.Node | None, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == str(key)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        member = node.value[key]
        return member if isinstance(member, yaml.Node) else None
    return None
