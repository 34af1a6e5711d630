"""What is done to the selection: copy, paste, delete, nudge, arrange and the like, each one undoable edit."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from designer.document.edits import (
    add_node,
    disconnect,
    free_id,
    heal,
    move_nodes,
    put_frame,
    put_inside,
    put_nodes,
    put_note,
    remove_nodes,
    remove_note,
)
from designer.document.fragments import fragment, paste
from designer.document.model import Document, Frame, Node, Note, Point
from designer.document.nesting import surrounding
from designer.errors import Refusal
from designer.graph.arrange import placed, with_places
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH
from designer.gui.announcing import announce
from designer.gui.canvas.bending import Bending
from designer.gui.canvas.containers import holder_at, nesting_nodes
from designer.gui.canvas.folding import fold, frames_of
from designer.gui.canvas.framing import frame_at, put_into_frame
from designer.gui.canvas.geometry import point, snapped
from designer.gui.canvas.joining import fed
from designer.gui.canvas.splicing import set_into
from designer.gui.canvas.stage import Stage
from designer.gui.canvas.tidying import arrangement
from designer.gui.canvas.wire import Wire
from designer.gui.canvas.wire_drop import Fit, WireDrop
from designer.gui.canvas.wording import edit_words
from designer.gui.language.words import tr

_STEP = 32.0


class CanvasEditing:
    """The verbs of the canvas, for menus, keys and the command palette alike; `bending` has those of wires."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._session = stage.session
        self.bending = Bending(stage)

    def add(
        self,
        kind: str,
        at: QPointF,
        wire: tuple[WireDrop, Fit] | None = None,
        into: Wire | None = None,
        settings: Mapping[str, object] | None = None,
    ) -> str:
        """Place a node of a kind, joined to the end of a dropped wire or set into another; return its id."""
        node_id = free_id(self._document, kind.replace("_", "-"))
        node = Node(id=node_id, kind=kind, position=point(snapped(at)), settings=dict(settings or {}))
        document = add_node(self._document, node)
        document = put_inside(document, (node_id,), self._holder(at, wire[0] if wire else None))
        middle = at + QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2)
        document = put_into_frame(document, node_id, frame_at(document, self._stage.scene.nodes, middle))
        if wire is not None:
            drop, fit = wire
            # Nothing feeds the new node yet: it is the pin of the other that may let go of something.
            document = fed(document, drop.edge(node_id, fit.port), drop.pin)
        if into is not None:
            document = set_into(document, self._stage.kinds, into.edge, node_id)
        self._stage.gliding.glide_after(lambda: self._session.apply(document, tr("Add {}").format(node_id)))
        self._session.select([node_id])
        self._stage.reveal(node_id)
        return node_id

    def copy(self) -> None:
        """Put the selected nodes on the clipboard, as text that can be pasted into a file too."""
        if not self._session.selection:
            return
        from designer.document.yaml_document import dump_document

        text = dump_document(fragment(with_places(self._document, self._stage.kinds), self._session.selection))
        # Text alone: an object for the clipboard that Python made would outlive Python at the end of the program.
        QGuiApplication.clipboard().setText(text)
        announce(self._stage.viewport, self._named(tr("Copied")))

    def cut(self) -> None:
        """Copy the selected nodes and remove them."""
        if self._session.selection:
            self.copy()
            self._session.apply(remove_nodes(self._document, self._session.selection), self._named(tr("Cut")))

    def paste(self, at: QPointF | None = None) -> None:
        """Add what is on the clipboard, its upper left corner at a point, or a step beside the original."""
        from designer.document.yaml_document import parse_document

        text = QGuiApplication.clipboard().text()
        try:
            copied = parse_document(text, path=tr("the clipboard"))
        except Refusal:
            copied = Document(name="")
        if not copied.nodes:
            self._stage.tell(tr("There are no nodes on the clipboard."))
            return
        self._paste(copied, _offset(copied, at), edit_words(tr("Paste"), copied.nodes))

    def duplicate(self) -> None:
        """Add the selected nodes once more, a step beside, with the same inputs."""
        if self._session.selection:
            copied = fragment(with_places(self._document, self._stage.kinds), self._session.selection)
            self._paste(copied, Point(_STEP, _STEP), self._named(tr("Duplicate")))

    def delete(self, *, healing: bool = False) -> None:
        """Remove what is selected or picked, or the bend under the mouse; healing joins what came before and after."""
        if not healing and self.bending.remove_hovered():
            return
        selection, picking = self._session.selection, self._stage.picking
        document = disconnect(self._document, picking.edges)
        for note_id in picking.notes:
            document = remove_note(document, note_id)
        document = heal(document, sorted(selection)) if healing else remove_nodes(document, selection)
        things = (*selection, *map(str, picking.edges), *picking.notes)
        self._session.apply(document, edit_words(tr("Delete and join") if healing else tr("Delete"), things))

    def nudge(self, by: QPointF) -> None:
        """Move the selected nodes a little."""
        places = placed(self._document, self._stage.kinds)
        chosen = {node_id: places[node_id] for node_id in self._session.selection}
        moved = {node_id: Point(at.x + by.x(), at.y + by.y()) for node_id, at in chosen.items()}
        self._session.apply(
            move_nodes(move_nodes(self._document, chosen), moved),
            self._named(tr("Move")),
            merge=f"nudge {sorted(chosen)}",
        )

    def arrange(self) -> None:
        """Arrange the selected nodes when there are several, else all."""
        self._session.apply(arrangement(self._stage)(), tr("Arrange"))

    def select_all(self) -> None:
        """Select every node and pick every note."""
        self._session.select(self._document.nodes)
        self._stage.picking.pick(notes=[note.id for note in self._document.notes])

    def toggle_bypass(self) -> None:
        """Leave the selected nodes out of the pipeline, or take them in again."""
        nodes = [self._document.nodes[node_id] for node_id in self._session.selection]
        bypassed = not all(node.bypassed for node in nodes)
        document = put_nodes(self._document, (replace(node, bypassed=bypassed) for node in nodes))
        self._session.apply(document, self._named(tr("Bypass") if bypassed else tr("Take in again")))

    def frame_selection(self, title: str = "Stage") -> str:
        """Put a frame around the selected nodes and return its id; nothing where none is selected."""
        if not self._session.selection:
            return ""
        taken = (frame.id for frame in self._document.frames)
        inside = tuple(node_id for node_id in self._document.nodes if node_id in self._session.selection)
        frame = Frame(id=_free("frame", taken), title=title, nodes=inside)
        self._session.apply(put_frame(self._document, frame), self._named(tr("Frame")))
        return frame.id

    def fold_frames(self) -> None:
        """Fold the frames around the selected nodes into one card each, or unfold them where all are folded."""
        frames = frames_of(self._document, self._session.selection)
        folded = not all(frame.collapsed for frame in frames)
        document = self._document
        for frame in frames:
            document = fold(document, frame.id, folded=folded)
        titles = [frame.title for frame in frames]
        self._session.apply(document, edit_words(tr("Fold") if folded else tr("Unfold"), titles))

    def add_note(self, at: QPointF, text: str = "") -> str:
        """Put a note on the canvas and return its id."""
        note_id = _free("note", (note.id for note in self._document.notes))
        note = Note(id=note_id, text=text, position=point(snapped(at)))
        self._session.apply(put_note(self._document, note), tr("Add note"))
        return note_id

    def move_into_map(self) -> None:
        """Put the selected nodes into the nested graph of the one among them that can hold others."""
        nesting = [one for one in self._nesting() if one in self._session.selection]
        if len(nesting) == 1:
            others = self._session.selection - set(nesting)
            words = edit_words(tr("Move into {}").format(nesting[0]), others)
            self._session.apply(put_inside(self._document, others, nesting[0]), words)

    def move_out_of_map(self) -> None:
        """Take the selected nodes out of the nested graph that they stand in, into the one around it."""
        document = self._document
        for node_id in self._session.selection:
            around = surrounding(document, node_id)
            document = put_inside(document, (node_id,), around[1] if len(around) > 1 else "")
        self._session.apply(document, self._named(tr("Move out")))

    def _named(self, done: str) -> str:
        return edit_words(done, self._session.selection)

    def _nesting(self) -> list[str]:
        return nesting_nodes(self._document, self._stage.kinds)

    def _holder(self, at: QPointF, drop: WireDrop | None) -> str:
        """Return the node whose nested graph a new node comes to stand in: that of its wire, or the one at the place."""
        if drop is not None:
            node = self._document.nodes[drop.node]
            kind = self._stage.kinds.get(node.kind)
            inner = kind.inner_outputs(node.settings) if kind else ()
            return node.id if drop.pin.outgoing and drop.pin.name in {port.name for port in inner} else node.inside
        return holder_at(self._document, self._stage.scene.nodes, at, self._nesting())

    @property
    def _document(self) -> Document:
        return self._session.document

    def _paste(self, copied: Document, offset: Point, text: str) -> None:
        document, ids = paste(self._document, copied, offset)
        self._session.apply(document, text)
        self._session.select(ids)


def _offset(copied: Document, at: QPointF | None) -> Point:
    if at is None:
        return Point(_STEP, _STEP)
    places = [node.position or Point(0, 0) for node in copied.nodes.values()] or [Point(0, 0)]
    corner = snapped(at)
    return Point(corner.x() - min(p.x for p in places), corner.y() - min(p.y for p in places))


def _free(stem: str, taken: Iterable[str]) -> str:
    names = set(taken)
    return next(name for number in range(1, len(names) + 2) if (name := f"{stem}-{number}") not in names)
