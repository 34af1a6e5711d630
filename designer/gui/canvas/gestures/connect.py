"""Dragging from a pin draws a wire: to another pin or node to join them, or into the open to add what fits."""

from PySide6.QtCore import QRectF

from designer.document.bends import lead
from designer.document.edits import disconnect
from designer.document.model import Document, Edge, Point
from designer.graph.course import Course
from designer.graph.model import build_graph
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.geometry import point
from designer.gui.canvas.hit import pin_at
from designer.gui.canvas.items.loose_wire_item import LooseWireItem
from designer.gui.canvas.joining import WireEnd, best_pin, edge_between, joined, why_refused, without_fed_inputs
from designer.gui.canvas.pin_painting import pin_key
from designer.gui.canvas.refusal_label import RefusalLabel
from designer.gui.canvas.stage import Pointer, Stage
from designer.gui.canvas.wire_drop import WireDrop, what_fits
from designer.gui.language.words import tr

_REACH_PIXELS = 18.0


class ConnectGesture:
    """Draw a wire from a pin. `taken_off` is the edge whose end was taken off to be put elsewhere."""

    def __init__(self, stage: Stage, start: WireEnd, taken_off: Edge | None = None) -> None:
        self._stage = stage
        self._start = start
        self._taken_off = taken_off
        document = stage.session.document
        self._document = disconnect(document, [taken_off]) if taken_off else document
        self._graph = without_fed_inputs(build_graph(self._document, stage.kinds))
        self._end: WireEnd | None = None
        self._refusal = ""
        self._wire = LooseWireItem(stage.scene.theme, start.pin)
        self._label = RefusalLabel(stage.viewport, stage.scene.theme)
        stage.scene.addItem(self._wire)
        self._show_possible()

    def move(self, pointer: Pointer) -> None:
        """Lead the wire to the mouse, or to the pin near it; say why where it is refused."""
        self._end, self._refusal = self._find_end(pointer)
        end = self._place(self._end) if self._end else point(pointer.at)
        self._wire.set_course(self._course_to(end), end)
        self._label.say(self._refusal, pointer.screen)

    def release(self, pointer: Pointer) -> None:
        """Join the two ends; in the open tell what would fit there, and drop an end that was taken off."""
        self._end, self._refusal = self._find_end(pointer)
        self.cancel()
        if self._end is not None:
            edge = edge_between(self._start, self._end)
            self._stage.session.apply(self._joined(edge, self._end), tr("Join {}").format(edge))
        elif self._refusal:
            self._stage.tell(self._refusal)
        elif self._taken_off is not None:
            self._stage.session.apply(self._document, tr("Take {} away").format(self._taken_off))
        else:
            self._drop(pointer)

    def cancel(self) -> None:
        """Take the wire away and show everything as before."""
        self._label.hide()
        self._label.deleteLater()
        if self._wire.scene() is not None:
            self._stage.scene.removeItem(self._wire)
        for item in self._stage.scene.nodes.values():
            item.set_look(item.look._replace(dimmed=False, lit=frozenset()))
        self._dim_wires(dimmed=False)
        if self._taken_off in self._stage.scene.edges:
            self._stage.scene.edges[self._taken_off].set_hidden(hidden=False)

    def _show_possible(self) -> None:
        """Light the pins that would take the wire and dim the nodes that have none."""
        for item in self._stage.scene.nodes.values():
            own = item.card.id == self._start.node
            lit = frozenset(
                pin_key(pin)
                for pin in item.card.pins
                if why_refused(self._graph, self._start, WireEnd(item.card.id, pin)) is None
            )
            item.set_look(item.look._replace(dimmed=not lit and not own, lit=lit))
        self._dim_wires(dimmed=True)
        if self._taken_off is not None:
            self._stage.scene.edges[self._taken_off].set_hidden(hidden=True)

    def _dim_wires(self, *, dimmed: bool) -> None:
        for wire in (*self._stage.scene.edges.values(), *self._stage.scene.implied.values()):
            wire.set_state(dimmed=dimmed)

    def _find_end(self, pointer: Pointer) -> tuple[WireEnd | None, str]:
        """Return the pin that the wire would end at, or why the one under the mouse refuses it."""
        reach = _REACH_PIXELS / pointer.scale
        at = pointer.at
        area = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
        items = self._stage.scene.cards.within(area)[::-1]
        refusal = ""
        for item in items:
            pin = pin_at(item, at, reach)
            end = WireEnd(item.card.id, pin) if pin else None
            if end is None or end == self._start:
                continue
            refusal = why_refused(self._graph, self._start, end) or ""
            if not refusal:
                return end, ""
        over = next((item for item in items if item.body().contains(at)), None)
        if over is None or over.card.id == self._start.node:
            return None, refusal
        return self._end_on_body(over, refusal)

    def _end_on_body(self, item: DrawnCard, refusal: str) -> tuple[WireEnd | None, str]:
        taken = frozenset(name for name, outgoing, _ in item.wired if outgoing != self._start.pin.outgoing)
        pin = best_pin(self._graph, self._start, item.card, taken)
        if pin is not None:
            return WireEnd(item.card.id, pin), ""
        port = self._start.pin.port
        carried = tr("this") if port is None else tr(port.type.replace("_", " "))
        return None, refusal or tr("'{}' has no place for {}.").format(item.card.id, carried)

    def _course_to(self, end: Point) -> Course:
        here = self._place(self._start)
        there = self._end.node if self._end else ""
        laying, via = self._stage.scene.laying, self._taken_off.via if self._taken_off else ()
        if self._start.pin.outgoing:
            return laying.dragged_course((self._start.node, there), here, end, via)
        return laying.dragged_course((there, self._start.node), end, here, via)

    def _joined(self, edge: Edge, end: WireEnd) -> Document:
        """Return the document with the wire joined; one that was put elsewhere is led as before."""
        if edge == self._taken_off:
            return self._stage.session.document
        document = joined(self._document, self._start, end)
        return lead(document, edge, self._taken_off.via) if self._taken_off else document

    def _place(self, end: WireEnd) -> Point:
        return point(self._stage.scene.nodes[end.node].place_of(end.pin))

    def _drop(self, pointer: Pointer) -> None:
        self._stage.drop_wire(
            WireDrop(
                node=self._start.node,
                pin=self._start.pin,
                at=point(pointer.at),
                course=self._course_to(point(pointer.at)),
                screen=pointer.screen,
                fits=what_fits(self._start.pin, self._stage.kinds),
            )
        )
