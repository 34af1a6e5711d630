"""What a screen reader says of the canvas: the node that was gone to, its ports, and what is wrong with it.

The canvas itself says what is selected, as its description and as an announcement. Whoever walks the canvas node by node
hears the same words (`accessible`).
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from designer.document.model import Edge
from designer.graph.card import Pin
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.picking import Picking
from designer.gui.canvas.scene import CanvasScene
from designer.gui.language.words import said, tr
from designer.gui.session import EditingSession

_MOST_NAMED = 5


class Speaking(QObject):
    """Say what is selected."""

    def __init__(self, view: QWidget, scene: CanvasScene, session: EditingSession, picking: Picking) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._session = session
        self._picking = picking
        session.selection_changed.connect(self.say)
        picking.changed.connect(self._say_picked)

    def say(self, selection: frozenset[str]) -> None:
        """Describe the selected nodes, and announce them where somebody listens."""
        items = [self._scene.nodes[node_id] for node_id in sorted(selection) if node_id in self._scene.nodes]
        self._tell(self._told(items))

    def _say_picked(self) -> None:
        if not self._session.selection:
            self._tell(", ".join(self._wire(edge) for edge in self._picking.edges if edge in self._scene.edges))

    def _wire(self, edge: Edge) -> str:
        told = self.tr("Wire from {} to {}").format(edge.source, edge.target)
        count = len(self._scene.edges[edge].edge.via)
        if not count:
            return told
        return f"{told}, {self.tr('one bend') if count == 1 else self.tr('{} bends').format(count)}"

    def _tell(self, told: str) -> None:
        self._view.setAccessibleDescription(told)
        if told and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.DescriptionChanged))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, told))

    def name(self, item: DrawnCard) -> str:
        """Return what a node is called."""
        return f"{item.card.title}, {said(item.card.subtitle)}"

    def description(self, item: DrawnCard) -> str:
        """Return what else there is to say of a node, its ports left out."""
        return ". ".join((*self._detail(item), *self._surroundings(item), *self._problems(item)))

    def port(self, item: DrawnCard, pin: Pin) -> str:
        """Return what a port is called, and whether it is joined."""
        side = self.tr("Output {}") if pin.outgoing else self.tr("Input {}")
        return side.format(self._pin(item, pin))

    def _told(self, items: Sequence[DrawnCard]) -> str:
        if len(items) == 1:
            return ". ".join(self._sentences(items[0]))
        if not items:
            return ""
        names = ", ".join(item.card.title for item in items[:_MOST_NAMED])
        return self.tr("{} nodes are selected: {}").format(len(items), names)

    def _sentences(self, item: DrawnCard) -> Iterator[str]:
        yield self.name(item)
        yield from self._detail(item)
        for side, outgoing in ((self.tr("Inputs"), False), (self.tr("Outputs"), True)):
            pins = [pin for pin in item.card.pins if pin.outgoing == outgoing and not pin.is_flow]
            if pins:
                yield f"{side}: {', '.join(self._pin(item, pin) for pin in pins)}"
        yield from self._surroundings(item)
        yield from self._problems(item)

    def _detail(self, item: DrawnCard) -> Iterator[str]:
        if item.card.detail:
            yield item.card.detail

    def _surroundings(self, item: DrawnCard) -> Iterator[str]:
        card = item.card
        before = sorted({wire.edge.source for wire in self._scene.wires_of(card.id) if wire.edge.target == card.id})
        after = sorted({wire.edge.target for wire in self._scene.wires_of(card.id) if wire.edge.source == card.id})
        if before:
            yield self.tr("After {}").format(", ".join(before))
        if after:
            yield self.tr("Before {}").format(", ".join(after))

    def _problems(self, item: DrawnCard) -> Iterator[str]:
        marks = item.look.marks
        if marks.errors or marks.warnings:
            yield self.tr("{} errors, {} warnings").format(marks.errors, marks.warnings)
        if marks.support_reason:
            yield said(marks.support_reason)

    def _pin(self, item: DrawnCard, pin: Pin) -> str:
        joined = (pin.name, pin.outgoing, False) in item.wired
        return f"{tr(pin.title)} ({self.tr('joined') if joined else self.tr('free')})"
