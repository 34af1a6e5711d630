"""The project's own files, as the repository tests read them."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("designer", "exporters")
SKIPPED_FOLDERS = {".venv", ".judges", ".git", "__pycache__", "build", "dist", ".mypy_cache", ".ruff_cache"}


def project_files() -> tuple[Path, ...]:
    """Return the files under version control or about to be, in stable order; all files where git is absent."""
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        return tuple(sorted(path for path in ROOT.rglob("*") if path.is_file() and not _is_skipped(path)))
    return tuple(sorted(ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()))


def python_files(*folders: str) -> tuple[Path, ...]:
    """Return the Python files below these folders of the repository."""
    return tuple(
        path for path in project_files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders
    )


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, node: ast.stmt | None = None) -> str:
    """Say where something is, so that an editor can go there."""
    shown = path.relative_to(ROOT).as_posix()
    return shown if node is None else f"{shown}:{node.lineno}"


def _is_skipped(path: Path) -> bool:
    return bool(SKIPPED_FOLDERS.intersection(path.relative_to(ROOT).parts))
