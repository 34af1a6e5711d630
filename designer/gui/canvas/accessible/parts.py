"""The objects of the accessibility tree that one canvas was asked for.

Qt's cache deletes an interface that it knows; it crashes when one that it knows is dropped by Python first. So every
interface is registered when it is made, kept here, and given up by Qt's own call only.
"""

from weakref import ref

from PySide6.QtGui import QAccessible, QAccessibleEvent
from shiboken6 import isValid

from designer.document.model import Document
from designer.graph.card import Pin
from designer.gui.canvas.accessible.frame_interface import FrameInterface
from designer.gui.canvas.accessible.node_interface import NodeInterface
from designer.gui.canvas.accessible.note_interface import NoteInterface
from designer.gui.canvas.accessible.part import PartInterface
from designer.gui.canvas.accessible.port_interface import PortInterface
from designer.gui.canvas.accessible.thing_interface import ThingInterface
from designer.gui.canvas.accessible.things import Listing, Thing
from designer.gui.canvas.accessible.wire_interface import WireInterface
from designer.gui.canvas.looks import PinKey
from designer.gui.canvas.pin_painting import pin_key
from designer.gui.canvas.view import CanvasView


class Parts:
    """The interfaces of one canvas that were asked for, each made once, and given up when what it stands for is gone.

    `listing` is the order of what there is to ask for.
    """

    def __init__(self, view: CanvasView) -> None:
        self._view = ref(view)
        self._things: dict[Thing, ThingInterface] = {}
        self._ports: dict[tuple[Thing, PinKey], PortInterface] = {}
        self._follows = False
        self.listing = Listing()

    @property
    def view(self) -> CanvasView | None:
        """The canvas, while there is one."""
        view = self._view()
        return view if view is not None and isValid(view) else None

    def of(self, thing: Thing) -> ThingInterface:
        """Return the interface of a node, wire, note or frame."""
        if thing not in self._things:
            self._things[thing] = self._made(thing)
            self._begin(self._things[thing])
        return self._things[thing]

    def port(self, node: Thing, pin: Pin) -> PortInterface:
        """Return the interface of a port."""
        place = (node, pin_key(pin))
        if place not in self._ports:
            self._ports[place] = PortInterface(self, *place)
            self._begin(self._ports[place])
        return self._ports[place]

    def _made(self, thing: Thing) -> ThingInterface:
        if thing.edge is not None:
            return WireInterface(self, thing)
        if thing.note:
            return NoteInterface(self, thing)
        return FrameInterface(self, thing) if thing.frame else NodeInterface(self, thing)

    def _begin(self, part: PartInterface) -> None:
        QAccessible.registerAccessibleInterface(part)
        # Not before somebody asks: the canvas is complete then, and has followed the document when this does.
        if not self._follows and self.view is not None:
            self._follows = True
            self.view.session.document_changed.connect(self._follow)
            self.view.destroyed.connect(self._forget_all)

    def _follow(self, _before: Document, _after: Document) -> None:
        for place in [place for place, port in self._ports.items() if port.place() is None]:
            _give_up(self._ports.pop(place))
        for thing in [thing for thing, part in self._things.items() if part.place() is None]:
            _give_up(self._things.pop(thing))
        if self.view is not None and QAccessible.isActive() and self.listing.grows(self.view.canvas):
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.ObjectReorder))

    def _forget_all(self) -> None:
        for part in (*self._ports.values(), *self._things.values()):
            _give_up(part)
        self._ports.clear()
        self._things.clear()


def _give_up(part: PartInterface) -> None:
    if not isValid(part):
        return
    if QAccessible.isActive() and part.view is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.ObjectDestroyed))
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
