"""Bending wires: what is done to their points by menus and keys, and how the canvas follows."""

from PySide6.QtCore import QPointF

from designer.document.bends import add_bend, move_bend, remove_bend, straighten
from designer.document.model import Document, Edge, Point
from designer.graph.bending import middle_of, place_among
from designer.gui.canvas.geometry import point, snapped
from designer.gui.canvas.picking import Bend
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.stage import Stage
from designer.gui.canvas.wire import Wire
from designer.gui.language.words import tr


class Bending:
    """The verbs for the picked wires. `pointed` is where on a wire the menu was opened."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._pointed: tuple[Document, Edge, QPointF] | None = None

    def point_at(self, edge: Edge, at: QPointF) -> None:
        """Note where the next point of a wire is wanted."""
        self._pointed = (self._stage.session.document, edge, at)

    def add(self) -> None:
        """Bend the one picked wire where the menu was opened on it, or else in its middle."""
        wire = self._wire()
        if wire is None:
            return
        pointed, self._pointed = self._pointed, None
        document = self._stage.session.document
        if pointed is not None and pointed[0] is document and pointed[1] == wire.edge:
            at = pointed[2]
        else:
            middle = middle_of(wire.points(), wire.edge.via)
            at = QPointF(middle.x, middle.y)
        self._add(wire, at)

    def toggle(self, bend: Bend, at: QPointF) -> None:
        """Take a point away, or bend the wire at a place where it has none."""
        if bend.is_there:
            self._remove(bend)
        else:
            self._add(self._stage.scene.edges[bend.edge], at)

    def remove_hovered(self) -> bool:
        """Take away the point under the mouse, if nothing but its wire is selected; say whether there was one."""
        picking = self._stage.picking
        bend = picking.hovered
        if bend is None or self._stage.session.selection or picking.notes or picking.edges - {bend.edge}:
            return False
        self._remove(bend)
        return True

    def straighten(self) -> None:
        """Take all points of the picked wires away."""
        picked = self._stage.picking.edges
        text = tr("Straighten wire") if len(picked) == 1 else tr("Straighten wires")
        self._stage.session.apply(straighten(self._stage.session.document, picked), text)

    def nudge(self, by: QPointF) -> bool:
        """Move the point that was touched last, if one bent wire alone is picked; say whether it is."""
        wire = self._wire()
        if wire is None or not wire.edge.via:
            return False
        active, last = self._stage.picking.active, len(wire.edge.via) - 1
        is_here = active is not None and active.edge == wire.edge
        index = min(active.index, last) if active is not None and is_here else last
        at = wire.edge.via[index]
        document = move_bend(self._stage.session.document, wire.edge, index, Point(at.x + by.x(), at.y + by.y()))
        self._stage.picking.active = Bend(wire.edge, index)
        self._stage.session.apply(document, tr("Move bend"), merge=f"bend {index} of {wire.edge}")
        return True

    def _wire(self) -> Wire | None:
        """Return the wire that is picked while nothing else is."""
        picking = self._stage.picking
        if len(picking.edges) != 1 or picking.notes or self._stage.session.selection:
            return None
        return self._stage.scene.edges.get(next(iter(picking.edges)))

    def _add(self, wire: Wire, at: QPointF) -> None:
        edge, place = wire.edge, point(snapped(at))
        index = place_among(wire.points(), edge.via, point(at))
        self._stage.picking.active = Bend(edge, index)
        self._stage.session.apply(add_bend(self._stage.session.document, edge, index, place), tr("Bend wire"))

    def _remove(self, bend: Bend) -> None:
        document = self._stage.session.document
        self._stage.session.apply(remove_bend(document, bend.edge, bend.index), tr("Remove bend"))


def lead(scene: CanvasScene, edge: Edge) -> None:
    """Show a wire as it would be led; the document follows later."""
    wire = scene.edges[edge]
    wire.edge = edge
    scene.wires.lay(wire, scene.laying.course_of(edge))
