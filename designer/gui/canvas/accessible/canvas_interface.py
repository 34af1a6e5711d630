"""The canvas as an object of the accessibility tree: a list of its nodes."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from designer.gui.canvas.accessible.parts import NO_INTERFACE, NodeInterface, Parts, no_interface, viewport_on_screen
from designer.gui.canvas.hit import hit
from designer.gui.canvas.view import CanvasView
from designer.gui.reporting import reports_errors_or


class CanvasInterface(QAccessibleWidget):
    """List the nodes of a canvas in the order of the document, and after them the widgets that lie on it."""

    def __init__(self, view: CanvasView, parts: Parts) -> None:
        super().__init__(view, QAccessible.Role.List)
        self.parts = parts

    @override
    @reports_errors_or(int)
    def childCount(self) -> int:
        return len(self._ids()) + super().childCount()

    @override
    @reports_errors_or(no_interface)
    def child(self, index: int) -> QAccessibleInterface:
        ids = self._ids()
        if index < 0:
            return NO_INTERFACE
        return self.parts.node(ids[index]) if index < len(ids) else super().child(index - len(ids))

    @override
    @reports_errors_or(lambda: -1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        ids = self._ids()
        if isinstance(child, NodeInterface):
            return ids.index(child.node_id) if child.node_id in ids else -1
        found = super().indexOfChild(child)
        return found + len(ids) if found >= 0 else -1

    @override
    @reports_errors_or(no_interface)
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        view, at = self.parts.view, QPoint(x, y)
        if view is None or not viewport_on_screen(view).contains(at):
            return NO_INTERFACE
        if lying := _lying_on(view, at):
            return QAccessible.queryAccessibleInterface(lying)
        found = hit(view.canvas, view.mapToScene(view.viewport().mapFromGlobal(at)), view.zoom.scale).node
        return self.parts.node(found) if found else NO_INTERFACE

    @override
    @reports_errors_or(no_interface)
    def focusChild(self) -> QAccessibleInterface:
        view = self.parts.view
        focused = view.focusWidget() if view is not None else None
        if view is None or focused is None or not focused.hasFocus():
            return NO_INTERFACE
        if focused is not view:
            return QAccessible.queryAccessibleInterface(focused)
        selection = tuple(view.session.selection)
        return self.parts.node(selection[0]) if len(selection) == 1 else NO_INTERFACE

    def _ids(self) -> list[str]:
        view = self.parts.view
        return list(view.canvas.document.nodes) if view is not None else []


def _lying_on(view: CanvasView, at: QPoint) -> QWidget | None:
    """Return the widget that hides the canvas at a point of the screen."""
    place = view.mapFromGlobal(at)
    lying = [each for each in view.children() if isinstance(each, QWidget) and each is not view.viewport()]
    return next((each for each in reversed(lying) if each.isVisible() and each.geometry().contains(place)), None)


class CanvasInterfaces:
    """Make the interface of every canvas that a screen reader asks for; it is kept as long as Qt has it.

    Qt asks anew when signals were joined to the canvas in between; its parts stay the same.
    """

    def __init__(self) -> None:
        self._kept: list[CanvasInterface] = []

    @reports_errors_or(no_interface)
    def make(self, _kind: str, asked: QObject) -> QAccessibleInterface:
        """Return the interface of a canvas, and none of anything else."""
        if not isinstance(asked, CanvasView):
            return NO_INTERFACE
        self._kept = [each for each in self._kept if isValid(each)]
        known = next((each.parts for each in self._kept if each.parts.view is asked), None)
        self._kept.append(CanvasInterface(asked, known or Parts(asked)))
        return self._kept[-1]


def install_interfaces() -> None:
    """Let Qt know how a canvas is read; once for the whole program."""
    QAccessible.installFactory(CanvasInterfaces().make)
