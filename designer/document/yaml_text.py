"""YAML as we read and write it: the values of YAML 1.2, by PyYAML's fast parser.

YAML 1.1 reads `no` as false, `012` as ten, `12:30` as a number and `2024-01-01` as a date. Here only `true` and `false`
are flags, a number with a leading zero stays text, `1e3` is a number, and there are no dates. What we write is quoted so
that both sorts of reader see the same.
"""

import re

import yaml

from designer.document.yaml_reader import FLOAT, Plain, YamlReader
from designer.errors import FileRefused

try:
    from yaml import CSafeDumper as _Dumper
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without its C part: slower, and otherwise the same
    from yaml import SafeDumper as _Dumper  # type: ignore[assignment]
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


class FlowList(list[object]):
    """A list that is written on one line."""


class FlowMap(dict[str, object]):
    """A mapping that is written on one line."""


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


_PlainDumper.add_implicit_resolver("tag:yaml.org,2002:float", FLOAT, list("-+.0123456789"))
_PlainDumper.add_representer(str, _represent_text)
_PlainDumper.add_representer(FlowList, _represent_flow)
_PlainDumper.add_representer(FlowMap, _represent_flow_map)


def load_yaml(text: str, *, path: str) -> Plain:
    """Return the one YAML document in a text as plain values; refuse with line and column what is broken."""
    try:
        return YamlReader(_Loader(text)).read()
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


def dump_yaml(value: object) -> str:
    """Write plain values as YAML, in the order they have, one key or item a line."""
    return str(yaml.dump(value, Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=120))


def line_of(text: str, keys: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column, from one, of the value at a path of keys; of the nearest one above it where it is absent."""
    node = yaml.compose(text, Loader=_Loader)
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
