"""What keeps work from being lost: autosave, recovery, and a file that somebody else changes."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from designer.document.model import Document
from designer.graph.difference import differences
from designer.gui.bridge.autosave import Autosave, forget_untitled, recovered_untitled
from designer.gui.bridge.file_watch import FileWatch

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


class Keeping(QObject):
    """Hold what watches over the open document."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self._folder = Path(window.settings.fileName()).parent
        self.autosave = Autosave(window.session, window.background, self._folder, self)
        self.watch = FileWatch(window.session, self)
        self.watch.changed_outside.connect(self._ask)
        self.watch.open_elsewhere.connect(self._tell_elsewhere)
        window.filing.saved.connect(lambda _: forget_untitled(self._folder))

    def begin(self) -> None:
        """Offer what was drawn last time and never saved."""
        session = self._window.session
        document = recovered_untitled(self._folder) if session.path is None and not session.dirty else None
        if document is None:
            return
        if self._window.asking.recover(self.tr("Untitled")):
            session.replace(document, None, dirty=True)
            self._window.filing.opened.emit()
        else:
            forget_untitled(self._folder)

    def close(self) -> None:
        """Let go of the file; what was let go of on purpose is not offered again."""
        self.watch.close()
        if self._window.session.path is None:
            forget_untitled(self._folder)

    def _ask(self, document: Document) -> None:
        session = self._window.session
        name = session.path.name if session.path else ""
        changes = tuple(one.text for one in differences(session.document, document))
        if self._window.asking.take_outside_change(name, changes or (self.tr("Only places on the canvas differ."),)):
            session.apply(document, self.tr("Take the file's state"))

    def _tell_elsewhere(self, path: Path) -> None:
        told = self.tr("'{}' is open in another window. What is saved last is what stays.")
        self._window.asking.tell(self.tr("Open twice"), told.format(path.name))
