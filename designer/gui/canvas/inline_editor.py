"""Text of notes and titles of frames are written where they stand."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGraphicsView, QPlainTextEdit
from typing_extensions import override

from designer.document.edits import put_frame, put_note
from designer.gui.announcing import announce
from designer.gui.canvas.stage import Stage
from designer.gui.language.words import tr
from designer.gui.reporting import reports_errors
from designer.gui.theme.fonts import ui_font

_LEAST_WIDTH = 160
_LEAST_HEIGHT = 34
_ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InlineEditor(QPlainTextEdit):
    """A field over the canvas: Ctrl+Return, or a click elsewhere, keeps what was written; Escape does not."""

    def __init__(self, view: QGraphicsView, area: QRect, text: str, words: str, keep: Callable[[str], None]) -> None:
        """Make it; `words` say to those who do not see it what is written here."""
        super().__init__(text, view.viewport())
        self._view = view
        self._keep: Callable[[str], None] | None = keep
        self._one_line = "\n" not in text and area.height() <= _LEAST_HEIGHT
        self.setFont(ui_font(12))
        self.setGeometry(area.x(), area.y(), max(area.width(), _LEAST_WIDTH), max(area.height(), _LEAST_HEIGHT))
        self.setAccessibleName(words)
        self.show()
        self.setFocus()
        self.selectAll()
        # Orca has come here already for the text in it, and does not say the name any more.
        announce(view, words)

    @override
    @reports_errors
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in _ENDING and (
            self._one_line or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        )
        if ends:
            self._end(keeping=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(keeping=False)
        else:
            super().keyPressEvent(event)

    @override
    @reports_errors
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end(keeping=True)

    def _end(self, *, keeping: bool) -> None:
        keep, self._keep = self._keep, None
        if keep is None:
            return
        if keeping:
            keep(self.toPlainText())
        self.hide()
        self.deleteLater()
        self._view.setFocus()


def edit_note(view: QGraphicsView, stage: Stage, note_id: str) -> InlineEditor:
    """Open a field over a note."""
    item = stage.scene.notes[note_id]

    def keep(text: str) -> None:
        notes = {note.id: note for note in stage.session.document.notes}
        if note_id in notes:
            stage.session.apply(put_note(stage.session.document, replace(notes[note_id], text=text)), tr("Write note"))

    return InlineEditor(
        view, view.mapFromScene(item.body()).boundingRect(), item.note.text, tr("Text of the note"), keep
    )


def open_frame(view: QGraphicsView, stage: Stage, frame_id: str, unfold: Callable[[], object]) -> None:
    """Unfold a frame that is folded; let the title of any other be written."""
    if stage.scene.frames[frame_id].frame.collapsed:
        unfold()
    else:
        edit_frame_title(view, stage, frame_id)


def edit_frame_title(view: QGraphicsView, stage: Stage, frame_id: str) -> InlineEditor:
    """Open a field over a frame's title; an empty title is not kept."""
    item = stage.scene.frames[frame_id]
    area = view.mapFromScene(item.title_rect()).boundingRect()

    def keep(text: str) -> None:
        frames = {frame.id: frame for frame in stage.session.document.frames}
        title = " ".join(text.split())
        if frame_id in frames and title:
            document = put_frame(stage.session.document, replace(frames[frame_id], title=title))
            stage.session.apply(document, tr("Rename frame"))

    place = QRect(area.x() + 8, area.y() + 2, min(area.width() - 16, 280), _LEAST_HEIGHT)
    return InlineEditor(view, place, item.frame.title, tr("Title of the frame"), keep)
