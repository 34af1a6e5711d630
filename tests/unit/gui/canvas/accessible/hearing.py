"""What a screen reader gets of a canvas: what it is told, and what it finds when it asks."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, cast

from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from shiboken6 import wrapInstance

from designer.gui.announcing import Notice
from designer.gui.canvas.view import CanvasView

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
FOCUS, ANNOUNCEMENT = QAccessible.Event.Focus, QAccessible.Event.ObjectShow
DESCRIBED, REORDERED = QAccessible.Event.DescriptionChanged, QAccessible.Event.ObjectReorder
ASKED = (QAccessible.Role.ListItem, QAccessible.Role.Note, QAccessible.Role.Grouping)
_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
# PySide does not bring it, so it is found by the name that it has in Qt's library.
_INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"


class Heard(NamedTuple):
    """An event that reached Qt: its sort, and what it is about or what is announced."""

    sort: QAccessible.Event
    about: str


@contextmanager
def listening() -> Iterator[list[Heard]]:
    """Listen as a screen reader does; give what is heard."""
    heard: list[Heard] = []

    def hear(address: int) -> None:
        event = cast("QAccessibleEvent", wrapInstance(address, QAccessibleEvent))
        is_notice = event.type() == ANNOUNCEMENT and isinstance(event.object(), Notice)
        if is_notice or event.type() in (FOCUS, DESCRIBED, REORDERED):
            heard.append(Heard(event.type(), event.accessibleInterface().text(NAME)))

    install = ctypes.CDLL("libQt6Gui.so.6")[_INSTALL]
    install.argtypes, install.restype = [ctypes.c_void_p], ctypes.c_void_p
    handler = _HANDLER(hear)
    before = install(ctypes.cast(handler, ctypes.c_void_p))
    QAccessible.setActive(True)
    try:
        yield heard
    finally:
        QAccessible.setActive(False)
        install(before)


def read(view: CanvasView) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


def children(parent: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [parent.child(index) for index in range(parent.childCount())]


def entries(view: CanvasView) -> dict[str, QAccessibleInterface]:
    """Return what lies on the canvas by its name, in order."""
    return {child.text(NAME): child for child in children(read(view)) if child.role() in ASKED}
