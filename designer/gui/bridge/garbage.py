"""Collects Python's garbage on the main thread only.

Python's collector runs in whichever thread allocates. In a thread beside the main one it would take apart widgets and
timers that Qt still has in the lists of the main thread, and the program would crash a moment later.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MILLISECONDS = 500


class MainThreadGarbage(QObject):
    """Take the collector over until it is given back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
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

    def give_back(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
