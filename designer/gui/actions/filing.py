"""New, open, save and close: between the session and files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from designer.document.files import read_document
from designer.document.model import Document
from designer.errors import Refusal
from designer.gui.bridge.background import Background
from designer.gui.bridge.locks import is_open
from designer.gui.bridge.recent_files import RecentFiles
from designer.gui.bridge.recovery import Recoverable, autosave_path, forget, recoverable, save_and_forget
from designer.gui.bridge.starting_document import EMPTY
from designer.gui.dialogs.asking import Answer, Asking
from designer.gui.dialogs.recovery import Recovery
from designer.gui.language.refusals import refusal_words
from designer.gui.session import EditingSession

_Read = TypeVar("_Read")


class Filing(QObject):
    """Do what the file menu says."""

    opened = Signal()
    saved = Signal(object)
    """The path that was written."""
    imported = Signal(object)
    """The path of a definition that is drawn now."""
    settled = Signal()
    """A file that was to be opened is open now, or will not be."""

    def __init__(
        self,
        session: EditingSession,
        background: Background,
        writing: Background,
        recent: RecentFiles,
        asking: Asking,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._background = background
        self._writing = writing
        self._recent = recent
        self._asking = asking

    def new(self) -> None:
        """Begin with an empty document."""
        if self.may_leave():
            self._session.replace(EMPTY)
            self.opened.emit()

    def open(self) -> None:
        """Ask for a file and open it."""
        path = self._asking.file_to_open(self._folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file; one that cannot be read is told with the place in it, and what was open stays."""
        if self.may_leave():
            take = self._unless_drawn(partial(self._take, path))
            self._background.run("open", lambda: _read(path), take, self._tell_unopened)
        else:
            self.settled.emit()

    def import_(self) -> None:
        """Ask for a definition of an engine and draw it."""
        path = self._asking.definition_to_import(self._folder())
        if path is not None:
            self.import_path(path)

    def import_path(self, path: Path) -> None:
        """Draw a definition of an engine as a new pipeline, which has no file yet; the definition is only read."""
        if self.may_leave():
            take = self._unless_drawn(partial(self._take_drawn, path))
            self._background.run("open", lambda: _drawn(path), take, self._tell_unopened)

    def open_or_import(self, path: Path) -> None:
        """Open a pipeline, or draw what else the file holds."""
        if not self.may_leave():
            return

        def work() -> Callable[[], None]:
            try:
                read = _read(path)
            except Refusal:
                return partial(self._take_drawn, path, _drawn(path))
            return partial(self._take, path, read)

        self._background.run("open", work, self._unless_drawn(lambda act: act()), self._tell_unopened)

    def new_from(self, starter_id: str) -> None:
        """Copy a starter to a place that is asked for, and open it there."""
        path = self._asking.file_to_save(self._folder() / f"{starter_id}.yaml")
        if path is None:
            return

        def work() -> Path:
            from designer.usecases.starters import new, starter

            # A name that exists was confirmed in the dialog: it is the copies beside it that must not be lost.
            new(starter(starter_id), path)
            return path

        self._background.run("starter", work, self.open_path, self._tell_unopened)

    def save(self) -> None:
        """Save to the file that was opened; ask for one where there is none."""
        if self._session.path is None:
            self.save_as()
        else:
            self._write(self._session.path)

    def save_as(self) -> None:
        """Ask for a file and save to it."""
        path = self._asking.file_to_save(self._folder() / f"{self._session.document.name}.yaml")
        if path is not None:
            self._write(path)

    def may_leave(self) -> bool:
        """Say whether the document may be let go; unsaved changes are asked about, and saved where wished."""
        if not self._session.dirty:
            return True
        answer = self._asking.unsaved(self._session.document.name)
        return self._save_now() if answer is Answer.SAVE else answer is Answer.DISCARD

    def _save_now(self) -> bool:
        path = self._session.path or self._asking.file_to_save(self._folder() / f"{self._session.document.name}.yaml")
        if path is None:
            return False
        self._writing.finish()  # an older state that is being written must not come after this one
        try:
            save_and_forget(self._session.document, path)
        except Refusal as refusal:
            self._tell(refusal)
            return False
        self._done(self._session.document, path)
        return True

    def _write(self, path: Path) -> None:
        document = self._session.document
        self._writing.run(
            "save", lambda: save_and_forget(document, path), lambda _: self._done(document, path), self._tell
        )

    def _done(self, document: Document, path: Path) -> None:
        if document is self._session.document:
            self._session.mark_saved(path)
            self._recent.add(path)
            self.saved.emit(path)
        else:  # edited while it was written
            self._write(path)

    def _unless_drawn(self, take: Callable[[_Read], None]) -> Callable[[_Read], None]:
        """Return what takes a file once it is read, unless somebody has drawn meanwhile and keeps that."""
        before = self._session.document

        def take_read(read: _Read) -> None:
            try:
                if self._session.document is before or self.may_leave():
                    take(read)
            finally:
                self.settled.emit()

        return take_read

    def _take(self, path: Path, read: tuple[Document, Recoverable | None]) -> None:
        document, unsaved = read
        answer = self._asking.recover(path.name, unsaved) if unsaved else Recovery.DISCARD
        if answer is Recovery.LATER:
            return
        if unsaved and answer is Recovery.TAKE:
            self._session.replace(unsaved.document, path, dirty=True)
        else:
            if unsaved:
                forget(autosave_path(path))
            self._session.replace(document, path)
        self._recent.add(path)
        self.opened.emit()

    def _take_drawn(self, path: Path, document: Document) -> None:
        self._session.replace(document, None, dirty=True)
        self.opened.emit()
        self.imported.emit(path)

    def _tell_unopened(self, problem: Exception) -> None:
        self.settled.emit()
        self._tell(problem)

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, Refusal):
            raise problem
        self._asking.tell(self.tr("This cannot be done"), refusal_words(problem))

    def _folder(self) -> Path:
        return self._session.path.parent if self._session.path else Path.home()


def _read(path: Path) -> tuple[Document, Recoverable | None]:
    return read_document(path), _unsaved(path)


def _unsaved(path: Path) -> Recoverable | None:
    # What a window keeps that lives is its own.
    return None if is_open(path) else recoverable(autosave_path(path), path)


def _drawn(path: Path) -> Document:
    from designer.usecases.import_definition import drawn_definition

    return drawn_definition(path)
