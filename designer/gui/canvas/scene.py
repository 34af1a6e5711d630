"""The scene shows a document: it applies the difference between the one shown and the next."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsScene

from designer.catalog.kind import Kind
from designer.document.model import Document, Edge, Frame, Node
from designer.graph.arrange import placed
from designer.graph.card import CARD_WIDTH, make_card
from designer.graph.containers import containers_of
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.folding import Folding, folded_rect
from designer.gui.canvas.implied import ImpliedEdges
from designer.gui.canvas.items.cards_item import CardsItem
from designer.gui.canvas.items.frame_item import FrameItem
from designer.gui.canvas.items.note_item import NoteItem
from designer.gui.canvas.items.wires_item import WiresItem
from designer.gui.canvas.laying import Laying
from designer.gui.canvas.leading import led_anew
from designer.gui.canvas.wire import Wire
from designer.gui.theme.theme import Theme

_MANY = 50


class CanvasScene(QGraphicsScene):
    """Hold the items of one document, by id and by edge."""

    def __init__(self, document: Document, kinds: Mapping[str, Kind], theme: Theme) -> None:
        super().__init__()
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # what there is much of has its own, by layer
        self.kinds = kinds
        self.theme = theme
        self.document = Document(name=document.name)
        self.nodes: dict[str, DrawnCard] = {}
        self.edges: dict[Edge, Wire] = {}
        self.implied: dict[Edge, Wire] = {}
        self.frames: dict[str, FrameItem] = {}
        self.notes: dict[str, NoteItem] = {}
        self.wires = WiresItem(theme, self.update)
        self.cards = CardsItem(theme, self.update)
        self.addItem(self.wires)
        self.addItem(self.cards)
        self._wires_by_node: defaultdict[str, set[Wire]] = defaultdict(set)
        self._implying = ImpliedEdges()
        self.folding = Folding(self.nodes)
        self.laying = Laying(self.nodes, self.folding)
        self.show_document(document)

    def show_document(self, document: Document) -> None:
        """Show another document; what both have alike is left alone."""
        before, self.document = self.document, document
        if len(before.nodes.keys() ^ document.nodes.keys()) <= _MANY:
            self._show_difference(before, document)
            return
        self.update()
        with self.cards.gathering(), self.wires.gathering():
            self._show_difference(before, document)

    def refresh(self, ids: Collection[str]) -> None:
        """Lay the wires of these nodes and the frames around them anew, after they were moved."""
        self.laying.follow(ids)
        wires = {wire for node_id in ids for wire in self._wires_by_node.get(node_id, ())}
        for wire in wires:
            edge, source = wire.edge, self.nodes[wire.edge.source].card
            wire.leave(source.pin(edge.source_port, outgoing=True, flow=wire.is_flow))
            self.wires.lay(wire, self.laying.course_of(edge, implied=wire.implied))
            wire.set_hidden(hidden=self.folding.hides_wire(wire))
        for frame in self.frames.values():
            self._enclose(frame)

    def set_right_angled(self, *, wanted: bool) -> None:
        """Lay all wires in right angles, or as curves."""
        self.laying.right_angled = wanted
        self.refresh(self.nodes)

    def settle(self) -> None:
        """Let wires find their ways anew past the cards that were moved."""
        if self.laying.right_angled:
            for wire in (*self.edges.values(), *self.implied.values()):
                wire.heed_others()

    def enclose(self, now: Iterable[Frame], then: Iterable[Frame]) -> None:
        """Show the frames as they will be, while nodes are dragged into or out of them."""
        members = {frame.id: frame.nodes for frame in now}
        for frame in then:
            if not frame.collapsed:
                self.frames[frame.id].enclose(self.content_rect(frame.nodes))
                self.frames[frame.id].welcome(is_larger=len(frame.nodes) > len(members[frame.id]))

    def wires_of(self, node_id: str) -> frozenset[Wire]:
        """Return the wires that begin or end at a node."""
        return frozenset(self._wires_by_node.get(node_id, ()))

    def content_rect(self, ids: Iterable[str] | None = None) -> QRectF:
        """Return the rectangle around these nodes, or around everything."""
        if ids is not None:
            return _around(self.nodes[node_id] for node_id in ids if node_id in self.nodes)
        rect = _around(card for card in self.nodes.values() if not card.hidden)
        for item in self._areas():
            rect = rect.united(item.body())
        return rect

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self.theme = self.wires.theme = self.cards.theme = theme
        for item in self._areas():
            item.theme = theme
        self.update()

    def _areas(self) -> tuple[NoteItem | FrameItem, ...]:
        return (*self.notes.values(), *self.frames.values())

    def _show_difference(self, before: Document, document: Document) -> None:
        touched = self._show_nodes(before, document)
        rewired = self._show_edges(before, document)
        self._show_notes(document)
        self._show_frames(document)
        folded = self.folding.follow(document.frames)
        self.laying.forget()
        self.refresh(touched | rewired | folded)
        if touched or folded or before.nodes is not document.nodes:
            self.settle()
        for node_id in (touched | rewired) & self.nodes.keys():
            self.nodes[node_id].join(self._wires_by_node[node_id])

    def _show_nodes(self, before: Document, after: Document) -> set[str]:
        for node_id in self.nodes.keys() - after.nodes.keys():
            self.cards.take(self.nodes.pop(node_id))
        touched: set[str] = set()
        places = placed(after, self.kinds)
        for node_id, node in after.nodes.items():
            item = self.nodes.get(node_id)
            if item is None:
                card = make_card(node, self.kinds.get(node.kind))
                self.nodes[node_id] = self.cards.make(card, places[node_id])
                touched.add(node_id)
                continue
            shown = before.nodes.get(node_id)
            if shown is not node:
                touched.add(node_id)
                if shown is None or not _is_only_moved(shown, node):
                    item.set_card(make_card(node, self.kinds.get(node.kind)))
            if item.at != places[node_id]:
                touched.add(node_id)
                item.move_to(places[node_id])
        return touched

    def _show_edges(self, before: Document, document: Document) -> set[str]:
        cards = {node_id: item.card for node_id, item in self.nodes.items()}
        touched: set[str] = set()
        if before.edges is not document.edges or before.nodes.keys() != document.nodes.keys():
            shown = {edge for edge in document.edges if edge.source in cards and edge.target in cards}
            touched = self._replace_wires(self.edges, shown, implied=False) | led_anew(self.edges, document.edges)
        return touched | self._replace_wires(self.implied, self._implying.find(document, cards), implied=True)

    def _replace_wires(self, wires: dict[Edge, Wire], wanted: Iterable[Edge], *, implied: bool) -> set[str]:
        edges = frozenset(wanted)
        touched: set[str] = set()
        for edge in wires.keys() - edges:
            wire = wires.pop(edge)
            self._wires_by_node[edge.source].discard(wire)
            self._wires_by_node[edge.target].discard(wire)
            self.wires.take(wire)
            touched.update((edge.source, edge.target))
        for edge in edges - wires.keys():
            wire = self.wires.make(edge, implied=implied)
            wires[edge] = wire
            self._wires_by_node[edge.source].add(wire)
            self._wires_by_node[edge.target].add(wire)
            touched.update((edge.source, edge.target))
        return touched

    def _show_notes(self, document: Document) -> None:
        notes = {note.id: note for note in document.notes}
        for note_id in self.notes.keys() - notes.keys():
            self.removeItem(self.notes.pop(note_id))
        for note_id, note in notes.items():
            if note_id not in self.notes:
                self.notes[note_id] = NoteItem(note, self.theme)
                self.addItem(self.notes[note_id])
            self.notes[note_id].set_note(note)
            self.notes[note_id].move_to(note.position)

    def _show_frames(self, document: Document) -> None:
        frames = {frame.id: frame for frame in (*document.frames, *containers_of(document))}
        for frame_id in self.frames.keys() - frames.keys():
            self.removeItem(self.frames.pop(frame_id))
        for frame_id, frame in frames.items():
            if frame_id not in self.frames:
                self.frames[frame_id] = FrameItem(frame, self.theme)
                self.addItem(self.frames[frame_id])
            self.frames[frame_id].set_frame(frame)

    def _enclose(self, item: FrameItem) -> None:
        if item.frame.collapsed:
            marks = [self.nodes[one].look.marks for one in item.frame.nodes if one in self.nodes]
            item.fold(folded_rect(self.nodes[one].body() for one in item.frame.nodes if one in self.nodes), marks)
        else:
            item.enclose(self.content_rect(item.frame.nodes))


def _is_only_moved(before: Node, after: Node) -> bool:
    """Say whether two nodes of one name have the same card."""
    return before.settings is after.settings and (before.kind, before.bypassed) == (after.kind, after.bypassed)


def _around(cards: Iterable[DrawnCard]) -> QRectF:
    """Return the rectangle around cards."""
    corners = [(card.at.x, card.at.y, card.at.y + card.card.height) for card in cards]
    if not corners:
        return QRectF()
    across, above, below = zip(*corners, strict=True)
    left, top = min(across), min(above)
    return QRectF(left, top, max(across) + CARD_WIDTH - left, max(below) - top)
