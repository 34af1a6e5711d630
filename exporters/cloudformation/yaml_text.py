"""A template as YAML that people can read: short intrinsic functions, the order kept, long text in blocks.

PyYAML decides how each single text is written, quotes and all, and is asked once for each; the lines around them are laid out
here, because its emitter takes most of the time of an export.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from exporters.cloudformation.intrinsics import is_intrinsic

_PLAIN_BLOCK = re.compile(r"(?! )(?:[ -~]*[!-~]\n+)+[ -~]*[!-~]\n?")
"""Lines of ASCII without spaces at their ends: a definition in JSON, and most scripts."""
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*")
_OTHER_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
"""Words that YAML takes for flags or for nothing."""
_TEXT = "tag:yaml.org,2002:str"
_MAP = "tag:yaml.org,2002:map"
_STEP = 2
_IDS = ("!Ref", "!GetAtt")


def yaml_text(document: Mapping[str, object]) -> str:
    """Return a template as YAML text."""
    page = _Page()
    for key, value in document.items():
        page.write(f"{_scalar(_TEXT, str(key))}:", value, 0)
    return "\n".join((*page.lines, ""))


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines so far."""

    lines: list[str] = field(default_factory=list)

    def write(self, before: str, value: object, column: int, *, dashed: bool = False) -> None:
        """Add a value after what its line begins with: a key or, when `dashed`, a dash, which stands at the column."""
        tag, value = _short(value)
        head = f"{before} {tag}" if tag else before
        if isinstance(value, Mapping):
            self._write_mapping(head, value, column, joins=dashed and not tag)
        elif isinstance(value, list | tuple):
            self._write_list(head, value, column, joins=dashed and not tag)
        elif isinstance(value, str) and "\n" in value.strip("\n"):
            self._write_block(head, value, column)
        else:
            self.lines.append(f"{before} {_scalar(tag or _TEXT, value) if isinstance(value, str) else _plain(value)}")

    def _write_mapping(self, head: str, value: Mapping[str, object], column: int, *, joins: bool) -> None:
        inner = column + _STEP
        if not value:
            self.lines.append(f"{head} {{}}")
            return
        if not joins:
            self.lines.append(head)
        for place, (key, member) in enumerate(value.items()):
            margin = f"{head} " if joins and not place else " " * inner
            self.write(f"{margin}{_scalar(_TEXT, str(key))}:", member, inner)

    def _write_list(self, head: str, value: list[object] | tuple[object, ...], column: int, *, joins: bool) -> None:
        inner = column + _STEP
        if not value:
            self.lines.append(f"{head} []")
            return
        if not joins:
            self.lines.append(head)
        for place, member in enumerate(value):
            margin = f"{head} " if joins and not place else " " * inner
            self.write(f"{margin}-", member, inner, dashed=True)

    def _write_block(self, head: str, value: str, column: int) -> None:
        margin = " " * (column + _STEP)
        if _PLAIN_BLOCK.fullmatch(value):
            self.lines.append(f"{head} |" if value.endswith("\n") else f"{head} |-")
            lines = value.removesuffix("\n").split("\n")
        else:
            first, *rest = _block(value)
            self.lines.append(f"{head} {first}")
            lines = rest
        self.lines.extend(margin + line if line else "" for line in lines)


def _short(value: object) -> tuple[str, object]:
    """Return the tag of an intrinsic function and its argument, or no tag and the value."""
    if not isinstance(value, dict) or not is_intrinsic(value):
        return "", value
    ((key, argument),) = value.items()
    if key == "Fn::GetAtt" and isinstance(argument, list):
        argument = ".".join(map(str, argument))
    return "!" + str(key).removeprefix("Fn::"), argument


def _scalar(tag: str, value: str) -> str:
    """Return a text of one line as YAML writes it, with its tag where that is a short function."""
    if tag in _IDS:
        return f"{tag} {value}"
    if tag == _TEXT and _WORD.fullmatch(value) and value.lower() not in _OTHER_WORDS:
        return value
    return _asked(tag, value)


@functools.lru_cache(maxsize=65_536)
def _asked(tag: str, value: str) -> str:
    style = '"' if "\n" in value else None
    return _serialized(yaml.ScalarNode(tag, value, style=style)).removesuffix("\n...\n").rstrip("\n")


@functools.lru_cache(maxsize=1024, typed=True)
def _plain(value: object) -> str:
    """Return a number, a flag or nothing as YAML writes it; typed, since 1 and True are the same to a dictionary."""
    return str(yaml.safe_dump(value)).removesuffix("\n...\n")


def _block(value: str) -> list[str]:
    """Return the lines of a text, without margin, as PyYAML writes it after a key."""
    node = yaml.MappingNode(_MAP, [(yaml.ScalarNode(_TEXT, "k"), yaml.ScalarNode(_TEXT, value, style="|"))])
    first, *rest = _serialized(node).removeprefix("k: ").removesuffix("\n").split("\n")
    return [first, *(line[_STEP:] for line in rest)]


def _serialized(node: yaml.Node) -> str:
    return str(yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True, width=1_000_000))
