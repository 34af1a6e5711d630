"""Notices when another program changes the file that is open, and when another window has it open too."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal

from designer.document.files import read_document
from designer.document.model import Document
from designer.errors import Refusal
from designer.gui.bridge.background import Background
from designer.gui.bridge.locks import is_held_elsewhere, lock_of
from designer.gui.session import EditingSession

_SETTLE_MILLISECONDS = 200


class FileWatch(QObject):
    """Watch the file of a session; what the session itself wrote is no change."""

    changed_outside = Signal(object)
    """The `Document` that stands in the file now."""
    open_elsewhere = Signal(object)
    """The path of a file that another window has open."""

    def __init__(self, session: EditingSession, writing: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._writing = writing
        self._known: Document | None = None
        self._lock: QLockFile | None = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._watcher.fileChanged.connect(lambda _: self._timer.start())
        self._watcher.directoryChanged.connect(lambda _: self._timer.start())
        session.path_changed.connect(self._follow)
        session.dirty_changed.connect(self._note)

    def close(self) -> None:
        """Let go of the file."""
        self._timer.stop()
        self._unlock()

    def _follow(self, path: Path | None) -> None:
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._unlock()
        if path is None:
            return
        self._known = self._session.document
        # A file that is saved by replacing it is another file: its folder is watched too.
        self._watcher.addPaths([str(path), str(path.parent)])
        lock = lock_of(path)
        if lock.tryLock(0):
            self._lock = lock
        elif is_held_elsewhere(lock):
            self.open_elsewhere.emit(path)

    def _note(self, dirty: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        if not dirty:
            self._known = self._session.document

    def _look(self) -> None:
        path = self._session.path
        if path is None or not path.exists():
            return
        if str(path) not in self._watcher.files():
            self._watcher.addPath(str(path))
        # In the thread that saves: what is read is older or younger than what the session wrote, and never half of it.
        self._writing.run("look", lambda: _read(path), lambda document: self._compare(path, document))

    def _compare(self, path: Path, document: Document | None) -> None:
        if document is None or path != self._session.path:
            return
        if document not in (self._known, self._session.document):
            self._known = document
            self.changed_outside.emit(document)

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def _read(path: Path) -> Document | None:
    """Return what stands in the file; nothing where it is half written, or no pipeline any more."""
    try:
        return read_document(path)
    except Refusal:
        return None
