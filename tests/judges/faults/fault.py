"""What a fault is, and ways to plant one in a definition."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault. `plant` changes a definition in place, and says whether there was a place for it."""

    name: str
    plant: Callable[[Json], bool]


def first(found: Iterator[Json], change: Callable[[Json], object]) -> bool:
    """Change the first of these; say whether there was one."""
    for one in found:
        change(one)
        return True
    return False


def objects(value: object) -> Iterator[Json]:
    """Yield every object inside a value, the outer ones first."""
    if isinstance(value, dict):
        yield value
        for member in value.values():
            yield from objects(member)
    elif isinstance(value, list):
        for member in value:
            yield from objects(member)


def setting(**members: object) -> Callable[[Json], object]:
    """Return a change that sets members."""
    return lambda one: one.update(members)


def without(name: str) -> Callable[[Json], object]:
    """Return a change that takes a member away."""
    return lambda one: one.pop(name)
