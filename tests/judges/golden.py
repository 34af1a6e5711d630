"""Golden exports: real folders that a reviewer reads, one for each starter and target."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.judges.starter_cases import Case
from tests.repository.sources import ROOT

GOLDEN = ROOT / "tests" / "golden"
_LISTING = "files.txt"
# The same for every target, and drawn by other tests.
_LEFT_OUT = ("pipeline.svg",)


def golden_files(case: Case) -> dict[str, bytes]:
    """Return what the golden folder of a case holds.

    Code assets and copies of the starter's own files are left out; a listing names every file of the export, with the
    beginning of its hash, so that a change of one of those shows too.
    """
    exported = case.exported()
    held = {
        path: content
        for path, content in exported.items()
        if path not in _LEFT_OUT and not path.startswith("code/") and not _is_copy(case.starter.folder / path, content)
    }
    return {**held, _LISTING: "".join(f"{_digest(exported[path])}  {path}\n" for path in sorted(exported)).encode()}


def golden_folder(case: Case) -> Path:
    """Return where the golden files of a case lie."""
    return GOLDEN / case.starter.id / case.target.id


def _is_copy(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
