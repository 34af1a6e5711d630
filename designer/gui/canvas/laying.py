"""Which way each wire of a scene takes."""

from collections.abc import Mapping, Sequence

from designer.document.model import Edge, Point
from designer.graph.boxes import Box, CardBoxes, card_box
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH, edge_ends
from designer.graph.course import Course, CurvedCourse, RightAngledCourse
from designer.graph.right_angles import Socket, loose
from designer.gui.canvas.folding import Folding
from designer.gui.canvas.items.node_item import NodeItem
from designer.gui.canvas.looks import Revision


class Laying:
    """Lay wires between the cards where they stand now; `right_angled` says how."""

    def __init__(self, nodes: Mapping[str, NodeItem], folding: Folding, revision: Revision) -> None:
        self.right_angled = False
        self._nodes = nodes
        self._folding = folding
        self._revision = revision
        self._boxes = CardBoxes()
        self._boxes_revision = -1

    def course_of(self, edge: Edge, *, implied: bool = False) -> Course:
        """Return the way of an edge."""
        start, end = self._ends_of(edge, implied=implied)
        if not self.right_angled:
            return CurvedCourse(start, end)
        source = Socket(start, self._box_at(edge.source, start, outgoing=True))
        target = Socket(end, self._box_at(edge.target, end, outgoing=False))
        return RightAngledCourse(source, target, self._boxes_within)

    def dragged_course(self, nodes: tuple[str, str], start: Point, end: Point) -> Course:
        """Return the way of a wire that is drawn between two nodes; an end in the open has no node."""
        if not self.right_angled:
            return CurvedCourse(start, end)
        source, target = (
            Socket(at, self._box_of(self._nodes[one])) if one else loose(at)
            for one, at in zip(nodes, (start, end), strict=True)
        )
        return RightAngledCourse(source, target, self._boxes_within)

    def _ends_of(self, edge: Edge, *, implied: bool) -> tuple[Point, Point]:
        source, target = self._nodes[edge.source], self._nodes[edge.target]
        start, end = edge_ends(edge, source.card, target.card)
        if implied:
            pin = source.card.pin(edge.source_port, outgoing=True, flow=False)
            start = Point(start.x, pin.y if pin else start.y)
            end = Point(0.0, CARD_HEIGHT / 2)
        return (
            self._folding.end_at(edge.source, outgoing=True) or Point(start.x + source.x(), start.y + source.y()),
            self._folding.end_at(edge.target, outgoing=False) or Point(end.x + target.x(), end.y + target.y()),
        )

    def _box_at(self, node_id: str, at: Point, *, outgoing: bool) -> Box:
        if not self._folding.hides(node_id):
            return self._box_of(self._nodes[node_id])
        return card_box(Point(at.x - (CARD_WIDTH if outgoing else 0.0), at.y - CARD_HEIGHT / 2), CARD_HEIGHT)

    def _boxes_within(self, area: Box) -> Sequence[Box]:
        if self._boxes_revision != self._revision.number:
            self._boxes_revision = self._revision.number
            self._boxes = CardBoxes(self._box_of(item) for item in self._nodes.values() if item.isVisible())
        return self._boxes.within(area)

    @staticmethod
    def _box_of(item: NodeItem) -> Box:
        return card_box(Point(item.x(), item.y()), item.card.height)
