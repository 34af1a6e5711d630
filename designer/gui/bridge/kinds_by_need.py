"""The kinds by their ids, read from the catalog when somebody asks for one: the first picture of a window needs none."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from typing_extensions import override

from designer.catalog.kind import Kind


class KindsByNeed(Mapping[str, Kind]):
    """All kinds of the catalog."""

    @cached_property
    def _kinds(self) -> Mapping[str, Kind]:
        from designer.catalog.kinds import KINDS

        return {kind.id: kind for kind in KINDS}

    @override
    def __getitem__(self, kind_id: str) -> Kind:
        return self._kinds[kind_id]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    @override
    def __len__(self) -> int:
        return len(self._kinds)
