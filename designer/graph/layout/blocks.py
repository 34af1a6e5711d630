"""Blocks: a card, or a frame with what is arranged in it, as one box among others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from designer.document.model import Point
from designer.graph.card import CARD_WIDTH, FRAME_PADDING, FRAME_TITLE, Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Nodes with their places, counted from the upper left corner of the block, and how large the whole is."""

    places: Mapping[str, Point]
    width: float
    height: float

    def moved(self, by: Point) -> dict[str, Point]:
        """Return the places with the corner of the block moved from the origin."""
        return {node: Point(point.x + by.x, point.y + by.y) for node, point in self.places.items()}


@dataclass(frozen=True, slots=True)
class End:
    """Where a node stands: the number of its block, and how far below the top of it."""

    box: int
    top: float


OUTSIDE = Block(places={}, width=0.0, height=0.0)
"""Stands for all that is joined to the nodes of a frame from outside of it."""


def card_block(card: Card) -> Block:
    """Return the block of a single card."""
    return Block(places={card.id: Point(0, 0)}, width=CARD_WIDTH, height=card.height)


def framed(block: Block) -> Block:
    """Return a block with room for the frame around it."""
    by = Point(FRAME_PADDING, FRAME_PADDING + FRAME_TITLE)
    return Block(places=block.moved(by), width=block.width + 2 * by.x, height=block.height + by.y + FRAME_PADDING)


def ends_of(blocks: Sequence[Block]) -> dict[str, End]:
    """Return where each node of the blocks stands."""
    return {node: End(number, point.y) for number, block in enumerate(blocks) for node, point in block.places.items()}
