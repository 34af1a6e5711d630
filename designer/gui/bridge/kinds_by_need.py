"""The kinds by their ids, each read from the catalog when somebody asks for it.

The first picture of a window needs none, and that of a pipeline only those that are in it.
"""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module

from typing_extensions import override

from designer.catalog.kind import Kind


class KindsByNeed(Mapping[str, Kind]):
    """All kinds of the catalog."""

    @override
    def __getitem__(self, kind_id: str) -> Kind:
        kind = _read(kind_id)
        if kind is None:
            raise KeyError(kind_id)
        return kind

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    @override
    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def _all(self) -> Mapping[str, Kind]:
        from designer.catalog.palette import KINDS

        return {kind.id: kind for kind in KINDS}


@cache
def _read(kind_id: str) -> Kind | None:
    """Return a kind from its module, or None where there is no such kind: an id may come from any file."""
    if not kind_id.isidentifier():
        return None
    for name in (kind_id, f"{kind_id}_"):
        module = f"designer.catalog.kinds.{name}"
        try:
            found = getattr(import_module(module), "KIND", None)
        except ModuleNotFoundError as err:
            if err.name != module:  # the kind is there, what it needs is not
                raise
            continue
        return found if isinstance(found, Kind) and found.id == kind_id else None
    return None
