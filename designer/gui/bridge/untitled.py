"""Where a window keeps what it has drawn and never saved: a place of its own, so that no two windows share one."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLockFile

from designer.gui.bridge.locks import lock_in

_MOST_WINDOWS = 99


def untitled_places(folder: Path) -> tuple[Path, ...]:
    """Return the places in the folder of the program's settings, in the order in which windows take them."""
    return tuple(folder / f"untitled-{number}.yaml.autosave" for number in range(1, _MOST_WINDOWS + 1))


class UntitledPlace:
    """Hold one place, by a lock that ends with the process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: QLockFile | None = None
        self._place: Path | None = None

    def path(self) -> Path:
        """Return the place of this window; the first free one is taken where it has none."""
        if self._place is None:
            places = untitled_places(self._folder)
            free = (place for place in places if not place.exists() and self._take(place))
            self._place = next(free, places[-1])
        return self._place

    def left_behind(self) -> Iterator[Path]:
        """Yield what windows left behind that live no more; who stops at one has taken it."""
        for place in untitled_places(self._folder):
            if place.exists() and self._take(place):
                self._place = place
                yield place
                self.release()

    def release(self) -> None:
        """Give the place to others."""
        if self._lock is not None:
            self._lock.unlock()
        self._lock, self._place = None, None

    def _take(self, place: Path) -> bool:
        place.parent.mkdir(parents=True, exist_ok=True)
        lock = lock_in(place.with_name(f"{place.name}.lock"))
        if not lock.tryLock(0):
            return False
        self._lock = lock
        return True
