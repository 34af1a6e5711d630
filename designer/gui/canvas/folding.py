"""Frames that are folded into one card: what is in them is hidden, and its wires end at the card."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from designer.document.edits import put_frame
from designer.document.model import Document, Frame, Point
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.wire import Wire


class Folding:
    """Know which node is hidden in which frame."""

    def __init__(self, nodes: Mapping[str, DrawnCard]) -> None:
        self._nodes = nodes
        self._frames: dict[str, Frame] = {}
        self._cards: dict[str, QRectF] = {}

    def follow(self, frames: Iterable[Frame]) -> frozenset[str]:
        """Hide and show nodes as the frames say; return the nodes for which that changed."""
        before = self._frames
        self._frames = {node_id: frame for frame in frames if frame.collapsed for node_id in frame.nodes}
        concerned = (before.keys() | self._frames.keys()) & self._nodes.keys()
        for node_id in concerned:
            self._nodes[node_id].set_hidden(hidden=node_id in self._frames)
        return frozenset(one for one in concerned if before.get(one) != self._frames.get(one))

    def hides(self, node_id: str) -> bool:
        """Say whether a node is in a folded frame."""
        return node_id in self._frames

    def hides_wire(self, wire: Wire) -> bool:
        """Say whether a wire goes from one node to another of the same folded frame."""
        source = self._frames.get(wire.edge.source)
        return source is not None and source == self._frames.get(wire.edge.target)

    def cards(self) -> dict[str, QRectF]:
        """Return the cards of the folded frames."""
        frames = {frame.id: frame for frame in self._frames.values()}
        return {frame_id: self._card(frame) for frame_id, frame in frames.items()}

    def forget_cards(self) -> None:
        """Look anew where the cards of the folded frames are, after nodes were moved."""
        self._cards.clear()

    def end_at(self, node_id: str, *, outgoing: bool) -> Point | None:
        """Return where a wire of a hidden node ends; None for a node that is seen."""
        frame = self._frames.get(node_id)
        if frame is None:
            return None
        rect = self._card(frame)
        return Point(rect.right() if outgoing else rect.left(), rect.center().y())

    def _card(self, frame: Frame) -> QRectF:
        if frame.id not in self._cards:
            self._cards[frame.id] = folded_rect(self._nodes[one].body() for one in frame.nodes if one in self._nodes)
        return self._cards[frame.id]


def folded_rect(bodies: Iterable[QRectF]) -> QRectF:
    """Return the card of a folded frame: where the upper left corner of its content is."""
    listed = list(bodies)
    corner = QPointF(min((one.x() for one in listed), default=0.0), min((one.y() for one in listed), default=0.0))
    return QRectF(corner.x(), corner.y(), CARD_WIDTH, CARD_HEIGHT)


def fold(document: Document, frame_id: str, *, folded: bool) -> Document:
    """Return the document with a frame folded or unfolded."""
    frame = next(one for one in document.frames if one.id == frame_id)
    return put_frame(document, replace(frame, collapsed=folded))


def frames_of(document: Document, ids: Iterable[str]) -> tuple[Frame, ...]:
    """Return the frames that hold any of these nodes."""
    wanted = frozenset(ids)
    return tuple(frame for frame in document.frames if wanted & set(frame.nodes))
