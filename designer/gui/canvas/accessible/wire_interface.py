"""A wire as an object of the accessibility tree."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from typing_extensions import override

from designer.gui.canvas.accessible.thing_interface import ThingInterface
from designer.gui.canvas.wire import Wire


class WireInterface(ThingInterface):
    """A wire: an entry of the canvas that tells from where to where it goes."""

    @property
    def wire(self) -> Wire | None:
        """The wire on the canvas, while there is one."""
        edge = self.thing.edge
        return self.view.canvas.edges.get(edge) if self.view is not None and edge is not None else None

    @override
    def place(self) -> QRectF | None:
        return self.wire.bounds if self.wire is not None else None

    @override
    def is_hidden(self) -> bool:
        return self.wire is not None and self.wire.hidden

    @override
    def name(self) -> str:
        return self.view.speaking.wire(self.wire) if self.view is not None and self.wire is not None else ""

    @override
    def description(self) -> str:
        return self.view.speaking.ends(self.wire) if self.view is not None and self.wire is not None else ""

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem
