"""Dragging a wire takes its nearer end off, to be put elsewhere or let go in the open."""

from designer.document.model import Edge
from designer.gui.canvas.gestures.connect import ConnectGesture
from designer.gui.canvas.joining import WireEnd
from designer.gui.canvas.stage import Pointer, Stage

_THRESHOLD_PIXELS = 6.0


class RerouteGesture:
    """Wait for a movement; a click alone has picked the wire already."""

    def __init__(self, stage: Stage, pointer: Pointer, edge: Edge) -> None:
        self._stage = stage
        self._start = pointer.at
        self._edge = edge
        self._connecting: ConnectGesture | None = None

    def move(self, pointer: Pointer) -> None:
        """Take the nearer end off, and lead it to the mouse."""
        if (
            self._connecting is None
            and (pointer.at - self._start).manhattanLength() * pointer.scale > _THRESHOLD_PIXELS
        ):
            kept = self._farther_end()
            if kept is not None:
                self._connecting = ConnectGesture(self._stage, kept, self._edge)
        if self._connecting is not None:
            self._connecting.move(pointer)

    def release(self, pointer: Pointer) -> None:
        """Put the end where the mouse is."""
        if self._connecting is not None:
            self._connecting.release(pointer)

    def cancel(self) -> None:
        """Leave the wire as it was."""
        if self._connecting is not None:
            self._connecting.cancel()

    def _farther_end(self) -> WireEnd | None:
        wire, edge, nodes = self._stage.scene.edges[self._edge], self._edge, self._stage.scene.nodes
        start, end = wire.ends
        to_start = (start.x - self._start.x()) ** 2 + (start.y - self._start.y()) ** 2
        to_end = (end.x - self._start.x()) ** 2 + (end.y - self._start.y()) ** 2
        if to_start > to_end:
            pin = nodes[edge.source].card.pin(edge.source_port, outgoing=True, flow=edge.is_flow)
            return WireEnd(edge.source, pin) if pin else None
        pin = nodes[edge.target].card.pin(edge.target_port, outgoing=False, flow=edge.is_flow)
        return WireEnd(edge.target, pin) if pin else None
