"""Cards in line with each other, or at equal distances."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from designer.document.model import Point
from designer.graph.card import CARD_WIDTH


class Side(StrEnum):
    """What is brought into line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Box:
    """A card: where its upper left corner is, and how high it is."""

    at: Point
    height: float
    width: float = CARD_WIDTH


_ACROSS = {Side.LEFT: 0.0, Side.CENTRE: 0.5, Side.RIGHT: 1.0}
_DOWN = {Side.TOP: 0.0, Side.MIDDLE: 0.5, Side.BOTTOM: 1.0}


def align(boxes: Mapping[str, Box], side: Side) -> dict[str, Point]:
    """Return where cards come to stand in line: at the outermost one's side, or on the middle of all."""
    if side in _ACROSS:
        share = _ACROSS[side]
        left = min(box.at.x for box in boxes.values())
        right = max(box.at.x + box.width for box in boxes.values())
        line = left + (right - left) * share
        return {node_id: Point(round(line - box.width * share), box.at.y) for node_id, box in boxes.items()}
    share = _DOWN[side]
    top = min(box.at.y for box in boxes.values())
    bottom = max(box.at.y + box.height for box in boxes.values())
    line = top + (bottom - top) * share
    return {node_id: Point(box.at.x, round(line - box.height * share)) for node_id, box in boxes.items()}


def distribute(boxes: Mapping[str, Box], *, across: bool) -> dict[str, Point]:
    """Return where cards come to stand with equal gaps between; the outermost two stay where they are."""
    ordered = sorted(boxes, key=lambda node_id: (_start(boxes[node_id], across), node_id))
    places = {node_id: boxes[node_id].at for node_id in ordered}
    if len(ordered) < 3:  # noqa: PLR2004 - two have one gap only
        return places
    first, last = boxes[ordered[0]], boxes[ordered[-1]]
    inner = sum(_length(boxes[node_id], across) for node_id in ordered[1:-1])
    gap = (_start(last, across) - _start(first, across) - _length(first, across) - inner) / (len(ordered) - 1)
    at = _start(first, across)
    for before, node_id in pairwise(ordered[:-1]):
        at += _length(boxes[before], across) + gap
        own = boxes[node_id].at
        places[node_id] = Point(round(at), own.y) if across else Point(own.x, round(at))
    return places


def _start(box: Box, across: bool) -> float:  # noqa: FBT001 - the axis
    return box.at.x if across else box.at.y


def _length(box: Box, across: bool) -> float:  # noqa: FBT001 - the axis
    return box.width if across else box.height
