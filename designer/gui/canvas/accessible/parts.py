"""Nodes and ports as objects of the accessibility tree.

Qt's cache deletes an interface that it knows; it crashes when one that it knows is dropped by Python first. So every
interface is registered when it is made, kept here, and given up by Qt's own call only.
"""

from typing import cast
from weakref import ref

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from shiboken6 import isValid
from typing_extensions import override

from designer.document.model import Document
from designer.graph.card import Pin
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.looks import PinKey
from designer.gui.canvas.view import CanvasView
from designer.gui.reporting import reports_errors_or

NO_INTERFACE = cast("QAccessibleInterface", None)
"""Qt's answer where there is none; its stubs leave it out."""
_NO_OBJECT = cast("QObject", None)
_NO_WINDOW = cast("QWindow", None)
_PIN_REACH = 7.0


def no_interface() -> QAccessibleInterface:
    """Return the answer where there is none, for what fails to find one."""
    return NO_INTERFACE


def on_screen(view: CanvasView, area: QRectF) -> QRect:
    """Return where a rectangle of the scene stands on the screen."""
    seen = view.mapFromScene(area).boundingRect()
    return QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size())


def viewport_on_screen(view: CanvasView) -> QRect:
    """Return where what is seen of the canvas stands on the screen."""
    seen = view.viewport().rect()
    return QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size())


class PartInterface(QAccessibleInterface):
    """What nodes and ports have alike: both belong to one node, and have no object of Qt's."""

    def __init__(self, parts: "Parts", node_id: str) -> None:
        super().__init__()
        self.parts = parts
        self.node_id = node_id

    @property
    def view(self) -> CanvasView | None:
        """The canvas, while there is one."""
        return self.parts.view

    @property
    def item(self) -> DrawnCard | None:
        """The node on the canvas, while there is one."""
        return self.view.canvas.nodes.get(self.node_id) if self.view is not None else None

    def place(self) -> QRectF:
        """Return the rectangle in the scene."""
        return self.item.body() if self.item is not None else QRectF()

    @override
    @reports_errors_or(bool)
    def isValid(self) -> bool:
        return self.view is not None

    @override
    def object(self) -> QObject:
        return _NO_OBJECT

    @override
    @reports_errors_or(lambda: _NO_WINDOW)
    def window(self) -> QWindow:
        return self.view.window().windowHandle() if self.view is not None else _NO_WINDOW

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Leave the text as it is: names are changed in the inspector."""

    @override
    @reports_errors_or(QRect)
    def rect(self) -> QRect:
        return on_screen(self.view, self.place()) if self.view is not None and self.item is not None else QRect()

    @override
    @reports_errors_or(QAccessible.State)
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if self.view is None or self.item is None:
            state.invalid = True
            return state
        state.invisible = self.item.hidden
        state.offscreen = not viewport_on_screen(self.view).intersects(self.rect())
        return state


class NodeInterface(PartInterface):
    """A node: an entry of the canvas, with its ports in it."""

    @override
    @reports_errors_or(no_interface)
    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self.view) if self.view is not None else NO_INTERFACE

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    @reports_errors_or(str)
    def text(self, t: QAccessible.Text) -> str:
        if self.view is None or self.item is None:
            return ""
        if t == QAccessible.Text.Name:
            return self.view.speaking.name(self.item)
        return self.view.speaking.description(self.item) if t == QAccessible.Text.Description else ""

    @override
    @reports_errors_or(QAccessible.State)
    def state(self) -> QAccessible.State:
        state = super().state()
        if self.view is not None and self.item is not None:
            selection = self.view.session.selection
            state.selectable = state.extSelectable = state.focusable = True
            state.selected = self.node_id in selection
            state.focused = selection == {self.node_id} and self.view.hasFocus()
        return state

    @override
    @reports_errors_or(int)
    def childCount(self) -> int:
        return len(self._pins())

    @override
    @reports_errors_or(no_interface)
    def child(self, index: int) -> QAccessibleInterface:
        pins = self._pins()
        return self.parts.port(self.node_id, pins[index]) if 0 <= index < len(pins) else NO_INTERFACE

    @override
    @reports_errors_or(lambda: -1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if not isinstance(child, PortInterface) or child.node_id != self.node_id:
            return -1
        keys = [_key(pin) for pin in self._pins()]
        return keys.index(child.key) if child.key in keys else -1

    @override
    @reports_errors_or(no_interface)
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        ports = (self.parts.port(self.node_id, pin) for pin in self._pins())
        return next((port for port in ports if port.rect().contains(x, y)), NO_INTERFACE)

    def _pins(self) -> list[Pin]:
        return [pin for pin in self.item.card.pins if not pin.is_flow] if self.item is not None else []


class PortInterface(PartInterface):
    """A port of a node: a text that tells whether it is joined."""

    def __init__(self, parts: "Parts", node_id: str, key: PinKey) -> None:
        super().__init__(parts, node_id)
        self.key = key

    @property
    def pin(self) -> Pin | None:
        """The pin on the card, while there is one."""
        name, outgoing, flow = self.key
        return self.item.card.pin(name, outgoing=outgoing, flow=flow) if self.item is not None else None

    @override
    def place(self) -> QRectF:
        if self.item is None or self.pin is None:
            return QRectF()
        middle = self.item.place_of(self.pin)
        return QRectF(middle.x() - _PIN_REACH, middle.y() - _PIN_REACH, 2 * _PIN_REACH, 2 * _PIN_REACH)

    @override
    @reports_errors_or(no_interface)
    def parent(self) -> QAccessibleInterface:
        return self.parts.node(self.node_id) if self.item is not None else NO_INTERFACE

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.StaticText

    @override
    @reports_errors_or(str)
    def text(self, t: QAccessible.Text) -> str:
        if self.view is None or self.item is None or self.pin is None or t != QAccessible.Text.Name:
            return ""
        return self.view.speaking.port(self.item, self.pin)

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> QAccessibleInterface:
        return NO_INTERFACE

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return NO_INTERFACE


class Parts:
    """The interfaces of one canvas that were asked for, each made once, and given up when its node or port is gone."""

    def __init__(self, view: CanvasView) -> None:
        self._view = ref(view)
        self._nodes: dict[str, NodeInterface] = {}
        self._ports: dict[tuple[str, PinKey], PortInterface] = {}
        self._follows = False

    @property
    def view(self) -> CanvasView | None:
        """The canvas, while there is one."""
        view = self._view()
        return view if view is not None and isValid(view) else None

    def node(self, node_id: str) -> NodeInterface:
        """Return the interface of a node."""
        if node_id not in self._nodes:
            self._nodes[node_id] = NodeInterface(self, node_id)
            self._begin(self._nodes[node_id])
        return self._nodes[node_id]

    def port(self, node_id: str, pin: Pin) -> PortInterface:
        """Return the interface of a port."""
        place = (node_id, _key(pin))
        if place not in self._ports:
            self._ports[place] = PortInterface(self, node_id, _key(pin))
            self._begin(self._ports[place])
        return self._ports[place]

    def _begin(self, part: PartInterface) -> None:
        QAccessible.registerAccessibleInterface(part)
        # Not before somebody asks: the canvas is complete then, and has followed the document when this does.
        if not self._follows and self.view is not None:
            self._follows = True
            self.view.session.document_changed.connect(self._follow)
            self.view.destroyed.connect(self._forget_all)

    def _follow(self, before: Document, after: Document) -> None:
        for place in [place for place, port in self._ports.items() if port.pin is None]:
            _give_up(self._ports.pop(place))
        for node_id in [node_id for node_id, node in self._nodes.items() if node.item is None]:
            _give_up(self._nodes.pop(node_id))
        if self.view is not None and QAccessible.isActive() and after.nodes.keys() - before.nodes.keys():
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.ObjectReorder))

    def _forget_all(self) -> None:
        for part in (*self._ports.values(), *self._nodes.values()):
            _give_up(part)
        self._ports.clear()
        self._nodes.clear()


def _key(pin: Pin) -> PinKey:
    return (pin.name, pin.outgoing, pin.is_flow)


def _give_up(part: PartInterface) -> None:
    if not isValid(part):
        return
    if QAccessible.isActive() and part.view is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.ObjectDestroyed))
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
