"""A pipeline with the files beside it: what every use case begins with."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from designer.catalog.palette import KINDS
from designer.document.files import read_document
from designer.document.model import Document
from designer.document.texts import texts_in
from designer.errors import FileRefused
from designer.graph.model import Graph, build_graph
from designer.workflow.lowering import Attempt, attempt

KINDS_BY_ID = {kind.id: kind for kind in KINDS}
_LARGEST_FILE_BYTES = 20 * 1024 * 1024
_LONGEST_PATH = 400
_LEFT_OUT = frozenset({"__pycache__", "node_modules", "venv", "export", "exports"})


@dataclass(frozen=True, kw_only=True)
class Project:
    """A document, where it lies, and the files that its nodes may name; understood and lowered once.

    `known` is what an earlier state of the document was lowered to: only what has changed since is worked out anew.
    """

    document: Document
    path: Path | None = None
    files: Mapping[str, bytes]
    known: Attempt | None = None

    @cached_property
    def graph(self) -> Graph:
        """Return the document understood."""
        return build_graph(self.document, KINDS_BY_ID, self.known.graph if self.known else None)

    @cached_property
    def lowered(self) -> Attempt:
        """Return the document lowered, as far as it goes."""
        return attempt(self.graph, self.files, self.known)


def open_project(path: Path) -> Project:
    """Read a pipeline file, and the files beside it that it names."""
    document = read_document(path)
    return Project(document=document, path=path, files=files_of(document, path.parent))


def files_of(document: Document, folder: Path) -> dict[str, bytes]:
    """Return the files beside a pipeline that its settings name, by relative path; of a named folder, all in it.

    A name that leads out of the pipeline's folder is not followed.
    """
    found: dict[str, bytes] = {}
    root = folder.resolve()
    named = {text for node in document.nodes.values() for _, text in texts_in(node.settings)}
    for text in sorted(filter(_could_be_a_path, named)):
        place = _inside(root, text)
        if place is None:
            continue
        for file in _files_below(place):
            if file.resolve().is_relative_to(root):
                found.setdefault(file.relative_to(root).as_posix(), _content(file))
    return found


def _could_be_a_path(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_PATH and "\n" not in text and "${" not in text


def _inside(root: Path, text: str) -> Path | None:
    if text in (".", "/") or "://" in text or "\0" in text:
        return None
    try:
        place = (root / text).resolve()
        return place if place != root and place.is_relative_to(root) and place.exists() else None
    except (OSError, ValueError):
        return None


def _files_below(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(
        file
        for file in place.rglob("*")
        if file.is_file()
        and not any(part in _LEFT_OUT or part.startswith(".") for part in file.relative_to(place).parts)
    )


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST_FILE_BYTES:
            message = "This file is larger than 20 MB, too large to travel with a pipeline."
            raise FileRefused(message, path=str(file), hint="Keep it in S3 and read it from there.")
        return file.read_bytes()
    except OSError as err:
        raise FileRefused(f"It cannot be read: {err.strerror or err}.", path=str(file)) from err
