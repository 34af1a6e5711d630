"""Artifacts to a folder: only what differs is written, and nothing that is not ours is touched."""

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from designer.document.files import write_atomically
from designer.errors import FileRefused
from designer.workflow.targets import Artifact

MANIFEST = ".pipeline-designer.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What was done: relative paths, in order."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def deliver(artifacts: tuple[Artifact, ...], folder: Path) -> Delivery:
    """Write artifacts below a folder, which is made where needed.

    A manifest beside them remembers what we wrote. So a file of an earlier export that is no longer part of it goes
    away, unless somebody has changed it since; and a file that somebody else put in the way is refused.
    """
    try:
        return _delivered(artifacts, folder)
    except OSError as err:
        message = f"The export cannot be written: {err.strerror or err}."
        raise FileRefused(message, path=str(err.filename or folder)) from err


def _delivered(artifacts: tuple[Artifact, ...], folder: Path) -> Delivery:
    if folder.exists() and not folder.is_dir():
        raise FileRefused("This is a file; an export needs a folder.", path=str(folder))
    earlier = _earlier(folder)
    differing = tuple(one for one in artifacts if not _is_written(folder / one.path, one.content))
    _refuse_foreign(differing, earlier, folder)
    for artifact in differing:
        _write(folder / artifact.path, artifact.content)
    removed = _remove_stale(folder, earlier, {artifact.path for artifact in artifacts})
    hashes = {one.path: _hash(one.content) for one in sorted(artifacts, key=lambda one: one.path)}
    manifest = json.dumps({"files": hashes}, indent=2) + "\n"
    _write(folder / MANIFEST, manifest.encode())
    written = tuple(one.path for one in differing)
    unchanged = tuple(one.path for one in artifacts if one.path not in set(written))
    return Delivery(written=written, unchanged=unchanged, removed=removed)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _is_written(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise FileRefused(f"The folder cannot be made: {err.strerror or err}.", path=str(path.parent)) from err
    write_atomically(path, content)


def _refuse_foreign(differing: Iterable[Artifact], earlier: Mapping[str, str], folder: Path) -> None:
    foreign = [one.path for one in differing if one.path not in earlier and (folder / one.path).exists()]
    if foreign:
        names = ", ".join(foreign)
        message = f"These are here already and no export of ours wrote them, so nothing was written: {names}."
        raise FileRefused(message, path=str(folder), hint="Choose another folder, or move them away.")


def _earlier(folder: Path) -> dict[str, str]:
    """Return the files of the earlier export with their hashes: only paths inside, as anybody may write a manifest."""
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {path: digest for path, digest in listed.items() if _is_inside(path)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and parts[0] != "/" and "\\" not in path and ":" not in path


def _remove_stale(folder: Path, earlier: Mapping[str, str], kept: set[str]) -> tuple[str, ...]:
    removed = []
    root = folder.resolve()
    for path in sorted(set(earlier) - kept):
        file = folder / path
        # A link on the way must not lead the removal elsewhere.
        if not file.is_file() or file.resolve() != root / path or _hash(file.read_bytes()) != earlier[path]:
            continue
        file.unlink()
        _remove_empty(file.parent, folder)
        removed.append(path)
    return tuple(removed)


def _remove_empty(place: Path, folder: Path) -> None:
    with contextlib.suppress(OSError):  # the first that still holds something ends it
        while place != folder:
            place.rmdir()
            place = place.parent
