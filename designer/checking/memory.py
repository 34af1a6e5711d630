"""What rules found at single things, kept from one check to the next while a thing is the very same object."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias, TypeVar, cast

T = TypeVar("T")
R = TypeVar("R")
_Kept: TypeAlias = Mapping[object, Mapping[int, tuple[object, object]]]


class Memory:
    """Recalls what was found at things; what the check before did not ask for is forgotten."""

    def __init__(self, before: "Memory | None" = None) -> None:
        self._known: _Kept = before.found if before else {}
        self.found: dict[object, dict[int, tuple[object, object]]] = {}

    def each(self, look: Callable[[T], R], things: Iterable[T]) -> Iterator[tuple[T, R]]:
        """Yield each thing with what `look` gives for it, asked only when that is not known of this very object."""
        known, found = self._known.get(look, {}), self.found.setdefault(look, {})
        for thing in things:
            kept = known.get(id(thing))
            if kept is None or kept[0] is not thing:
                kept = (thing, look(thing))
            found[id(thing)] = kept
            yield thing, cast("R", kept[1])
