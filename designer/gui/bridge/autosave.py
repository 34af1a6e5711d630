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


def untitled_path(folder: Path) -> Path:
    """Return where the state of a pipeline that has no file yet is kept: `folder` is that of the program's settings."""
    return folder / "untitled.yaml.autosave"


def recovered_untitled(folder: Path) -> Document | None:
    """Return what was drawn and never saved; None where there is nothing."""
    kept = untitled_path(folder)
    try:
        return read_document(kept) if kept.exists() else None
    except Refusal:
        return None


def forget_untitled(folder: Path) -> None:
    """Remove the state of a pipeline that has no file."""
    with contextlib.suppress(OSError):
        untitled_path(folder).unlink(missing_ok=True)


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

    def __init__(
        self, session: EditingSession, background: Background, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder
        self._background = background
        self._written: Document | None = None
        self._timer = QTimer(self, interval=EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.write)
        self._timer.start()

    def write(self) -> None:
        """Write now, unless nothing is new."""
        session = self._session
        document, path = session.document, session.path
        if not session.dirty or document is self._written:
            return
        self._written = document
        target = autosave_path(path) if path else untitled_path(self._folder)
        self._background.run(
            "autosave",
            lambda: _write(target, document),
            lambda _: self._drop_when_saved(path),
            lambda _: None,  # a folder that may not be written to says so when the person saves
        )

    def _drop_when_saved(self, path: Path | None) -> None:
        if self._session.dirty:
            return
        if path is None:
            forget_untitled(self._folder)
        else:
            forget(path)


def _write(target: Path, document: Document) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, dump_document(document).encode())
