"""A port as an object of the accessibility tree."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from typing_extensions import override

from designer.graph.card import Pin
from designer.gui.canvas.accessible.part import NO_INTERFACE, PartInterface, no_interface
from designer.gui.canvas.accessible.things import Thing
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.looks import PinKey
from designer.gui.reporting import reports_errors_or

if TYPE_CHECKING:
    from designer.gui.canvas.accessible.parts import Parts

_PIN_REACH = 7.0


class PortInterface(PartInterface):
    """A port of a node: a text that tells whether it is joined."""

    def __init__(self, parts: "Parts", node: Thing, key: PinKey) -> None:
        super().__init__(parts)
        self.node = node
        self.key = key

    @property
    def item(self) -> DrawnCard | None:
        """The node on the canvas, while there is one."""
        return self.view.canvas.nodes.get(self.node.node) if self.view is not None else None

    @property
    def pin(self) -> Pin | None:
        """The pin on the card, while there is one."""
        name, outgoing, flow = self.key
        return self.item.card.pin(name, outgoing=outgoing, flow=flow) if self.item is not None else None

    @override
    def place(self) -> QRectF | None:
        if self.item is None or self.pin is None:
            return None
        middle = self.item.place_of(self.pin)
        return QRectF(middle.x() - _PIN_REACH, middle.y() - _PIN_REACH, 2 * _PIN_REACH, 2 * _PIN_REACH)

    @override
    def is_hidden(self) -> bool:
        return self.item is not None and self.item.hidden

    @override
    def name(self) -> str:
        if self.view is None or self.item is None or self.pin is None:
            return ""
        return self.view.speaking.port(self.item, self.pin)

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.StaticText

    @override
    @reports_errors_or(no_interface)
    def parent(self) -> QAccessibleInterface:
        return self.parts.of(self.node) if self.item is not None else NO_INTERFACE
