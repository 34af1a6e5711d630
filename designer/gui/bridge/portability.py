"""The portability lens as data: light enough for the main thread."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LensRow:
    """A node, or with a `title` an edge to it: the level and the reason by target.

    `changes` are what another target than the chosen one does differently.
    """

    node: str
    title: str = ""
    taken: tuple[tuple[str, str], ...]
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """Titles of targets and a row for each node; `obstacle` says why there are none."""

    targets: tuple[str, ...] = ()
    rows: tuple[LensRow, ...] = ()
    obstacle: str = ""
