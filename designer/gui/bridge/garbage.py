"""Collects Python's garbage on the main thread only.

Python's collector runs in whichever thread allocates. In a thread beside the main one it would take apart widgets and
timers that Qt still has in the lists of the main thread, and the program would crash a moment later.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MILLISECONDS = 500
OLDEST = 2


class MainThreadGarbage(QObject):
    """Take the collector over until it is given back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._frozen = False
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python would have done by itself."""
        due = [
            age for age, (count, most) in enumerate(zip(gc.get_count(), self._thresholds, strict=True)) if count > most
        ]
        if due:
            gc.collect(max(due))
        if due and max(due) == OLDEST and not self._frozen:
            # What is there once the program has started stays for good: later collections need not look at it.
            gc.freeze()
            self._frozen = True

    def give_back(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        if self._frozen:
            gc.unfreeze()
        gc.enable()
