"""Which node is dropped into which frame, and which leaves its own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from designer.document.edits import put_frame
from designer.document.model import Document, Frame
from designer.graph.card import FRAME_PADDING, FRAME_TITLE
from designer.gui.canvas.drawn_card import DrawnCard

_HOLD = 80.0
"""How far a node may be moved out of its frame, as that was before, until it leaves it."""


def frame_at(
    document: Document, items: Mapping[str, DrawnCard], at: QPointF, moved: Collection[str] = ()
) -> Frame | None:
    """Return the smallest open frame at a point, which reaches only as far as its nodes that are not moved."""
    areas = [(_area(frame, items, moved), frame) for frame in document.frames if not frame.collapsed]
    found = [(area.width() * area.height(), frame) for area, frame in areas if area.contains(at)]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def put_into_frame(document: Document, node_id: str, frame: Frame | None) -> Document:
    """Return the document with a node in a frame, or where that is None in no frame."""
    if frame is not None and node_id in frame.nodes:
        return document
    if frame is not None:
        return put_frame(document, replace(frame, nodes=(*frame.nodes, node_id)))
    home = _home(document, node_id)
    if home is None:
        return document
    return put_frame(document, replace(home, nodes=tuple(one for one in home.nodes if one != node_id)))


def moved_to_frame(document: Document, ids: Iterable[str], frame_id: str) -> Document:
    """Return the document with nodes in the frame of an id, or in none where there is no such frame."""
    for node_id in ids:
        document = put_into_frame(document, node_id, next((one for one in document.frames if one.id == frame_id), None))
    return document


def reframed(
    document: Document, items: Mapping[str, DrawnCard], moved: Collection[str], before: Mapping[str, QRectF]
) -> Document:
    """Return the document with the moved nodes in the frames that they were dropped on.

    `before` is where each frame was when the movement began. A frame whose nodes are all moved goes along, and a node leaves
    its frame only for another or when it is moved well out of it.
    """
    start = document
    for node_id in moved:
        home, at = _home(start, node_id), items[node_id].body().center()
        if home is not None and (home.collapsed or set(home.nodes) <= set(moved)):
            continue
        target = frame_at(start, items, at, moved)
        if target is None and home is not None and before[home.id].adjusted(-_HOLD, -_HOLD, _HOLD, _HOLD).contains(at):
            continue
        if target is not None or home is not None:
            now = next((one for one in document.frames if target is not None and one.id == target.id), None)
            document = put_into_frame(document, node_id, now)
    return document


def _home(document: Document, node_id: str) -> Frame | None:
    return next((frame for frame in document.frames if node_id in frame.nodes), None)


def _area(frame: Frame, items: Mapping[str, DrawnCard], moved: Collection[str]) -> QRectF:
    """Return the rectangle of a frame without the nodes that are moved, nothing when no other is in it."""
    rect = QRectF()
    for node_id in frame.nodes:
        if node_id not in moved and node_id in items:
            rect = rect.united(items[node_id].body())
    if rect.isNull():
        return rect
    return rect.adjusted(-FRAME_PADDING, -FRAME_PADDING - FRAME_TITLE, FRAME_PADDING, FRAME_PADDING)
