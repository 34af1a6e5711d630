"""Bringing selected cards into line, each time as one undoable edit."""

from designer.document.edits import move_nodes
from designer.document.model import Point
from designer.graph.aligning import Box, Side, align, distribute
from designer.graph.arrange import placed
from designer.gui.canvas.stage import Stage
from designer.gui.language.words import tr

_FEW = 2


class Tidying:
    """Align and distribute the selected nodes."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def align(self, side: Side) -> None:
        """Bring the selected nodes into line."""
        boxes = self._boxes()
        if len(boxes) >= _FEW:
            self._apply(align(boxes, side), tr("Align"))

    def distribute(self, *, across: bool) -> None:
        """Make the gaps between the selected nodes equal."""
        boxes = self._boxes()
        if len(boxes) > _FEW:
            self._apply(distribute(boxes, across=across), tr("Distribute"))

    def _boxes(self) -> dict[str, Box]:
        session, scene = self._stage.session, self._stage.scene
        places = placed(session.document, self._stage.kinds)
        return {node_id: Box(places[node_id], scene.nodes[node_id].card.height) for node_id in session.selection}

    def _apply(self, places: dict[str, Point], text: str) -> None:
        session = self._stage.session
        session.apply(move_nodes(session.document, places), text)
