"""Letting Qt know how a canvas is read, and what of the window is read otherwise than Qt would."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QStackedWidget, QWidget
from shiboken6 import isValid

from designer.gui.announcing import Notice
from designer.gui.canvas.accessible.canvas_interface import CanvasInterface
from designer.gui.canvas.accessible.part import NO_INTERFACE, no_interface
from designer.gui.canvas.accessible.parts import Parts
from designer.gui.canvas.view import CanvasView
from designer.gui.reporting import reports_errors_or

_ROLES = {
    Notice: QAccessible.Role.Notification,
    # Readers would say "layered pane" whenever they come to the canvas.
    QStackedWidget: QAccessible.Role.Client,
}


class Interfaces:
    """Make the interfaces that a screen reader asks for and Qt has not; each is kept as long as Qt has it.

    Qt asks anew when signals were joined to a canvas in between; its parts stay the same.
    """

    def __init__(self) -> None:
        self._kept: list[QAccessibleWidget] = []

    @reports_errors_or(no_interface)
    def make(self, _kind: str, asked: QObject) -> QAccessibleInterface:
        """Return the interface of a canvas or of what has another role than Qt gives it, and none of anything else."""
        made = self._canvas(asked) if isinstance(asked, CanvasView) else _with_role(asked)
        if made is None:
            return NO_INTERFACE
        self._kept = [each for each in self._kept if isValid(each)]
        self._kept.append(made)
        return made

    def _canvas(self, view: CanvasView) -> CanvasInterface:
        canvases = (each for each in self._kept if isValid(each) and isinstance(each, CanvasInterface))
        known = next((each.parts for each in canvases if each.parts.view is view), None)
        return CanvasInterface(view, known or Parts(view))


def _with_role(asked: QObject) -> QAccessibleWidget | None:
    role = next((role for sort, role in _ROLES.items() if isinstance(asked, sort)), None)
    return QAccessibleWidget(asked, role) if isinstance(asked, QWidget) and role is not None else None


def install_interfaces() -> None:
    """Let Qt know how all this is read; once for the whole program."""
    QAccessible.installFactory(Interfaces().make)
