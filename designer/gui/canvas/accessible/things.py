"""What lies on the canvas, as a screen reader goes through it: nodes, wires, notes, frames."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QPoint

from designer.document.model import Document, Edge
from designer.graph.containers import is_container
from designer.gui.canvas.hit import hit
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.view import CanvasView

_T = TypeVar("_T")


class Thing(NamedTuple):
    """A node, a wire, a note or a frame; one of the four is given."""

    node: str = ""
    edge: Edge | None = None
    note: str = ""
    frame: str = ""


class Listing:
    """The things of a canvas in their order, listed when somebody asks for the first time after an edit."""

    def __init__(self) -> None:
        self._document: Document | None = None
        self._things: tuple[Thing, ...] = ()
        self._places: Mapping[Thing, int] = {}

    def things(self, scene: CanvasScene) -> tuple[Thing, ...]:
        """Return the things from the first to the last."""
        if self._document is not scene.document:
            self._document = scene.document
            self._things = tuple(_listed(scene))
            self._places = {thing: place for place, thing in enumerate(self._things)}
        return self._things

    def place_of(self, scene: CanvasScene, thing: Thing) -> int:
        """Return how many things come before this one; -1 when it is not there."""
        self.things(scene)
        return self._places.get(thing, -1)

    def grows(self, scene: CanvasScene) -> bool:
        """List anew, and say whether there is something that was not listed before."""
        before = self._places
        return any(thing not in before for thing in self.things(scene))


def _listed(scene: CanvasScene) -> Iterator[Thing]:
    document = scene.document
    yield from (Thing(node=node_id) for node_id in document.nodes)
    yield from (Thing(edge=edge) for edge in dict.fromkeys(document.edges) if edge in scene.edges)
    yield from (Thing(note=note_id) for note_id in dict.fromkeys(note.id for note in document.notes))
    yield from (Thing(frame=frame_id) for frame_id in dict.fromkeys(frame.id for frame in document.frames))
    yield from (Thing(frame=frame_id) for frame_id in scene.frames if is_container(frame_id))


def chosen(view: CanvasView) -> list[Thing]:
    """Return the selected nodes, the picked wires and the picked notes."""
    nodes = [Thing(node=node_id) for node_id in view.session.selection]
    wires = [Thing(edge=edge) for edge in view.picking.edges]
    return nodes + wires + [Thing(note=note_id) for note_id in view.picking.notes]


def is_chosen(view: CanvasView, thing: Thing) -> bool:
    """Say whether a thing is selected or picked."""
    picking = view.picking
    return thing.node in view.session.selection or thing.edge in picking.edges or thing.note in picking.notes


def gone_to(view: CanvasView) -> Thing | None:
    """Return the one selected node, or where none is selected the one picked wire or note; None while there are several."""
    selection = view.session.selection
    if len(selection) > 1:
        return None
    things = chosen(view)[: len(selection) or None]
    return things[0] if len(things) == 1 else None


def _with(known: frozenset[_T], one: _T, *, wanted: bool) -> frozenset[_T]:
    return known | {one} if wanted else known - {one}


def choose(view: CanvasView, thing: Thing, *, wanted: bool) -> bool:
    """Select or pick a thing beside the others, or no more; say whether it can be. A frame cannot."""
    session, picking = view.session, view.picking
    if thing.node:
        session.select(_with(session.selection, thing.node, wanted=wanted))
    elif thing.edge is not None:
        picking.pick(edges=_with(picking.edges, thing.edge, wanted=wanted), notes=picking.notes)
    elif thing.note:
        picking.pick(edges=picking.edges, notes=_with(picking.notes, thing.note, wanted=wanted))
    return not thing.frame


def thing_at(view: CanvasView, at: QPoint) -> Thing | None:
    """Return what the mouse would hit at a point of the screen."""
    found = hit(view.canvas, view.mapToScene(view.viewport().mapFromGlobal(at)), view.zoom.scale)
    return None if found.nothing else Thing(found.node, found.edge, found.note, found.frame)
