"""Where cards stand, to be asked for those in an area."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping
from dataclasses import dataclass

from designer.document.model import Point
from designer.graph.card import CARD_WIDTH


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    def meets(self, other: "Box") -> bool:
        """Say whether two rectangles have more than a side in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def grown(self, by: float) -> "Box":
        """Return the rectangle with a margin."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def around(first: Point, second: Point) -> Box:
    """Return the rectangle between two points."""
    across, down = sorted((first.x, second.x)), sorted((first.y, second.y))
    return Box(across[0], down[0], across[1], down[1])


def card_box(corner: Point, height: float) -> Box:
    """Return the rectangle of a card with its upper left corner here."""
    return Box(corner.x, corner.y, corner.x + CARD_WIDTH, corner.y + height)


class CardBoxes:
    """The rectangles of cards by their ids, in the order of their left sides; all are as wide as a card."""

    def __init__(self, boxes: Mapping[str, Box]) -> None:
        self._boxes = dict(boxes)
        self._order = sorted((box.left, name) for name, box in boxes.items())

    def move(self, name: str, box: Box) -> None:
        """Put one of the cards elsewhere."""
        del self._order[bisect_left(self._order, (self._boxes[name].left, name))]
        insort(self._order, (box.left, name))
        self._boxes[name] = box

    def within(self, area: Box) -> list[Box]:
        """Return those that reach into an area."""
        first = bisect_right(self._order, area.left - CARD_WIDTH, key=_left_of)
        last = bisect_left(self._order, area.right, key=_left_of)
        boxes = (self._boxes[name] for _, name in self._order[first:last])
        return [box for box in boxes if box.meets(area)]


def _left_of(entry: tuple[float, str]) -> float:
    return entry[0]
