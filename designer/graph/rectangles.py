"""Where cards stand, to be asked for those in an area."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping
from dataclasses import dataclass

from designer.document.model import Point
from designer.graph.card import CARD_WIDTH


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    def meets(self, other: "Rectangle") -> bool:
        """Say whether two rectangles have more than a side in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def grown(self, by: float) -> "Rectangle":
        """Return the rectangle with a margin."""
        return Rectangle(self.left - by, self.top - by, self.right + by, self.bottom + by)


def around(first: Point, second: Point) -> Rectangle:
    """Return the rectangle between two points."""
    across, down = sorted((first.x, second.x)), sorted((first.y, second.y))
    return Rectangle(across[0], down[0], across[1], down[1])


def card_rectangle(corner: Point, height: float) -> Rectangle:
    """Return the rectangle of a card with its upper left corner here."""
    return Rectangle(corner.x, corner.y, corner.x + CARD_WIDTH, corner.y + height)


class CardRectangles:
    """The rectangles of cards by their ids, in the order of their left sides; all are as wide as a card."""

    def __init__(self, cards: Mapping[str, Rectangle]) -> None:
        self._cards = dict(cards)
        self._order = sorted((card.left, name) for name, card in cards.items())

    def move(self, name: str, card: Rectangle) -> None:
        """Put one of the cards elsewhere."""
        del self._order[bisect_left(self._order, (self._cards[name].left, name))]
        insort(self._order, (card.left, name))
        self._cards[name] = card

    def within(self, area: Rectangle) -> list[Rectangle]:
        """Return those that reach into an area."""
        first = bisect_right(self._order, area.left - CARD_WIDTH, key=_left_of)
        last = bisect_left(self._order, area.right, key=_left_of)
        cards = (self._cards[name] for _, name in self._order[first:last])
        return [card for card in cards if card.meets(area)]


def _left_of(entry: tuple[float, str]) -> float:
    return entry[0]
