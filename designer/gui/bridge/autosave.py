"""Keeps what is not saved yet in a file beside the document, for the case that the program ends without asking."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from designer.document.files import dump_document, read_document, write_atomically
from designer.document.model import Document
from designer.errors import Refusal
from designer.gui.bridge.background import Background
from designer.gui.session import EditingSession

EVERY_MILLISECONDS = 2000


def autosave_path(path: Path) -> Path:
    """Return where the unsaved state of a file is kept."""
    return path.with_name(f".{path.name}.autosave")


def recovered(path: Path) -> Document | None:
    """Return the unsaved state of a file; None where there is none, or it says the same as the file."""
    kept = autosave_path(path)
    if not kept.exists():
        return None
    try:
        document = read_document(kept)
        return document if document != read_document(path) else None
    except Refusal:
        return None


def forget(path: Path) -> None:
    """Remove the unsaved state of a file."""
    with contextlib.suppress(OSError):
        autosave_path(path).unlink(missing_ok=True)


class Autosave(QObject):
    """Write the unsaved state while there is one."""

    def __init__(self, session: EditingSession, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._written: Document | None = None
        self._timer = QTimer(self, interval=EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.write)
        self._timer.start()

    def write(self) -> None:
        """Write now, unless nothing is new."""
        session = self._session
        document, path = session.document, session.path
        if path is None or not session.dirty or document is self._written:
            return
        self._written = document
        target = autosave_path(path)
        self._background.run(
            "autosave",
            lambda: write_atomically(target, dump_document(document).encode()),
            lambda _: self._drop_when_saved(path),
            lambda _: None,  # a folder that may not be written to says so when the person saves
        )

    def _drop_when_saved(self, path: Path) -> None:
        if not self._session.dirty:
            forget(path)
