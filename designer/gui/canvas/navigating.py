"""Going from node to node by keys."""

from designer.document.model import Point
from designer.graph.neighbours import connected, downstream, first_of, neighbour, upstream
from designer.gui.canvas.stage import Stage


class Navigating:
    """Move the selection over the canvas; `current` is the node that was gone to last."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.current = ""

    def go(self, across: int, down: int, *, adding: bool = False) -> None:
        """Select the nearest node in a direction; `adding` keeps what is selected. Nothing selected: the first node."""
        places = self._middles()
        here = self._here()
        found = neighbour(places, here, across, down) if here else first_of(places)
        if found is None:
            return
        self.current = found
        session = self._stage.session
        session.select(session.selection | {found} if adding else [found])
        self._stage.reveal(found)

    def select_upstream(self) -> None:
        """Select too what the selected nodes hang on."""
        session = self._stage.session
        session.select(upstream(session.document, session.selection))

    def select_downstream(self) -> None:
        """Select too what hangs on the selected nodes."""
        session = self._stage.session
        session.select(downstream(session.document, session.selection))

    def select_connected(self) -> None:
        """Select too everything that hangs together with the selected nodes."""
        session = self._stage.session
        session.select(connected(session.document, session.selection))

    def _here(self) -> str:
        selection = self._stage.session.selection
        return self.current if self.current in selection else min(selection, default="")

    def _middles(self) -> dict[str, Point]:
        bodies = {node_id: item.body().center() for node_id, item in self._stage.scene.nodes.items()}
        return {node_id: Point(middle.x(), middle.y()) for node_id, middle in bodies.items()}
