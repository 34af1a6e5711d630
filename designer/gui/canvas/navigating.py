"""Going from node to node by keys."""

from designer.document.model import Point
from designer.graph.neighbours import connected, downstream, first_of, neighbour, upstream
from designer.gui.announcing import announce
from designer.gui.canvas.stage import Stage
from designer.gui.language.words import tr


class Navigating:
    """Move the selection over the canvas; `current` is the node that was gone to last.

    From a node one goes to its wires, one after the other, and from a wire by the arrows to the node at either end.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.current = ""

    def go(self, across: int, down: int, *, adding: bool = False) -> None:
        """Select the nearest node in a direction; `adding` keeps what is selected. Nothing selected: the first node."""
        places = self._middles()
        here = self._here()
        found = self._end_of_wire(across) or (neighbour(places, here, across, down) if here else first_of(places))
        if found is None:
            announce(self._stage.viewport, tr("No node that way"))
            return
        self.current = found
        self._stage.picking.clear()
        session = self._stage.session
        session.select(session.selection | {found} if adding else [found])
        self._stage.reveal(found)

    def next_wire(self, step: int = 1) -> None:
        """Pick the first wire of the selected node, or the one after the picked one; -1 goes the other way round."""
        picking, session = self._stage.picking, self._stage.session
        self.current = self._here() or self.current
        picked = next(iter(picking.edges), None)
        wires = [edge for edge in session.document.edges if edge in self._stage.scene.edges]
        own = [edge for edge in wires if self.current in (edge.source, edge.target)]
        if session.selection or picked in own:
            wires = sorted(own, key=lambda edge: edge.source != self.current)
        if not wires or (wires == [picked] and not session.selection):
            announce(self._stage.viewport, tr("No other wire"))
            return
        at = wires.index(picked) + step if picked in wires and not session.selection else min(step, 0)
        session.select(())
        picking.pick(edges=[wires[at % len(wires)]])

    def leave(self) -> None:
        """Select nothing."""
        self._stage.session.select(())
        self._stage.picking.clear()

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

    def _end_of_wire(self, across: int) -> str | None:
        """Return the node at the left or right end of the one picked wire."""
        picked = self._stage.picking.edges
        if not across or len(picked) != 1 or self._stage.session.selection:
            return None
        edge = next(iter(picked))
        return edge.source if across < 0 else edge.target

    def _middles(self) -> dict[str, Point]:
        bodies = {node_id: item.body().center() for node_id, item in self._stage.scene.nodes.items()}
        return {node_id: Point(middle.x(), middle.y()) for node_id, middle in bodies.items()}
