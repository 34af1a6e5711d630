"""Where cards stand, to be asked for those in an area."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
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
    """The rectangles of cards, in the order of their left sides; all are as wide as a card."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._boxes = sorted(boxes, key=lambda box: box.left)
        self._lefts = [box.left for box in self._boxes]

    def within(self, area: Box) -> list[Box]:
        """Return those that reach into an area."""
        first = bisect_right(self._lefts, area.left - CARD_WIDTH)
        last = bisect_left(self._lefts, area.right)
        return [box for box in self._boxes[first:last] if box.meets(area)]
