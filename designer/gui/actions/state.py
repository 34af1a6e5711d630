"""What the needs of actions are judged by, read off the window."""

from typing import TYPE_CHECKING

from designer.gui.actions.action import WindowState

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


def state_of(window: "PipelineWindow") -> WindowState:
    """Return what is there and what is selected now."""
    session, canvas = window.session, window.canvas
    wires = [wire for edge in canvas.picking.edges if (wire := canvas.canvas.edges.get(edge))]
    return WindowState(
        can_undo=session.undo_stack.canUndo(),
        can_redo=session.undo_stack.canRedo(),
        has_nodes=bool(session.document.nodes),
        has_selection=bool(session.selection),
        has_wire=len(wires) == 1 and not session.selection,
        has_bends=any(wire.edge.via for wire in wires),
        has_picked_notes=bool(canvas.picking.notes),
        has_target=bool(window.live.target),
    )
