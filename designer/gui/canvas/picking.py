"""Which edges and notes are picked; the selected nodes are known to the session."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from designer.document.model import Document, Edge


class Picking(QObject):
    """Hold the picked edges and notes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edges: frozenset[Edge] = frozenset()
        self.notes: frozenset[str] = frozenset()

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
        if self.edges or self.notes:
            notes = {note.id for note in document.notes}
            self.pick(edges=self.edges & frozenset(document.edges), notes=self.notes & notes)
