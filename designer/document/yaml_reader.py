"""A YAML document to plain values, straight from the parser's events: no tree of nodes is made in between."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias, cast

from yaml import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from designer.document.model import Scalar

if TYPE_CHECKING:
    from yaml import CSafeLoader
    from yaml.error import Mark

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | Scalar"

_TAG = "tag:yaml.org,2002:"
_MOST_COPIES = 100_000
FLOAT = re.compile(r"^[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$|^[-+]?\.[0-9]+(?:[eE][-+]?[0-9]+)?$")
_PLAIN_SCALARS = (
    (f"{_TAG}bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), "tTfF"),
    (f"{_TAG}null", re.compile(r"^(?:~|null|Null|NULL|)$"), ("~", "n", "N", "")),
    (f"{_TAG}int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), "-+0123456789"),
    (f"{_TAG}float", FLOAT, "-+.0123456789"),
)


def _by_first_character() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    found: defaultdict[str, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
    for tag, pattern, first_characters in _PLAIN_SCALARS:
        for first in first_characters:
            found[first].append((tag, pattern))
    return dict(found)


PLAIN_SCALARS = _by_first_character()
"""Tag and pattern of the texts that are not text when they stand without quotes, by their first character."""
_READERS: Mapping[str, Callable[[str], Scalar]] = {
    f"{_TAG}str": str,
    f"{_TAG}bool": lambda text: {"true": True, "false": False}[text.lower()],
    f"{_TAG}null": lambda _: None,
    f"{_TAG}int": int,
    f"{_TAG}float": lambda text: float(text.replace(".inf", "inf").replace(".nan", "nan")),
}


class _PlainTexts(dict[str, Scalar]):
    """What texts without quotes mean; most stand in a pipeline many times."""

    def __missing__(self, text: str) -> Scalar:
        """Work out what a text means that was not met before."""
        value = self[text] = _plain_scalar(text)
        return value


class YamlReader:
    """Read one document; what has no place in a pipeline raises `MarkedYAMLError`."""

    def __init__(self, parser: "CSafeLoader") -> None:
        self._next = cast("Callable[[], Event]", parser.get_event)
        self._anchored: dict[str, Plain] = {}
        self._plain = _PlainTexts()
        self._copies = 0

    def read(self) -> Plain:
        """Return the value of the one document; None where there is none."""
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            return None
        value = self._value(self._next())
        self._next()
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            raise _misplaced("A second document begins here, and a file holds one pipeline", after)
        return value

    def _value(self, event: Event) -> Plain:
        if isinstance(event, ScalarEvent):
            plain = event.tag is None and event.implicit[0]
            value: Plain = self._plain[event.value] if plain else _marked_scalar(event)
        elif isinstance(event, MappingStartEvent):
            value = self._mapping(event)
        elif isinstance(event, SequenceStartEvent):
            value = self._sequence(event)
        elif isinstance(event, AliasEvent):
            return self._repeated(event)
        else:
            raise _misplaced("A value is missing", event)
        if event.anchor is not None:
            self._remember(event.anchor, value, event)
        return value

    def _remember(self, anchor: str, value: Plain, event: Event) -> None:
        if anchor in self._anchored:
            raise _misplaced(f"'&{anchor}' stands here a second time; give one of them another name", event)
        self._anchored[anchor] = value

    def _mapping(self, start: MappingStartEvent) -> dict[str, Plain]:
        _demand_tag(start, "map")
        found: dict[str, Plain] = {}
        take = self._next
        event = take()
        while not isinstance(event, MappingEndEvent):
            key = self._value(event)
            if not isinstance(key, str):
                key = _key(key, event)
            if key in found:
                raise _misplaced(f"'{key}' stands here a second time; take one of them away", event)
            found[key] = self._value(take())
            event = take()
        return found

    def _sequence(self, start: SequenceStartEvent) -> list[Plain]:
        _demand_tag(start, "seq")
        found: list[Plain] = []
        event = self._next()
        while not isinstance(event, SequenceEndEvent):
            found.append(self._value(event))
            event = self._next()
        return found

    def _repeated(self, event: AliasEvent) -> Plain:
        if event.anchor not in self._anchored:
            raise _misplaced(f"Nothing above is called '&{event.anchor}'", event)
        return self._copied(self._anchored[event.anchor], event)

    def _copied(self, value: Plain, event: Event) -> Plain:
        """Return a value of its own: what is changed in one place is not to change in the other."""
        self._copies += 1
        if self._copies > _MOST_COPIES:
            raise _misplaced("What is repeated here would grow beyond any pipeline", event)
        if isinstance(value, dict):
            return {key: self._copied(member, event) for key, member in value.items()}
        return [self._copied(member, event) for member in value] if isinstance(value, list) else value


def _plain_scalar(text: str) -> Scalar:
    for meant, pattern in PLAIN_SCALARS.get(text[:1], ()):
        if pattern.match(text):
            return _READERS[meant](text)
    return text


def _marked_scalar(event: ScalarEvent) -> Scalar:
    """Return the value of what stands in quotes, in a block or behind a tag."""
    text: str = event.value
    tag = event.tag
    if tag is None or tag == "!":
        return _plain_scalar(text) if event.implicit[0] else text
    if tag not in _READERS:
        raise _misplaced(f"'{_short(tag)}' has no meaning in a pipeline; write text or a number", event)
    try:
        return _READERS[tag](text)
    except (KeyError, ValueError) as err:
        raise _misplaced(f"'{text}' is no {_short(tag)}", event) from err


def _key(value: Plain, event: Event) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    raise _misplaced("A key must be text", event)


def _demand_tag(start: MappingStartEvent | SequenceStartEvent, wanted: str) -> None:
    if start.tag is not None and start.tag not in {"!", f"{_TAG}{wanted}"}:
        message = f"'{_short(start.tag)}' has no meaning in a pipeline; write a table, a list, text or a number"
        raise _misplaced(message, start)


def _misplaced(message: str, event: Event) -> MarkedYAMLError:
    return MarkedYAMLError(None, None, message, cast("Mark", event.start_mark))  # or one of the C part, which is alike


def _short(tag: str) -> str:
    return tag.removeprefix(_TAG)
