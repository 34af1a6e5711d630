"""References in text: `${params.InstanceType}`, `${prepare.train}`, `${execution.id}`.

A literal `${` is written `$${`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

_PATTERN = re.compile(r"\$?\$\{([^{}]*)\}")
_PARAMETERS = "params"
_EXECUTION = "execution"
RESERVED_IDS = (_PARAMETERS, _EXECUTION)
"""Names that no node may have, because references begin with them."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands between the braces: `owner.name`, and `path` where a member of a value is meant (`${score.result.auc}`)."""

    owner: str
    name: str
    path: tuple[str, ...] = ()

    @property
    def is_parameter(self) -> bool:
        """Say whether a pipeline parameter is meant."""
        return self.owner == _PARAMETERS

    @property
    def is_execution(self) -> bool:
        """Say whether a fact of the running execution is meant (`id`, `start`, `name`)."""
        return self.owner == _EXECUTION

    @property
    def is_output(self) -> bool:
        """Say whether an output of a node is meant."""
        return not self.is_parameter and not self.is_execution

    def __str__(self) -> str:
        return "${" + ".".join((self.owner, self.name, *self.path)) + "}"


Located: TypeAlias = tuple[tuple[str | int, ...], Reference]
"""A reference, and the path to it from a setting's root."""


def parse_text(text: str) -> tuple[str | Reference, ...]:
    """Split a text into literal pieces and references, in order; empty pieces are left out."""
    parts: list[str | Reference] = []
    end = 0
    for match in _PATTERN.finditer(text):
        _add_literal(parts, text[end : match.start()])
        if match.group(0).startswith("$$"):
            _add_literal(parts, match.group(0)[1:])
        else:
            owner, _, rest = match.group(1).partition(".")
            name, *path = rest.split(".")
            parts.append(Reference(owner.strip(), name.strip(), tuple(path)))
        end = match.end()
    _add_literal(parts, text[end:])
    return tuple(parts)


def _add_literal(parts: list[str | Reference], text: str) -> None:
    if not text:
        return
    if parts and isinstance(parts[-1], str):
        parts[-1] += text
    else:
        parts.append(text)


def references_in(value: object) -> list[Located]:
    """Return each reference inside a setting, with its path from the setting's root."""
    found: list[Located] = []
    if isinstance(value, str):
        _collect_text(value, (), found)
    else:
        _collect(value, (), found)
    return found


def outputs_named_in(value: object) -> Iterator[Reference]:
    """Return the references inside a setting that name an output of a node."""
    return (reference for _, reference in references_in(value) if reference.is_output)


def _collect(value: object, path: tuple[str | int, ...], found: list[Located]) -> None:
    for key, member in _members(value):
        if isinstance(member, str):
            if "${" in member:
                _collect_text(member, (*path, key), found)
        elif isinstance(member, (dict, list, tuple, Mapping)):
            _collect(member, (*path, key), found)


def _members(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, (dict, Mapping)):  # a dictionary is told ten times faster than another mapping
        return value.items()
    return enumerate(value) if isinstance(value, (list, tuple)) else ()


def _collect_text(text: str, path: tuple[str | int, ...], found: list[Located]) -> None:
    found.extend((path, part) for part in parse_text(text) if isinstance(part, Reference))


def replace_references(value: object, change: Callable[[Reference], Reference]) -> object:
    """Return the setting with each reference changed; the very same object where none differs."""
    if isinstance(value, str):
        return _replace_in_text(value, change)
    if isinstance(value, Mapping):
        changed = {key: replace_references(member, change) for key, member in value.items()}
        return changed if any(changed[key] is not value[key] for key in value) else value
    if isinstance(value, list | tuple):
        members = [replace_references(member, change) for member in value]
        same = all(new is old for new, old in zip(members, value, strict=True))
        return value if same else members
    return value


def _replace_in_text(text: str, change: Callable[[Reference], Reference]) -> str:
    def rewritten(match: re.Match[str]) -> str:
        if match.group(0).startswith("$$"):
            return match.group(0)
        (reference,) = parse_text(match.group(0))
        if not isinstance(reference, Reference):
            return match.group(0)
        changed = change(reference)
        return match.group(0) if changed == reference else str(changed)

    changed = _PATTERN.sub(rewritten, text)
    return text if changed == text else changed
