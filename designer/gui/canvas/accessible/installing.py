"""Letting Qt know how a canvas is read."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from shiboken6 import isValid

from designer.gui.announcing import Notice, NoticeInterfaces
from designer.gui.canvas.accessible.canvas_interface import CanvasInterface
from designer.gui.canvas.accessible.part import NO_INTERFACE, no_interface
from designer.gui.canvas.accessible.parts import Parts
from designer.gui.canvas.view import CanvasView
from designer.gui.reporting import reports_errors_or


class CanvasInterfaces:
    """Make the interface of every canvas and notice that a screen reader asks for; it is kept as long as Qt has it.

    Qt asks anew when signals were joined to the canvas in between; its parts stay the same.
    """

    def __init__(self) -> None:
        self._kept: list[CanvasInterface] = []
        self._notices = NoticeInterfaces()

    @reports_errors_or(no_interface)
    def make(self, _kind: str, asked: QObject) -> QAccessibleInterface:
        """Return the interface of a canvas or a notice, and none of anything else."""
        if isinstance(asked, Notice):
            return self._notices.make(asked)
        if not isinstance(asked, CanvasView):
            return NO_INTERFACE
        self._kept = [each for each in self._kept if isValid(each)]
        known = next((each.parts for each in self._kept if each.parts.view is asked), None)
        self._kept.append(CanvasInterface(asked, known or Parts(asked)))
        return self._kept[-1]


def install_interfaces() -> None:
    """Let Qt know how a canvas is read; once for the whole program."""
    QAccessible.installFactory(CanvasInterfaces().make)
