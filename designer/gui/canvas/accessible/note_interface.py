"""A note as an object of the accessibility tree."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from typing_extensions import override

from designer.gui.canvas.accessible.thing_interface import ThingInterface
from designer.gui.canvas.items.note_item import NoteItem


class NoteInterface(ThingInterface):
    """A note, called by its text."""

    @property
    def item(self) -> NoteItem | None:
        """The note on the canvas, while there is one."""
        return self.view.canvas.notes.get(self.thing.note) if self.view is not None else None

    @override
    def place(self) -> QRectF | None:
        return self.item.body() if self.item is not None else None

    @override
    def name(self) -> str:
        return self.item.note.text if self.item is not None else ""

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Note
