"""What a screen reader says of the canvas: of nodes, their ports and what is wrong with them, of wires and of frames.

The same words serve whoever walks the canvas part by part (`accessible`) and the announcement of what is selected (`telling`).
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject

from designer.document.model import Edge, Frame
from designer.graph.card import Pin
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.folding import frames_of
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.wire import Wire
from designer.gui.language.words import said, tr

_MOST_NAMED = 5


class Speaking(QObject):
    """Put into words what is on the canvas."""

    def __init__(self, parent: QObject, scene: CanvasScene) -> None:
        super().__init__(parent)
        self._scene = scene

    def chosen(self, nodes: Iterable[str], edges: Iterable[Edge]) -> str:
        """Return what is selected; the picked wires where no node is."""
        items = [self._scene.nodes[node_id] for node_id in sorted(nodes) if node_id in self._scene.nodes]
        if len(items) == 1:
            return _one_text((self.name(items[0]), *self._rest(items[0])))
        if not items:
            return ", ".join(self.wire(self._scene.edges[edge]) for edge in edges if edge in self._scene.edges)
        names = ", ".join(item.card.title for item in items[:_MOST_NAMED])
        return self.tr("{} nodes are selected: {}").format(len(items), names)

    def name(self, item: DrawnCard) -> str:
        """Return what a node is called."""
        return f"{item.card.title}, {said(item.card.subtitle)}"

    def description(self, item: DrawnCard) -> str:
        """Return what else there is to say of a node."""
        return _one_text(self._rest(item))

    def port(self, item: DrawnCard, pin: Pin) -> str:
        """Return what a port is called, and whether it is joined."""
        side = self.tr("Output {}") if pin.outgoing else self.tr("Input {}")
        return side.format(self._pin(item, pin))

    def wire(self, wire: Wire) -> str:
        """Return what a wire is called: between which nodes it goes, and how often it is bent."""
        told = self.tr("Wire from {} to {}").format(wire.edge.source, wire.edge.target)
        count = len(wire.edge.via)
        if not count:
            return told
        return f"{told}, {self.tr('one bend') if count == 1 else self.tr('{} bends').format(count)}"

    def ends(self, wire: Wire) -> str:
        """Return between which ports a wire goes; nothing for one that only tells what comes after what."""
        if wire.edge.is_flow:
            return ""
        source, target = self._scene.nodes[wire.edge.source].card, self._scene.nodes[wire.edge.target].card
        leaving = source.pin(wire.edge.source_port, outgoing=True, flow=False)
        arriving = target.pin(wire.edge.target_port, outgoing=False, flow=False)
        told = [self.tr("Output {}").format(tr(leaving.title))] if leaving else []
        return ", ".join(told + ([self.tr("Input {}").format(tr(arriving.title))] if arriving else []))

    def frame(self, frame: Frame) -> str:
        """Return what a frame is called, and how many nodes are in it."""
        count = len(frame.nodes)
        return f"{frame.title}, {self.tr('{} nodes').format(count) if count != 1 else self.tr('1 node')}"

    def details(self, node_id: str) -> str:
        """Return what there is to say of a node beside its name."""
        return self.description(self._scene.nodes[node_id])

    def place(self, node_id: str) -> str:
        """Return where a node is, and over which others: that is easily overlooked by whoever does not see it."""
        body = self._scene.nodes[node_id].body()
        below = sorted(
            name for name, item in self._scene.nodes.items() if name != node_id and item.body().intersects(body)
        )
        place = f"{body.x():.0f}, {body.y():.0f}"
        return ". ".join((place, self.tr("Over {}").format(", ".join(below)))) if below else place

    def _rest(self, item: DrawnCard) -> Iterator[str]:
        yield from self._problems(item)
        yield from self._detail(item)
        yield from self._sides(item)
        yield from self._surroundings(item)

    def _sides(self, item: DrawnCard) -> Iterator[str]:
        for side, outgoing in ((self.tr("Inputs"), False), (self.tr("Outputs"), True)):
            pins = [pin for pin in item.card.pins if pin.outgoing == outgoing and not pin.is_flow]
            if pins:
                yield f"{side}: {', '.join(self._pin(item, pin) for pin in pins)}"

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
        yield from (self.tr("In {}").format(around) for around in self._around(card.id))

    def _around(self, node_id: str) -> Iterator[str]:
        document = self._scene.document
        yield from (frame.title for frame in frames_of(document, (node_id,)))
        node = document.nodes.get(node_id)
        if node is not None and node.inside:
            yield node.inside

    def _problems(self, item: DrawnCard) -> Iterator[str]:
        marks = item.look.marks
        if marks.run:
            yield self.tr("Run: {}.").format(tr(marks.run.value))
        if marks.run_reason:
            yield marks.run_reason
        if marks.errors:
            yield self.tr("1 error") if marks.errors == 1 else self.tr("{} errors").format(marks.errors)
        if marks.warnings:
            yield self.tr("1 warning") if marks.warnings == 1 else self.tr("{} warnings").format(marks.warnings)
        if marks.support_reason:
            yield said(marks.support_reason)

    def _pin(self, item: DrawnCard, pin: Pin) -> str:
        joined = (pin.name, pin.outgoing, False) in item.wired
        return f"{tr(pin.title)} ({self.tr('joined') if joined else self.tr('free')})"


def _one_text(sentences: Iterable[str]) -> str:
    """Join sentences, some of which end with a full stop of their own."""
    return ". ".join(sentence.removesuffix(".") for sentence in sentences)
