"""The canvas as an object of the accessibility tree: a list of what lies on it."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from typing_extensions import override

from designer.gui.canvas.accessible.abilities import ability, as_ability, no_ability
from designer.gui.canvas.accessible.choosing import Choosing
from designer.gui.canvas.accessible.part import NO_INTERFACE, no_interface
from designer.gui.canvas.accessible.parts import Parts
from designer.gui.canvas.accessible.screen import lying_on, viewport_on_screen
from designer.gui.canvas.accessible.thing_interface import ThingInterface
from designer.gui.canvas.accessible.things import Thing, gone_to, thing_at
from designer.gui.canvas.view import CanvasView
from designer.gui.reporting import reports_errors_or


class CanvasInterface(QAccessibleWidget):
    """List the nodes, wires, notes and frames in the order of the document, and after them the widgets that lie on it."""

    def __init__(self, view: CanvasView, parts: Parts) -> None:
        super().__init__(view, QAccessible.Role.List)
        self.parts = parts
        self._choosing = Choosing(parts)

    @override
    @reports_errors_or(int)
    def childCount(self) -> int:
        return len(self._things()) + super().childCount()

    @override
    @reports_errors_or(no_interface)
    def child(self, index: int) -> QAccessibleInterface:
        things = self._things()
        if index < 0:
            return NO_INTERFACE
        return self.parts.of(things[index]) if index < len(things) else super().child(index - len(things))

    @override
    @reports_errors_or(lambda: -1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, ThingInterface):
            view = self.parts.view
            return self.parts.listing.place_of(view.canvas, child.thing) if view is not None else -1
        found = super().indexOfChild(child)
        return found + len(self._things()) if found >= 0 else -1

    @override
    @reports_errors_or(no_interface)
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        view, at = self.parts.view, QPoint(x, y)
        if view is None or not viewport_on_screen(view).contains(at):
            return NO_INTERFACE
        if lying := lying_on(view, at):
            return QAccessible.queryAccessibleInterface(lying)
        found = thing_at(view, at)
        return self.parts.of(found) if found is not None else NO_INTERFACE

    @override
    @reports_errors_or(no_interface)
    def focusChild(self) -> QAccessibleInterface:
        view = self.parts.view
        focused = view.focusWidget() if view is not None else None
        if view is None or focused is None or not focused.hasFocus():
            return NO_INTERFACE
        if focused is not view:
            return QAccessible.queryAccessibleInterface(focused)
        thing = gone_to(view)
        return self.parts.of(thing) if thing is not None else NO_INTERFACE

    @override
    @reports_errors_or(no_ability)
    def interface_cast(self, arg__1: QAccessible.InterfaceType) -> int:
        if arg__1 == QAccessible.InterfaceType.SelectionInterface:
            return ability(self._choosing)
        return as_ability(super().interface_cast(arg__1))

    def _things(self) -> tuple[Thing, ...]:
        view = self.parts.view
        return self.parts.listing.things(view.canvas) if view is not None else ()
