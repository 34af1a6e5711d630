"""Bringing selected cards into line, each time as one undoable edit."""

from collections.abc import Callable

from designer.document.edits import move_nodes
from designer.document.model import Document, Point
from designer.graph.aligning import Box, Side, align, distribute
from designer.graph.arrange import arranged, placed, with_places
from designer.gui.canvas.stage import Stage
from designer.gui.canvas.wording import edit_words
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
            self._apply(align(boxes, side), edit_words(tr("Align"), boxes))

    def distribute(self, *, across: bool) -> None:
        """Make the gaps between the selected nodes equal."""
        boxes = self._boxes()
        if len(boxes) > _FEW:
            self._apply(distribute(boxes, across=across), edit_words(tr("Distribute"), boxes))

    def arrangement(self) -> Callable[[], Document]:
        """Return what arranges the selected nodes when there are several, else all."""
        return arrangement(self._stage)

    def _boxes(self) -> dict[str, Box]:
        session, scene = self._stage.session, self._stage.scene
        places = placed(session.document, self._stage.kinds)
        return {node_id: Box(places[node_id], scene.nodes[node_id].card.height) for node_id in session.selection}

    def _apply(self, places: dict[str, Point], text: str) -> None:
        session = self._stage.session
        session.apply(move_nodes(session.document, places), text)


def arrangement(stage: Stage) -> Callable[[], Document]:
    """Return what arranges the selected nodes when there are several, else all; it is pure, and takes its time."""
    document, kinds, selection = stage.session.document, stage.kinds, stage.session.selection
    ids = selection if len(selection) > 1 else None
    return lambda: arranged(with_places(document, kinds), kinds, ids)
