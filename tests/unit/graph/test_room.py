"""Room for a card that was set between two others."""

from itertools import pairwise

from designer.catalog.kind import Kind
from designer.document.model import Document, Edge, Node, Point
from designer.graph.card import CARD_WIDTH
from designer.graph.room import GAP, with_room

NO_KINDS: dict[str, Kind] = {}


def chain(**places: tuple[float, float]) -> Document:
    """Return nodes of which each comes after the one before."""
    names = list(places)
    nodes = {name: Node(id=name, kind="any", position=Point(*places[name])) for name in names}
    edges = tuple(Edge(source=one, target=other) for one, other in pairwise(names))
    return Document(name="chain", nodes=nodes, edges=edges)


def places(document: Document) -> dict[str, Point | None]:
    return {name: node.position for name, node in document.nodes.items()}


def test_where_there_is_room_nothing_moves() -> None:
    document = chain(first=(0, 0), new=(300, 0), last=(600, 0))

    assert with_room(document, NO_KINDS, ("first", "last"), "new") is document


def test_all_that_comes_after_moves_on_together() -> None:
    document = chain(first=(0, 0), new=(280, 0), last=(320, 0), end=(700, 300))

    moved = places(with_room(document, NO_KINDS, ("first", "last"), "new"))

    by = 280 + CARD_WIDTH + GAP - 320
    assert moved == {"first": (0, 0), "new": (280, 0), "last": (320 + by, 0), "end": (700 + by, 300)}


def test_the_new_one_stands_clear_of_the_first() -> None:
    document = chain(first=(0, 0), new=(100, 30), last=(1000, 0))

    assert places(with_room(document, NO_KINDS, ("first", "last"), "new"))["new"] == (CARD_WIDTH + GAP, 30)


def test_a_card_below_the_wire_pushes_nothing_away() -> None:
    document = chain(first=(0, 0), new=(280, 200), last=(320, 0))

    assert with_room(document, NO_KINDS, ("first", "last"), "new") is document


def test_what_stands_to_the_left_stays_even_where_it_comes_after() -> None:
    document = chain(first=(0, 0), new=(280, 0), last=(320, 0), back=(0, 300))

    assert places(with_room(document, NO_KINDS, ("first", "last"), "new"))["back"] == (0, 300)


def test_of_a_loop_neither_the_first_nor_the_new_one_is_pushed_on() -> None:
    document = chain(first=(0, 0), new=(280, 0), last=(320, 0))
    looped = Document(name="loop", nodes=document.nodes, edges=(*document.edges, Edge(source="last", target="first")))

    moved = places(with_room(looped, NO_KINDS, ("first", "last"), "new"))

    assert (moved["first"], moved["new"]) == ((0, 0), (280, 0))
