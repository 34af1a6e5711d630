"""What is under a point of the canvas."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from designer.document.model import Edge
from designer.graph.card import Pin
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.items.frame_item import FrameItem
from designer.gui.canvas.items.note_item import NoteItem
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.wire import Wire

_PIN_REACH_PIXELS = 11.0
_EDGE_REACH_PIXELS = 7.0
_BEND_REACH_PIXELS = 9.0
_CORNER_PIXELS = 14.0
_LEAST_REACH = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a point hits; empty where nothing is.

    A pin comes with its node, and the place of a bend with its edge; `corner` says that a note is hit where it is resized.
    """

    node: str = ""
    pin: Pin | None = None
    edge: Edge | None = None
    bend: int = -1
    note: str = ""
    corner: bool = False
    frame: str = ""

    @property
    def nothing(self) -> bool:
        """Say whether the point is on the bare canvas."""
        return self == Hit()


def hit(scene: CanvasScene, at: QPointF, scale: float) -> Hit:
    """Return what is under a point; a pin before a node, a node before a note, a note before an edge, then a frame."""
    reach = max(_PIN_REACH_PIXELS / scale, _LEAST_REACH)
    area = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
    items = scene.items(area)
    nodes = scene.cards.within(area)[::-1]
    notes = [item for item in items if isinstance(item, NoteItem) and item.body().contains(at)]
    wires = [wire for wire in scene.wires.within(area) if not wire.implied]
    frames = [item for item in items if isinstance(item, FrameItem) and item.title_rect().contains(at)]
    if found := _hit_node(nodes, at, scale, reach):
        return found
    if notes:
        return Hit(note=notes[0].note.id, corner=_is_at_corner(notes[0], at, scale))
    if found := _hit_bend(wires, at, scale):
        return found
    if wire := nearest_wire(wires, at, max(_EDGE_REACH_PIXELS / scale, _LEAST_REACH / 2)):
        return Hit(edge=wire.edge)
    return Hit(frame=frames[0].frame.id) if frames else Hit()


def _hit_bend(wires: list[Wire], at: QPointF, scale: float) -> Hit | None:
    reach = max(_BEND_REACH_PIXELS / scale, _LEAST_REACH)
    for wire in wires if detail_at(scale) >= Detail.TITLE else ():
        for index, bend in enumerate(wire.via):
            if (bend.x - at.x()) ** 2 + (bend.y - at.y()) ** 2 <= reach * reach:
                return Hit(edge=wire.edge, bend=index)
    return None


def _hit_node(nodes: list[DrawnCard], at: QPointF, scale: float, reach: float) -> Hit | None:
    if detail_at(scale) >= Detail.TITLE:
        for item in nodes:
            if pin := pin_at(item, at, reach):
                return Hit(node=item.card.id, pin=pin)
    return next((Hit(node=item.card.id) for item in nodes if item.body().contains(at)), None)


def _is_at_corner(item: NoteItem, at: QPointF, scale: float) -> bool:
    corner = item.body().bottomRight() - at
    return detail_at(scale) >= Detail.BLOCK and max(corner.x(), corner.y()) <= max(_CORNER_PIXELS / scale, _LEAST_REACH)


def pin_at(item: DrawnCard, at: QPointF, reach: float) -> Pin | None:
    """Return the nearest pin of a node within reach."""
    across, down = at.x() - item.at.x, at.y() - item.at.y

    def distance(pin: Pin) -> float:
        return (pin.x - across) ** 2 + (pin.y - down) ** 2

    nearest = min(item.card.pins, key=distance, default=None)
    return nearest if nearest is not None and distance(nearest) <= reach * reach else None


def wire_at(scene: CanvasScene, at: QPointF, reach: float = 24.0) -> Wire | None:
    """Return the wire that is nearest to a point."""
    area = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
    wires = [wire for wire in scene.wires.within(area) if not wire.implied]
    return nearest_wire(wires, at, reach)


def nearest_wire(wires: list[Wire], at: QPointF, reach: float) -> Wire | None:
    """Return the wire nearest to a point within reach."""
    nearest = min(wires, key=lambda wire: wire.squared_distance(at), default=None)
    return nearest if nearest is not None and nearest.squared_distance(at) <= reach * reach else None
