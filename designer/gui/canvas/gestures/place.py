"""Dropping a kind from the palette places a node, or sets it into the wire below."""

from PySide6.QtCore import QMimeData, QPointF

from designer.document.edits import add_node, free_id
from designer.document.model import Node
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH
from designer.gui.canvas.editing import CanvasEditing
from designer.gui.canvas.hit import wire_at
from designer.gui.canvas.splicing import spliced
from designer.gui.canvas.stage import Stage
from designer.gui.canvas.wire import Wire

KIND_MIME = "application/x-pipeline-designer-kind"


class PlaceGesture:
    """Follow what is dragged over the canvas, and add a node where it is dropped."""

    def __init__(self, stage: Stage, editing: CanvasEditing) -> None:
        self._stage = stage
        self._editing = editing
        self._over: Wire | None = None

    def accepts(self, data: QMimeData) -> bool:
        """Say whether a kind that exists is dragged."""
        return dragged_kind(data) in self._stage.kinds

    def move(self, data: QMimeData, at: QPointF) -> None:
        """Show the wire that the node would be set into."""
        wire = wire_at(self._stage.scene, at)
        self._mark(wire if wire and self._fits(dragged_kind(data), wire) else None)

    def drop(self, data: QMimeData, at: QPointF) -> str:
        """Add the node with its middle at the point, and return its id."""
        self._mark(None)
        corner = at - QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2)
        return self._editing.add(dragged_kind(data), corner, into=wire_at(self._stage.scene, at))

    def leave(self) -> None:
        """Show that nothing is dragged over the canvas any more."""
        self._mark(None)

    def _fits(self, kind: str, wire: Wire) -> bool:
        document, new = self._stage.session.document, free_id(self._stage.session.document, kind)
        document = add_node(document, Node(id=new, kind=kind))
        return spliced(document, self._stage.kinds, wire.edge, new) is not None

    def _mark(self, wire: Wire | None) -> None:
        if self._over is not None:
            self._over.set_state(hovered=False)
        self._over = wire
        if wire is not None:
            wire.set_state(hovered=True)


def dragged_kind(data: QMimeData) -> str:
    """Return the id of the kind in what is dragged, empty where there is none."""
    return bytes(data.data(KIND_MIME).data()).decode() if data.hasFormat(KIND_MIME) else ""
