"""Dragging the corner of a note makes it larger or smaller."""

from dataclasses import replace

from PySide6.QtCore import QPointF

from designer.document.edits import put_note
from designer.document.model import Note
from designer.gui.canvas.geometry import point, snapped
from designer.gui.canvas.stage import Pointer, Stage
from designer.gui.language.words import tr

_LEAST_WIDTH, _LEAST_HEIGHT = 96.0, 48.0


class ResizeGesture:
    """Move the lower right corner of a note."""

    def __init__(self, stage: Stage, pointer: Pointer, note_id: str) -> None:
        self._stage = stage
        self._item = stage.scene.notes[note_id]
        self._note = self._item.note
        self._hold = self._item.body().bottomRight() - pointer.at

    def move(self, pointer: Pointer) -> None:
        """Show the note as large as it will be; the document follows at the end."""
        self._item.set_note(self._sized(pointer))

    def release(self, pointer: Pointer) -> None:
        """Make one edit of the whole movement."""
        session, note = self._stage.session, self._sized(pointer)
        self.cancel()
        session.apply(put_note(session.document, note), tr("Resize note"))

    def cancel(self) -> None:
        """Show the note as it was."""
        self._item.set_note(self._note)

    def _sized(self, pointer: Pointer) -> Note:
        corner = pointer.at + self._hold
        if self._stage.snapping.wanted != pointer.free:
            corner = snapped(corner)
        size: QPointF = corner - self._item.pos()
        whole = point(size)
        return replace(self._note, width=max(whole.x, _LEAST_WIDTH), height=max(whole.y, _LEAST_HEIGHT))
