"""Keeps what is not saved yet in a file beside the document, for the case that the program ends without asking."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from designer.document.model import Document
from designer.gui.bridge.background import Background
from designer.gui.bridge.recovery import autosave_path, forget, keep
from designer.gui.bridge.untitled import UntitledPlace
from designer.gui.session import EditingSession

EVERY_MILLISECONDS = 1000
"""With the time for writing, no more than the last two seconds are lost."""


class Autosave(QObject):
    """Write the unsaved state while there is one. `writing` has one thread, so that files are written in order."""

    failed = Signal(object)
    """Why the unsaved state cannot be kept; told once for each place."""

    def __init__(
        self, session: EditingSession, writing: Background, untitled: UntitledPlace, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._writing = writing
        self._untitled = untitled
        self._kept: Path | None = None
        self._written: Document | None = None
        self._refused: Path | None = None
        self._timer = QTimer(self, interval=EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.write)
        self._timer.start()
        session.dirty_changed.connect(self._follow)

    def write(self) -> None:
        """Write now, unless nothing is new."""
        session = self._session
        document, path = session.document, session.path
        if not session.dirty or document is self._written:
            return
        kept = autosave_path(path) if path else self._untitled.path()
        self._written, self._kept = document, kept
        self._writing.run("autosave", lambda: keep(document, kept), _nothing, lambda why: self._refuse(kept, why))

    def forget(self) -> None:
        """Remove what was kept: it is saved, undone, or let go of."""
        kept, self._kept, self._written = self._kept, None, None
        if kept is not None:
            self._writing.run("forget", lambda: forget(kept), _nothing)

    def _follow(self, dirty: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        if dirty:
            self.write()
        else:
            self.forget()

    def _refuse(self, kept: Path, why: Exception) -> None:
        self._written = None
        if kept != self._refused:
            self._refused = kept
            self.failed.emit(why)


def _nothing(_: object) -> None:
    """Have no more to do."""
