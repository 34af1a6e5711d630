"""What a screen reader says of the canvas: the node that was gone to, its ports, and what is wrong with it.

Items of a graphics scene are no part of the accessibility tree. So the canvas itself says what is selected, as its
description and as an announcement; the outline holds every node as an item of a tree.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from designer.graph.card import Pin
from designer.gui.canvas.items.node_item import NodeItem
from designer.gui.canvas.scene import CanvasScene
from designer.gui.session import EditingSession

_MOST_NAMED = 5


class Speaking(QObject):
    """Say what is selected."""

    def __init__(self, view: QWidget, scene: CanvasScene, session: EditingSession) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._session = session
        session.selection_changed.connect(self.say)

    def say(self, selection: frozenset[str]) -> None:
        """Describe the selected nodes, and announce them where somebody listens."""
        items = [self._scene.nodes[node_id] for node_id in sorted(selection) if node_id in self._scene.nodes]
        told = self._told(items)
        self._view.setAccessibleDescription(told)
        if told and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.DescriptionChanged))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, told))

    def _told(self, items: Sequence[NodeItem]) -> str:
        if len(items) == 1:
            return ". ".join(self._sentences(items[0]))
        if not items:
            return ""
        names = ", ".join(item.card.title for item in items[:_MOST_NAMED])
        return self.tr("{} nodes are selected: {}").format(len(items), names)

    def _sentences(self, item: NodeItem) -> Iterator[str]:
        card, marks = item.card, item.look.marks
        yield f"{card.title}, {card.subtitle}"
        if card.detail:
            yield card.detail
        for side, outgoing in ((self.tr("Inputs"), False), (self.tr("Outputs"), True)):
            pins = [pin for pin in card.pins if pin.outgoing == outgoing and not pin.is_flow]
            if pins:
                yield f"{side}: {', '.join(self._pin(item, pin) for pin in pins)}"
        before = sorted({wire.edge.source for wire in self._scene.wires_of(card.id) if wire.edge.target == card.id})
        after = sorted({wire.edge.target for wire in self._scene.wires_of(card.id) if wire.edge.source == card.id})
        if before:
            yield self.tr("After {}").format(", ".join(before))
        if after:
            yield self.tr("Before {}").format(", ".join(after))
        if marks.errors or marks.warnings:
            yield self.tr("{} errors, {} warnings").format(marks.errors, marks.warnings)
        if marks.support_reason:
            yield marks.support_reason

    def _pin(self, item: NodeItem, pin: Pin) -> str:
        joined = (pin.name, pin.outgoing, False) in item.look.wired
        return f"{pin.title} ({self.tr('joined') if joined else self.tr('free')})"
