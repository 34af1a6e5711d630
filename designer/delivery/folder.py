"""Artifacts to a folder: only what differs is written, and nothing that is not ours is touched."""

import json
from dataclasses import dataclass
from pathlib import Path

from designer.document.files import write_atomically
from designer.errors import FileRefused
from designer.workflow.targets import Artifact

_MANIFEST = ".pipeline-designer.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What was done: relative paths, in order."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def deliver(artifacts: tuple[Artifact, ...], folder: Path) -> Delivery:
    """Write artifacts below a folder, which is made where needed.

    A manifest beside them remembers what we wrote, so that a file of an earlier export that is no longer part of it goes
    away; a file that somebody else put there, or has changed into a folder, stays.
    """
    if folder.exists() and not folder.is_dir():
        raise FileRefused("This is a file; an export needs a folder.", path=str(folder))
    earlier = _earlier(folder)
    written: list[str] = []
    unchanged: list[str] = []
    for artifact in artifacts:
        path = folder / artifact.path
        if path.is_file() and path.read_bytes() == artifact.content:
            unchanged.append(artifact.path)
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as err:
            raise FileRefused(f"The folder cannot be made: {err.strerror or err}.", path=str(path.parent)) from err
        write_atomically(path, artifact.content)
        written.append(artifact.path)
    removed = _remove_stale(folder, earlier - {artifact.path for artifact in artifacts})
    manifest = json.dumps({"files": sorted(artifact.path for artifact in artifacts)}, indent=2) + "\n"
    write_atomically(folder / _MANIFEST, manifest.encode())
    return Delivery(written=tuple(written), unchanged=tuple(unchanged), removed=removed)


def _earlier(folder: Path) -> set[str]:
    try:
        listed = json.loads((folder / _MANIFEST).read_text())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {path for path in listed if isinstance(path, str) and ".." not in Path(path).parts and path[:1] != "/"}


def _remove_stale(folder: Path, paths: set[str]) -> tuple[str, ...]:
    removed = []
    for path in sorted(paths):
        if (folder / path).is_file():
            (folder / path).unlink()
            removed.append(path)
    return tuple(removed)
