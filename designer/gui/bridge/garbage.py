"""Collects Python's garbage on the main thread only.

Python's collector runs in whichever thread allocates. In a thread beside the main one it would take apart widgets and
timers that Qt still has in the lists of the main thread, and the program would crash a moment later.

A collection takes the longer the more there is to look at. So what came is looked at soon and in small portions, what has
outlived two looks is left out of the next ones, and everything is looked at while nobody looks at the window.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

EVERY_MILLISECONDS = 20
YOUNG, OLD = 0, 1


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
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._collect_unseen)

    def collect(self) -> None:
        """Collect what is due, as Python would have done by itself."""
        young, old = (count > most for count, most in zip(gc.get_count()[:2], self._thresholds, strict=False))
        if old:
            gc.collect(OLD)
            self.keep()
        elif young:
            gc.collect(YOUNG)

    def _collect_unseen(self, state: Qt.ApplicationState) -> None:
        """Look at everything while somebody works elsewhere; it takes as long as several pictures."""
        window = self.parent()
        stays = isinstance(window, QWidget) and window.isVisible()
        if stays and state != Qt.ApplicationState.ApplicationActive and not gc.isenabled():
            gc.unfreeze()
            gc.collect()
            self.keep()

    def keep(self) -> None:
        """Leave what there is out of later collections: most of it is the program, and the document that was opened."""
        gc.freeze()
        self._frozen = True

    def give_back(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        if self._frozen:
            gc.unfreeze()
        gc.enable()
