"""What a sandbox that was killed leaves among the system's temporary files, and how a later one removes it.

What a sandbox puts down is named by its process, so that another can tell what nobody will remove any more.
"""

import contextlib
import os
import re
import shutil
from pathlib import Path

_PREFIX = "designer-sandbox-"
_OF_A_PROCESS = re.compile(rf"{_PREFIX}(\d{{1,9}})-")


def own_prefix() -> str:
    """Return what the names of this process's temporary files begin with."""
    return f"{_PREFIX}{os.getpid()}-"


def sweep(folder: Path) -> None:
    """Remove from a folder what sandboxes of this user left there whose processes are no more."""
    if os.name == "nt":  # asking there whether a process lives would interrupt it
        return
    for path in folder.glob(f"{_PREFIX}*"):
        named = _OF_A_PROCESS.match(path.name)
        if named and not _lives(int(named.group(1))) and _is_ours(path):
            _remove(path)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return True


def _is_ours(path: Path) -> bool:
    try:
        return path.lstat().st_uid == os.getuid()
    except FileNotFoundError:  # another sandbox was faster
        return False


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        path.unlink()
