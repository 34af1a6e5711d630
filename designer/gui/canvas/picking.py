"""Which edges and notes are picked; the selected nodes are known to the session."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from designer.document.model import Document, Edge


@dataclass(frozen=True, slots=True)
class Bend:
    """A point of a wire by its place among them; without a place it is anywhere on the wire."""

    edge: Edge
    index: int = -1

    @property
    def is_there(self) -> bool:
        """Say whether a point is meant."""
        return self.index >= 0


class Picking(QObject):
    """Hold the picked edges and notes; `hovered` is the point of a wire under the mouse, `active` the one touched last."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edges: frozenset[Edge] = frozenset()
        self.notes: frozenset[str] = frozenset()
        self.hovered: Bend | None = None
        self.active: Bend | None = None

    def pick(self, *, edges: Iterable[Edge] = (), notes: Iterable[str] = ()) -> None:
        """Pick these and no others."""
        picked = (frozenset(edges), frozenset(notes))
        if picked != (self.edges, self.notes):
            self.edges, self.notes = picked
            self.changed.emit()

    def clear(self) -> None:
        """Pick nothing."""
        self.pick()

    def keep_within(self, document: Document) -> None:
        """Let go of what is not in the document any more."""
        self.hovered = None
        if self.edges or self.notes:
            notes = {note.id for note in document.notes}
            self.pick(edges=self.edges & frozenset(document.edges), notes=self.notes & notes)
