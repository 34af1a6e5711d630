"""Where in a value an edit has changed something: the innermost place, and what happened there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Happened(StrEnum):
    """What an edit did at a place: gave it a value, changed several things inside it at once, took it away, ..."""

    SET = "set"
    CHANGED = "changed"
    CLEARED = "cleared"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One change; of entries that were added, removed or moved the place is the list that holds them."""

    place: tuple[str | int, ...]
    happened: Happened


def change_between(before: object, after: object) -> Change:
    """Return the innermost place that holds all that differs between two values."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return _in_mapping(before, after)
    if isinstance(before, list | tuple) and isinstance(after, list | tuple):
        return _in_list(before, after)
    return Change((), Happened.SET)


def _in_mapping(before: Mapping[object, object], after: Mapping[object, object]) -> Change:
    names = list(dict.fromkeys((*before, *after)))
    differing = [name for name in names if name not in before or name not in after or before[name] != after[name]]
    if len(differing) != 1:
        return Change((), Happened.CHANGED)
    name = differing[0]
    if name not in after:
        return Change((str(name),), Happened.CLEARED)
    return _within(str(name), before.get(name), after[name])


def _in_list(before: Sequence[object], after: Sequence[object]) -> Change:
    if not any(isinstance(one, Mapping | list | tuple) for one in (*before, *after)):
        return Change((), Happened.SET)  # a list of words is edited as one text
    if len(before) != len(after):
        return Change((), Happened.ADDED if len(after) > len(before) else Happened.REMOVED)
    differing = [index for index, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    if len(differing) == 1:
        return _within(differing[0], before[differing[0]], after[differing[0]])
    is_moved = all(one in after for one in before)
    return Change((), Happened.MOVED if is_moved else Happened.CHANGED)


def _within(name: str | int, before: object, after: object) -> Change:
    inner = change_between(before, after)
    return Change((name, *inner.place), inner.happened)
