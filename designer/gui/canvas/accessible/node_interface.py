"""A node as an object of the accessibility tree."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from typing_extensions import override

from designer.graph.card import Pin
from designer.gui.canvas.accessible.abilities import NO_ABILITY, ability, no_ability
from designer.gui.canvas.accessible.node_actions import NodeActions
from designer.gui.canvas.accessible.part import NO_INTERFACE, no_interface
from designer.gui.canvas.accessible.port_interface import PortInterface
from designer.gui.canvas.accessible.thing_interface import ThingInterface
from designer.gui.canvas.accessible.things import Thing
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.pin_painting import pin_key
from designer.gui.reporting import reports_errors_or

if TYPE_CHECKING:
    from designer.gui.canvas.accessible.parts import Parts


class NodeInterface(ThingInterface):
    """A node: an entry of the canvas, with its ports in it."""

    def __init__(self, parts: "Parts", thing: Thing) -> None:
        super().__init__(parts, thing)
        self._actions = NodeActions(parts, thing.node)

    @property
    def item(self) -> DrawnCard | None:
        """The node on the canvas, while there is one."""
        return self.view.canvas.nodes.get(self.thing.node) if self.view is not None else None

    @override
    def place(self) -> QRectF | None:
        return self.item.body() if self.item is not None else None

    @override
    def is_hidden(self) -> bool:
        return self.item is not None and self.item.hidden

    @override
    def name(self) -> str:
        return self.view.speaking.name(self.item) if self.view is not None and self.item is not None else ""

    @override
    def description(self) -> str:
        return self.view.speaking.description(self.item) if self.view is not None and self.item is not None else ""

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    @reports_errors_or(int)
    def childCount(self) -> int:
        return len(self._pins())

    @override
    @reports_errors_or(no_interface)
    def child(self, index: int) -> QAccessibleInterface:
        pins = self._pins()
        return self.parts.port(self.thing, pins[index]) if 0 <= index < len(pins) else NO_INTERFACE

    @override
    @reports_errors_or(lambda: -1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if not isinstance(child, PortInterface) or child.node != self.thing:
            return -1
        keys = [pin_key(pin) for pin in self._pins()]
        return keys.index(child.key) if child.key in keys else -1

    @override
    @reports_errors_or(no_interface)
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        ports = (self.parts.port(self.thing, pin) for pin in self._pins())
        return next((port for port in ports if port.rect().contains(x, y)), NO_INTERFACE)

    @override
    @reports_errors_or(no_ability)
    def interface_cast(self, arg__1: QAccessible.InterfaceType) -> int:
        return ability(self._actions) if arg__1 == QAccessible.InterfaceType.ActionInterface else NO_ABILITY

    def _pins(self) -> list[Pin]:
        return [pin for pin in self.item.card.pins if not pin.is_flow] if self.item is not None else []
