"""Room for a card that was set between two others: it stands clear of the first, and what comes after moves on."""

from collections.abc import Mapping

from designer.catalog.kind import Kind
from designer.document.edits import move_nodes
from designer.document.model import Document, Point
from designer.graph.arrange import placed
from designer.graph.card import CARD_WIDTH, Card, make_card, up_to_grid
from designer.graph.neighbours import downstream

GAP = 56
"""How far apart cards are that a wire is to be seen between."""
_BESIDE = 24.0


def with_room(document: Document, kinds: Mapping[str, Kind], ends: tuple[str, str], node_id: str) -> Document:
    """Return the document with a node standing clear of the two that it was set between, in the order of the wires.

    Only nodes to the right move, and only where cards of about one height would touch.
    """
    places = placed(document, kinds)
    names = (ends[0], node_id, ends[1])
    cards = [make_card(document.nodes[name], kinds.get(document.nodes[name].kind)) for name in names]
    before, here, after = (places[name] for name in names)
    clear = before.x + CARD_WIDTH + GAP
    moved: dict[str, Point] = {}
    if before.x < here.x < clear and _are_beside(before, cards[0], here, cards[1]):
        here = moved[node_id] = Point(clear, here.y)
    by = up_to_grid(here.x + CARD_WIDTH + GAP - after.x)
    if by > 0 and after.x >= before.x + CARD_WIDTH and _are_beside(here, cards[1], after, cards[2]):
        later = downstream(document, [ends[1]]) - {ends[0], node_id}
        moved |= {name: Point(places[name].x + by, places[name].y) for name in later if places[name].x >= after.x}
    return move_nodes(document, moved)


def _are_beside(one: Point, card: Card, other: Point, other_card: Card) -> bool:
    return one.y < other.y + other_card.height + _BESIDE and other.y < one.y + card.height + _BESIDE
