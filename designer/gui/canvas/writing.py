"""Notes and frames are made with the field open in which their words are written."""

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsView

from designer.gui.canvas.editing import CanvasEditing
from designer.gui.canvas.folding import frames_of
from designer.gui.canvas.inline_editor import edit_frame_title, edit_note
from designer.gui.canvas.stage import Stage
from designer.gui.language.words import tr


class Writing:
    """Make what has words of its own, and let them be written at once."""

    def __init__(self, view: QGraphicsView, stage: Stage, editing: CanvasEditing) -> None:
        self._view = view
        self._stage = stage
        self._editing = editing

    def add_note(self, at: QPointF) -> None:
        """Put a note on the canvas and write it."""
        edit_note(self._view, self._stage, self._editing.add_note(at))

    def frame_selection(self) -> None:
        """Put a frame around the selected nodes and write its title."""
        if frame_id := self._editing.frame_selection():
            edit_frame_title(self._view, self._stage, frame_id)

    def rename_frame(self) -> None:
        """Write the title of the frame that a selected node stands in."""
        frames = frames_of(self._stage.session.document, self._stage.session.selection)
        if frames and not frames[0].collapsed:
            edit_frame_title(self._view, self._stage, frames[0].id)
        else:
            self._stage.tell(tr("Select a node in a frame first, and unfold the frame if it is folded."))
