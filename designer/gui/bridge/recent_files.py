"""The files that were open lately, the newest first."""

from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "recent_files"
_MOST = 10


class RecentFiles:
    """Read and write the list in the program's settings."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def paths(self) -> tuple[Path, ...]:
        """Return those that still exist."""
        stored = self._settings.value(_KEY, [])
        listed = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return tuple(path for path in map(Path, map(str, listed)) if path.is_file())

    def add(self, path: Path) -> None:
        """Put a file first."""
        full = path.resolve()
        others = [one for one in self.paths() if one != full]
        self._settings.setValue(_KEY, [str(one) for one in (full, *others)][:_MOST])

    def clear(self) -> None:
        """Forget all of them."""
        self._settings.remove(_KEY)
