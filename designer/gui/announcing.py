"""Saying aloud what happens where the focus is not.

Orca 43, which Debian 12 brings, passes over Qt's announcements; what it and every later one read aloud is a notification that
comes to be seen. So on Linux a window has an object of that role, which is never seen by anybody else.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

_ONLY_OWN = Qt.FindChildOption.FindDirectChildrenOnly


class Notice(QWidget):
    """What a window said last; it is given its role where interfaces are installed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()


def announce(part: QWidget, text: str) -> None:
    """Say a sentence to whoever listens to a window, whatever has the focus in it."""
    if not text or not QAccessible.isActive():
        return
    if sys.platform != "linux":
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(part, text))
        return
    window = _outermost(part)
    notice = window.findChild(Notice, options=_ONLY_OWN) or Notice(window)
    notice.setAccessibleName(text)
    QAccessible.updateAccessibility(QAccessibleEvent(notice, QAccessible.Event.ObjectShow))


def _outermost(part: QWidget) -> QWidget:
    """Return the window over which all others lie: of a notice in a dialog, Orca reads all words of the dialog first."""
    window = part.window()
    around = window.parentWidget()
    return _outermost(around) if around is not None else window
