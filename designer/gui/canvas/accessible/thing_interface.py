"""A thing on the canvas as an object of the accessibility tree: a child of the canvas that may be selected."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from typing_extensions import override

from designer.gui.canvas.accessible.part import NO_INTERFACE, PartInterface, no_interface
from designer.gui.canvas.accessible.things import Thing, gone_to, is_chosen
from designer.gui.reporting import reports_errors_or

if TYPE_CHECKING:
    from designer.gui.canvas.accessible.parts import Parts


class ThingInterface(PartInterface):
    """What nodes, wires, notes and frames have alike."""

    def __init__(self, parts: "Parts", thing: Thing) -> None:
        super().__init__(parts)
        self.thing = thing

    @override
    @reports_errors_or(no_interface)
    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self.view) if self.view is not None else NO_INTERFACE

    @override
    @reports_errors_or(QAccessible.State)
    def state(self) -> QAccessible.State:
        state = super().state()
        if self.view is not None and not state.invalid and not self.thing.frame:
            state.selectable = state.extSelectable = state.focusable = True
            state.selected = is_chosen(self.view, self.thing)
            state.focused = self.view.hasFocus() and gone_to(self.view) == self.thing
        return state
