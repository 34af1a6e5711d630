"""Which gesture a press of the left button begins."""

from designer.gui.canvas.gestures.bend import BendGesture, is_at_end
from designer.gui.canvas.gestures.connect import ConnectGesture
from designer.gui.canvas.gestures.gesture import Gesture
from designer.gui.canvas.gestures.move import MoveGesture
from designer.gui.canvas.gestures.reroute import RerouteGesture
from designer.gui.canvas.gestures.resize import ResizeGesture
from designer.gui.canvas.gestures.select import SelectGesture
from designer.gui.canvas.gestures.slice import SliceGesture
from designer.gui.canvas.hit import Hit
from designer.gui.canvas.joining import WireEnd
from designer.gui.canvas.picking import Bend
from designer.gui.canvas.stage import Pointer, Stage


def begin_gesture(stage: Stage, pointer: Pointer, hit: Hit) -> Gesture | None:
    """Select what was pressed, and return what the movement of the mouse will do."""
    if hit.pin is not None:
        return _begin_wire(stage, WireEnd(hit.node, hit.pin))
    if hit.node:
        return _begin_node(stage, pointer, hit.node)
    if hit.note:
        if hit.note not in stage.picking.notes:
            stage.picking.pick(notes=[hit.note])
            stage.session.select(())
        return ResizeGesture(stage, pointer, hit.note) if hit.corner else MoveGesture(stage, pointer)
    if hit.edge is not None:
        return _begin_edge(stage, pointer, Bend(hit.edge, hit.bend))
    if hit.frame:
        stage.picking.clear()
        stage.session.select(stage.scene.frames[hit.frame].frame.nodes)
        return MoveGesture(stage, pointer)
    return SliceGesture(stage, pointer) if pointer.free else SelectGesture(stage, pointer)


def _begin_edge(stage: Stage, pointer: Pointer, bend: Bend) -> Gesture | None:
    """Move a point of a wire, bend one that is picked already or pressed with Alt, or take the nearer end off."""
    edge, picking = bend.edge, stage.picking
    bends = bend.is_there or ((pointer.free or edge in picking.edges) and not is_at_end(stage, pointer, edge))
    picking.pick(edges=picking.edges ^ {edge} if pointer.adds else {edge})
    stage.session.select(())
    if pointer.adds:
        return None
    return BendGesture(stage, pointer, bend, turned=pointer.free) if bends else RerouteGesture(stage, pointer, edge)


def _begin_wire(stage: Stage, start: WireEnd) -> Gesture:
    """Draw a new wire, or take the end off the one that an input has."""
    fed = [
        edge
        for edge in stage.session.document.edges
        if edge.target == start.node and edge.target_port == start.pin.name
    ]
    many = start.pin.port is None or start.pin.port.many
    if start.pin.outgoing or many or len(fed) != 1 or fed[0] not in stage.scene.edges:
        return ConnectGesture(stage, start)
    source = stage.scene.nodes[fed[0].source].card.pin(fed[0].source_port, outgoing=True, flow=False)
    return ConnectGesture(stage, WireEnd(fed[0].source, source) if source else start, fed[0] if source else None)


def _begin_node(stage: Stage, pointer: Pointer, node_id: str) -> Gesture | None:
    selection = stage.session.selection
    if pointer.adds:
        stage.session.select(selection ^ {node_id})
        return MoveGesture(stage, pointer, node_id) if node_id not in selection else None
    if node_id not in selection:
        stage.picking.clear()
        stage.session.select([node_id])
    return MoveGesture(stage, pointer, node_id)
