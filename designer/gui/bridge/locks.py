"""Locks on files, so that two windows know of each other."""

from pathlib import Path

from PySide6.QtCore import QLockFile


def lock_in(path: Path) -> QLockFile:
    """Return a lock in a file, not yet taken; once taken it holds until it is let go or its process ends."""
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # however old it is, it holds as long as its process lives
    return lock


def lock_of(path: Path) -> QLockFile:
    """Return the lock of a document that stands in a file."""
    return lock_in(path.with_name(f".{path.name}.lock"))


def is_held_elsewhere(lock: QLockFile) -> bool:
    """Say, after a try, whether somebody else holds a lock; a folder that takes no locks is no sign of that."""
    return lock.error() == QLockFile.LockError.LockFailedError


def is_open(path: Path) -> bool:
    """Say whether a window that lives has a file open."""
    lock = lock_of(path)
    if lock.tryLock(0):
        lock.unlock()
        return False
    return is_held_elsewhere(lock)
