"""What is being edited: the document, its history, what is selected and where it is saved."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from designer.document.model import Document
from designer.gui.edit_command import EditCommand

HISTORY_LIMIT = 500


class EditingSession(QObject):
    """Hold one open document; every change goes through `apply`, so that it can be undone."""

    document_changed = Signal(object, object)
    """The document before, the document after."""
    selection_changed = Signal(object)
    """The ids of the selected nodes, as a frozen set."""
    edited = Signal(str, object)
    """What an edit is called that was made, and the document before it; nothing is told when edits are undone."""
    dirty_changed = Signal(bool)
    path_changed = Signal(object)
    """The path as `Path`, or None for a document that was never saved."""

    def __init__(self, document: Document, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._path = path
        self._selection: frozenset[str] = frozenset()
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(HISTORY_LIMIT)
        self.undo_stack.cleanChanged.connect(self._tell_dirty)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self._document

    @property
    def path(self) -> Path | None:
        """The file that the document belongs to; None when it was never saved."""
        return self._path

    @property
    def selection(self) -> frozenset[str]:
        """The ids of the selected nodes."""
        return self._selection

    @property
    def dirty(self) -> bool:
        """Say whether there is something to save."""
        return not self.undo_stack.isClean()

    def apply(self, document: Document, text: str, merge: str = "") -> None:
        """Make `document` the current one as one undoable edit named `text`; nothing happens when nothing changed.

        Edits that follow each other with the same non-empty `merge` are one step of the history (typing in a field,
        nudging with the arrow keys).
        """
        before = self._document
        if document != before:
            self.undo_stack.push(EditCommand(before, document, text, self._show, merge))
            self.edited.emit(text, before)

    def undo(self) -> None:
        """Go back one edit."""
        self.undo_stack.undo()

    def redo(self) -> None:
        """Go forward one edit."""
        self.undo_stack.redo()

    def select(self, ids: Iterable[str]) -> None:
        """Select these nodes and no others; ids that are not in the document are left out."""
        selection = frozenset(each for each in ids if each in self._document.nodes)
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)

    def replace(self, document: Document, path: Path | None = None, *, dirty: bool = False) -> None:
        """Open another document in place of this one: the history starts anew."""
        self.undo_stack.clear()
        self._show(document)
        self._set_path(path)
        if dirty:
            self.undo_stack.resetClean()

    def mark_saved(self, path: Path) -> None:
        """Note that the document as it is now stands in `path`."""
        self._set_path(path)
        self.undo_stack.setClean()

    def _show(self, document: Document) -> None:
        before, self._document = self._document, document
        self.select(self._selection)
        self.document_changed.emit(before, document)

    def _set_path(self, path: Path | None) -> None:
        if path != self._path:
            self._path = path
            self.path_changed.emit(path)

    def _tell_dirty(self, clean: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self.dirty_changed.emit(not clean)
