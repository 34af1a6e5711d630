"""A frame as an object of the accessibility tree."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from typing_extensions import override

from designer.graph.containers import is_container
from designer.gui.canvas.accessible.thing_interface import ThingInterface
from designer.gui.canvas.items.frame_item import FrameItem
from designer.gui.reporting import reports_errors_or


class FrameInterface(ThingInterface):
    """A frame, called by its title and the number of its nodes; the nodes themselves are entries of the canvas."""

    @property
    def item(self) -> FrameItem | None:
        """The frame on the canvas, while there is one."""
        return self.view.canvas.frames.get(self.thing.frame) if self.view is not None else None

    @override
    def place(self) -> QRectF | None:
        return self.item.body() if self.item is not None else None

    @override
    def name(self) -> str:
        return self.view.speaking.frame(self.item.frame) if self.view is not None and self.item is not None else ""

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Grouping

    @override
    @reports_errors_or(QAccessible.State)
    def state(self) -> QAccessible.State:
        state = super().state()
        if self.item is not None and not is_container(self.thing.frame):
            state.expandable = True
            state.collapsed = self.item.frame.collapsed
            state.expanded = not self.item.frame.collapsed
        return state
