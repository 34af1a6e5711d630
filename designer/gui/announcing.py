"""Saying aloud what happens where the focus is not.

Orca 43, which Debian 12 brings, passes over Qt's announcements; what it and every later one read aloud is a notification that
comes to be seen. So on Linux a window has an object of that role, which is never seen by anybody else.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

_ONLY_OWN = Qt.FindChildOption.FindDirectChildrenOnly


class Notice(QWidget):
    """What a window said last."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()


class NoticeInterfaces:
    """Make the objects that are read; each is kept as long as Qt has it."""

    def __init__(self) -> None:
        self._kept: list[QAccessibleWidget] = []

    def make(self, notice: Notice) -> QAccessibleInterface:
        """Return the object of a notice."""
        self._kept = [each for each in self._kept if isValid(each)]
        self._kept.append(QAccessibleWidget(notice, QAccessible.Role.Notification))
        return self._kept[-1]


def announce(part: QWidget, text: str) -> None:
    """Say a sentence to whoever listens to a window, whatever has the focus in it."""
    if not text or not QAccessible.isActive():
        return
    if sys.platform != "linux":
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(part, text))
        return
    window = part.window()
    notice = window.findChild(Notice, options=_ONLY_OWN) or Notice(window)
    notice.setAccessibleName(text)
    QAccessible.updateAccessibility(QAccessibleEvent(notice, QAccessible.Event.ObjectShow))
