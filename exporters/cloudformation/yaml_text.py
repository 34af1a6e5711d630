"""A template as YAML that people can read: short intrinsic functions, the order kept, long text in blocks."""

import re
from collections.abc import Mapping
from typing import Any

import yaml
from yaml.emitter import ScalarAnalysis

from exporters.cloudformation.intrinsics import is_intrinsic

_PLAIN_BLOCK = re.compile(r"(?! )(?:[ -~]*[!-~]\n+)+[ -~]*[!-~]\n?")
"""Lines of ASCII without spaces at their ends: a definition in JSON, and most scripts."""


class _TemplateDumper(yaml.SafeDumper):
    """Writes templates: no aliases, lists indented under their key."""

    def ignore_aliases(self, data: object) -> bool:
        """Say that the same object may be written twice."""
        del data
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's
        """Indent the members of a list."""
        del indentless
        super().increase_indent(flow, indentless=False)

    def choose_scalar_style(self) -> str:
        """Write the ids after `!Ref` and `!GetAtt` without quotes."""
        style: str = super().choose_scalar_style()
        return "" if getattr(self.event, "tag", None) in {"!Ref", "!GetAtt"} else style

    def analyze_scalar(self, scalar: str) -> ScalarAnalysis:
        """Say how text may be written; PyYAML looks at each character, which takes long where there are many."""
        if _PLAIN_BLOCK.fullmatch(scalar) is None:
            return super().analyze_scalar(scalar)
        return ScalarAnalysis(
            scalar,
            empty=False,
            multiline=True,
            allow_flow_plain=False,
            allow_block_plain=False,
            allow_single_quoted=False,
            allow_double_quoted=True,
            allow_block=True,
        )

    def write_literal(self, text: str) -> None:
        """Write a block line by line."""
        if _PLAIN_BLOCK.fullmatch(text) is None:
            super().write_literal(text)
            return
        self.write_indicator(f"|{self.determine_block_hints(text)}", need_whitespace=True)
        self.write_line_break()
        for line in text.rstrip("\n").split("\n"):
            if line:
                self.write_indent()
                self.stream.write(line)
            self.write_line_break()


def _mapping(dumper: yaml.SafeDumper, value: dict[str, Any]) -> yaml.Node:
    if not is_intrinsic(value):
        return dumper.represent_mapping("tag:yaml.org,2002:map", value.items())
    ((key, argument),) = value.items()
    tag = "!" + key.removeprefix("Fn::")
    if key == "Fn::GetAtt" and isinstance(argument, list):
        return dumper.represent_scalar(tag, ".".join(map(str, argument)))
    if isinstance(argument, str):
        return dumper.represent_scalar(tag, argument, style=_style(argument))
    if isinstance(argument, Mapping):
        return dumper.represent_mapping(tag, argument.items())
    return dumper.represent_sequence(tag, argument)


def _string(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=_style(value))


def _style(value: str) -> str | None:
    return "|" if "\n" in value.strip("\n") else None


_TemplateDumper.add_representer(dict, _mapping)
_TemplateDumper.add_representer(str, _string)


def yaml_text(document: Mapping[str, object]) -> str:
    """Return a template as YAML text."""
    return yaml.dump(_plain(document), Dumper=_TemplateDumper, sort_keys=False, allow_unicode=True, width=100_000)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(member) for member in value]
    return value
