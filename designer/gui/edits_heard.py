"""Saying aloud what was edited, where whoever edits does not write it and hear that already."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from designer.document.model import Document
from designer.gui.announcing import announce
from designer.gui.canvas.inline_editor import InlineEditor
from designer.gui.language.words import tr

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow

_SOON = 200
"""So many milliseconds after an act a reader has followed the focus."""


class EditsHeard(QObject):
    """Say of each edit what it is called, and of edits that follow each other fast what the last one is called."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self._text = ""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._say)
        window.session.edited.connect(self._tell)

    def say_soon(self, text: str) -> None:
        """Say it once the focus has gone where it goes: readers drop for that what they have not said yet."""
        self._text = text
        self._soon.start()

    def _tell(self, text: str, before: Document) -> None:
        if QAccessible.isActive() and not self._is_written(QApplication.focusWidget()):
            told = (tr("Done: {}").format(text), *self._places(before))
            self.say_soon(". ".join(told))

    def _say(self) -> None:
        if isinstance(QApplication.focusWidget(), InlineEditor):
            self._soon.start()  # what is written now is read letter by letter
        else:
            announce(self._window, self._text)

    def _is_written(self, focus: QWidget | None) -> bool:
        """Say whether the focus is in a form, and not at a button in it, which tells nothing of what it does."""
        is_button = isinstance(focus, QPushButton | QToolButton)
        return focus is not None and not is_button and self._window.panels.inspector.isAncestorOf(focus)

    def _places(self, before: Document) -> tuple[str, ...]:
        """Return where the one selected node is now, if it was elsewhere before."""
        session, speaking = self._window.session, self._window.canvas.speaking
        for node_id in session.selection if len(session.selection) == 1 else ():
            known, now = before.nodes.get(node_id), session.document.nodes[node_id]
            if known is not None and known.position != now.position:
                return (speaking.place(node_id),)
        return ()
