"""What keeps work from being lost: autosave, recovery, and a file that somebody else changes."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from designer.document.model import Document
from designer.errors import Refusal
from designer.graph.difference import differences
from designer.gui.bridge.autosave import Autosave
from designer.gui.bridge.file_watch import FileWatch
from designer.gui.bridge.recovery import forget, recoverable
from designer.gui.bridge.untitled import UntitledPlace
from designer.gui.dialogs.recovery import Recovery
from designer.gui.language.refusals import refusal_words

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


class Keeping(QObject):
    """Hold what watches over the open document."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self._untitled = UntitledPlace(Path(window.settings.fileName()).parent)
        self.autosave = Autosave(window.session, window.writing, self._untitled, self)
        self.autosave.failed.connect(self._tell_unkept)
        self.watch = FileWatch(window.session, window.writing, self)
        self.watch.changed_outside.connect(self._ask)
        self.watch.open_elsewhere.connect(self._tell_elsewhere)

    def begin(self) -> None:
        """Offer what was drawn by a window that was killed, and never saved."""
        session = self._window.session
        if session.path is not None or session.dirty:
            return
        for place in self._untitled.left_behind():
            found = recoverable(place)
            answer = self._window.asking.recover(self.tr("Untitled"), found) if found else Recovery.LATER
            if answer is Recovery.DISCARD:
                forget(place)
            elif answer is Recovery.TAKE and found:
                session.replace(found.document, None, dirty=True)
                self._window.filing.opened.emit()
                return

    def close(self) -> None:
        """Let go of the file; what was let go of on purpose is not offered again."""
        self.watch.close()
        self.autosave.forget()
        self._window.writing.finish()
        self._untitled.release()

    def _tell_unkept(self, why: Exception) -> None:
        told = refusal_words(why) if isinstance(why, Refusal) else str(why)
        self._window.tell(self.tr("Unsaved changes cannot be kept: {} Save the pipeline elsewhere.").format(told))

    def _ask(self, document: Document) -> None:
        session = self._window.session
        name = session.path.name if session.path else ""
        changes = tuple(one.text for one in differences(session.document, document))
        if self._window.asking.take_outside_change(name, changes or (self.tr("Only places on the canvas differ."),)):
            session.apply(document, self.tr("Take the file's state"))

    def _tell_elsewhere(self, path: Path) -> None:
        told = self.tr("'{}' is open in another window. What is saved last is what stays.")
        self._window.asking.tell(self.tr("Open twice"), told.format(path.name))
