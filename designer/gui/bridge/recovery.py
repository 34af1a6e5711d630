"""What is kept of unsaved work beside the document, and what can be recovered of it after the program was killed."""

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from designer.document.files import read_document, save_document, write_atomically
from designer.document.model import Document
from designer.errors import FileRefused, Refusal
from designer.graph.difference import differences


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoverable:
    """An unsaved state that was kept: when, and what differs from the file, one sentence each."""

    document: Document
    kept_at: datetime
    changes: tuple[str, ...] = ()
    file_is_newer: bool = False


def autosave_path(path: Path) -> Path:
    """Return where the unsaved state of a file is kept."""
    return path.with_name(f".{path.name}.autosave")


def recoverable(kept: Path, file: Path | None = None) -> Recoverable | None:
    """Return the state kept at a path; None where there is none, it cannot be read, or `file` says the same."""
    if not kept.exists():
        return None
    try:
        document = read_document(kept)
        saved = read_document(file) if file else None
        if document == saved:
            return None
        kept_at = kept.stat().st_mtime
        return Recoverable(
            document=document,
            kept_at=datetime.fromtimestamp(kept_at, UTC).astimezone(),
            changes=tuple(one.text for one in differences(saved, document)) if saved else (),
            file_is_newer=file is not None and file.stat().st_mtime > kept_at,
        )
    except (Refusal, OSError):
        return None


def keep(document: Document, kept: Path) -> None:
    """Write an unsaved state; `FileRefused` where that cannot be."""
    from designer.document.yaml_document import dump_document

    with contextlib.suppress(OSError):  # the writing says what is wrong
        kept.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(kept, dump_document(document).encode())


def forget(kept: Path) -> None:
    """Remove a state that nobody needs any more."""
    with contextlib.suppress(OSError):
        kept.unlink(missing_ok=True)


def save_and_forget(document: Document, path: Path) -> None:
    """Save a document and remove its unsaved state, which is at no moment older than the file."""
    kept = autosave_path(path)
    if kept.exists():
        with contextlib.suppress(FileRefused):
            keep(document, kept)
    save_document(document, path)
    forget(kept)
