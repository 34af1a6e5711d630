"""Dragging nodes and notes moves them; a loose node dropped on a wire is set into it."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF

from designer.document.edits import move_nodes, put_note
from designer.document.model import Document, Point
from designer.graph.aligning import Box
from designer.graph.snapping import snap
from designer.gui.canvas.containers import dropped, nesting_nodes
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.framing import reframed
from designer.gui.canvas.geometry import point, qpoint, snapped
from designer.gui.canvas.hit import wire_at
from designer.gui.canvas.items.guide_item import GuideItem
from designer.gui.canvas.items.note_item import NoteItem
from designer.gui.canvas.leading import carried, carry
from designer.gui.canvas.splicing import set_into, spliced
from designer.gui.canvas.stage import Pointer, Stage
from designer.gui.canvas.wire import Wire
from designer.gui.canvas.wording import edit_words
from designer.gui.language.words import tr

_THRESHOLD_PIXELS = 4.0
_SNAP_PIXELS = 6.0
_SEEN_PIXELS = 900.0


class MoveGesture:
    """Move the selected nodes and picked notes; `grabbed` is the node under the mouse, which lands on the grid."""

    def __init__(self, stage: Stage, pointer: Pointer, grabbed: str = "") -> None:
        self._stage = stage
        self._start = pointer.at
        self._grabbed = grabbed
        self._moving = False
        self._over: Wire | None = None
        self._guides = GuideItem(stage.scene)
        self._still: tuple[Box, ...] | None = None
        scene = stage.scene
        self._nodes = [scene.nodes[node_id] for node_id in sorted(stage.session.selection)]
        self._notes = [scene.notes[note_id] for note_id in sorted(stage.picking.notes)]
        movable: tuple[DrawnCard | NoteItem, ...] = (*self._nodes, *self._notes)
        self._places = {item: item.at for item in movable}
        self._ids = [item.card.id for item in self._nodes]
        self._bent = carried(stage.session.document, self._ids)
        self._before = {frame_id: frame.body() for frame_id, frame in scene.frames.items()}

    def move(self, pointer: Pointer) -> None:
        """Move the items; the document follows at the end."""
        by = pointer.at - self._start
        if not self._moving and by.manhattanLength() * pointer.scale < _THRESHOLD_PIXELS:
            return
        if not self._moving:
            self._moving = True
            self._lift(lifted=True)
        if self._stage.snapping.wanted != pointer.free:
            self._shift(self._in_line(self._on_grid(by), pointer.scale))
        else:
            self._guides.leave()
            self._shift(by)
        self._show_wire_below()

    def release(self, pointer: Pointer) -> None:
        """Make one edit of the whole movement; a click without one selects the node alone."""
        if not self._moving:
            if self._grabbed and not pointer.adds:
                self._stage.session.select([self._grabbed])
                self._stage.picking.clear()
            return
        self._lift(lifted=False)
        self._guides.leave()
        over = self._over
        self._mark(None)
        document = self._nested(self._moved(self._stage.session.document))
        self._stage.scene.settle()
        if over is None:
            self._stage.session.apply(document, self._words())
            return
        opened = set_into(document, self._stage.kinds, over.edge, self._nodes[0].card.id)
        self._stage.gliding.glide_after(lambda: self._stage.session.apply(opened, self._words()))

    def _words(self) -> str:
        return edit_words(tr("Move"), (*self._ids, *(item.note.id for item in self._notes)))

    def cancel(self) -> None:
        """Put everything back."""
        self._moving = False
        self._lift(lifted=False)
        self._guides.leave()
        self._mark(None)
        self._shift(QPointF())
        self._stage.scene.settle()

    def _on_grid(self, by: QPointF) -> QPointF:
        anchor = self._stage.scene.nodes.get(self._grabbed) or next(iter(self._places), None)
        if anchor is None:
            return by
        start = qpoint(self._places[anchor])
        return snapped(start + by) - start

    def _in_line(self, by: QPointF, scale: float) -> QPointF:
        """Move on into line with cards that stay, where one is near enough."""
        item = self._stage.scene.nodes.get(self._grabbed)
        if item is None:
            return by
        place = point(qpoint(self._places[item]) + by)
        if self._still is None:
            self._still = tuple(self._others(scale))
        found = snap(Box(place, item.card.height), self._still, _SNAP_PIXELS / scale)
        self._guides.point_out(found)
        return by + QPointF(found.across or 0.0, found.down or 0.0)

    def _others(self, scale: float) -> Iterator[Box]:
        """Yield the cards that stay, as far as they are seen."""
        moving = {node.card.id for node in self._nodes}
        reach = _SEEN_PIXELS / scale
        item = self._stage.scene.nodes[self._grabbed]
        for other in self._stage.scene.cards.within(item.body().adjusted(-reach, -reach, reach, reach)):
            if other.card.id not in moving:
                yield Box(other.at, other.card.height)

    def _shift(self, by: QPointF) -> None:
        for item, start in self._places.items():
            item.move_to(Point(start.x + by.x(), start.y + by.y()))
        carry(self._stage.scene.edges, self._bent, by)
        self._stage.scene.refresh(self._ids)
        document = self._stage.session.document
        if document.frames and self._moving:
            self._stage.scene.enclose(document.frames, self._framed(document).frames)

    def _lift(self, *, lifted: bool) -> None:
        for item in self._nodes:
            item.lift(lifted=lifted)

    def _moved(self, document: Document) -> Document:
        if self._bent:
            document = move_nodes(document, {item.card.id: point(qpoint(self._places[item])) for item in self._nodes})
        document = move_nodes(document, {item.card.id: point(qpoint(item.at)) for item in self._nodes})
        notes = {note.id: note for note in document.notes}
        for item in self._notes:
            document = put_note(document, replace(notes[item.note.id], position=point(qpoint(item.at))))
        return document

    def _nested(self, document: Document) -> Document:
        nesting = nesting_nodes(document, self._stage.kinds)
        if nesting:
            document = dropped(document, self._stage.scene.nodes, self._ids, nesting)
        return self._framed(document)

    def _framed(self, document: Document) -> Document:
        return reframed(document, self._stage.scene.nodes, self._ids, self._before) if document.frames else document

    def _show_wire_below(self) -> None:
        if len(self._nodes) != 1 or self._stage.scene.wires_of(self._nodes[0].card.id):
            return
        item = self._nodes[0]
        wire = wire_at(self._stage.scene, item.body().center())
        document = self._stage.session.document
        fits = wire and spliced(document, self._stage.kinds, wire.edge, item.card.id) is not None
        self._mark(wire if fits else None)

    def _mark(self, wire: Wire | None) -> None:
        if self._over is not None:
            self._over.set_state(hovered=False)
        self._over = wire
        if wire is not None:
            wire.set_state(hovered=True)
