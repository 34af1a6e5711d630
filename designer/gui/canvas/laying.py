"""Which way each wire of a scene takes."""

from collections.abc import Collection, Mapping, Sequence

from designer.document.model import Edge, Point
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH
from designer.graph.course import BentCourse, Course, CurvedCourse, RightAngledCourse
from designer.graph.rectangles import CardRectangles, Rectangle, card_rectangle
from designer.graph.right_angles import Socket, loose
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.folding import Folding

_FEW = 40
"""More cards than these are looked for all anew, which is then as quick."""


class Laying:
    """Lay wires between the cards where they stand now; `right_angled` says how."""

    def __init__(self, nodes: Mapping[str, DrawnCard], folding: Folding) -> None:
        self.right_angled = False
        self._nodes = nodes
        self._folding = folding
        self._cards: CardRectangles | None = None

    def course_of(self, edge: Edge, *, implied: bool = False) -> Course:
        """Return the way of an edge."""
        start, end = self._ends_of(edge, implied=implied)
        if edge.via and not (self._folding.hides(edge.source) or self._folding.hides(edge.target)):
            return BentCourse(start, edge.via, end, self.right_angled)
        if not self.right_angled:
            return CurvedCourse(start, end)
        source = Socket(start, self._rectangle_at(edge.source, start, outgoing=True))
        target = Socket(end, self._rectangle_at(edge.target, end, outgoing=False))
        return RightAngledCourse(source, target, self._cards_within)

    def dragged_course(self, nodes: tuple[str, str], start: Point, end: Point, via: tuple[Point, ...] = ()) -> Course:
        """Return the way of a wire that is drawn between two nodes; an end in the open has no node."""
        if via:
            return BentCourse(start, via, end, self.right_angled)
        if not self.right_angled:
            return CurvedCourse(start, end)
        source, target = (
            Socket(at, self._rectangle_of(self._nodes[one])) if one else loose(at)
            for one, at in zip(nodes, (start, end), strict=True)
        )
        return RightAngledCourse(source, target, self._cards_within)

    def forget(self) -> None:
        """Look anew where the cards are, after some came, went, or were hidden."""
        self._cards = None
        self._folding.forget_cards()

    def follow(self, moved: Collection[str]) -> None:
        """Look where these cards are now."""
        self._folding.forget_cards()
        if self._cards is None or len(moved) > _FEW or any(map(self._folding.hides, moved)):
            self._cards = None
            return
        for node_id in moved:
            self._cards.move(node_id, self._rectangle_of(self._nodes[node_id]))

    def _ends_of(self, edge: Edge, *, implied: bool) -> tuple[Point, Point]:
        source, target = self._nodes[edge.source], self._nodes[edge.target]
        flow = edge.is_flow and not implied
        leaving = source.card.pin_height(edge.source_port, outgoing=True, flow=flow)
        arriving = CARD_HEIGHT / 2 if implied else target.card.pin_height(edge.target_port, outgoing=False, flow=flow)
        return (
            self._folding.end_at(edge.source, outgoing=True) or Point(source.at.x + CARD_WIDTH, source.at.y + leaving),
            self._folding.end_at(edge.target, outgoing=False) or Point(target.at.x, target.at.y + arriving),
        )

    def _rectangle_at(self, node_id: str, at: Point, *, outgoing: bool) -> Rectangle:
        if not self._folding.hides(node_id):
            return self._rectangle_of(self._nodes[node_id])
        return card_rectangle(Point(at.x - (CARD_WIDTH if outgoing else 0.0), at.y - CARD_HEIGHT / 2), CARD_HEIGHT)

    def _cards_within(self, area: Rectangle) -> Sequence[Rectangle]:
        if self._cards is None:
            shown = {node_id: item for node_id, item in self._nodes.items() if not self._folding.hides(node_id)}
            cards = {node_id: self._rectangle_of(item) for node_id, item in shown.items()}
            folded = {
                f"frame {frame_id}": card_rectangle(Point(rect.x(), rect.y()), rect.height())
                for frame_id, rect in self._folding.cards().items()
            }
            self._cards = CardRectangles(cards | folded)
        return self._cards.within(area)

    @staticmethod
    def _rectangle_of(item: DrawnCard) -> Rectangle:
        return card_rectangle(item.at, item.card.height)
