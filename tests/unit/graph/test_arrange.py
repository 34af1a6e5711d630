"""Automatic arrangement."""

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.document.model import Document, Edge, Node, Note, Point
from designer.graph.arrange import arrange, arranged, placed
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH


def graph(count: int, pairs: list[tuple[int, int]]) -> Document:
    nodes = {f"n{index}": Node(id=f"n{index}", kind="any") for index in range(count)}
    edges = tuple(Edge(source=f"n{source}", target=f"n{target}") for source, target in pairs)
    return Document(name="graph", nodes=nodes, edges=edges)


def layered(count: int) -> Document:
    """Return a graph such as pipelines are: each node follows one or two of the row before."""
    chance, width = random.Random(7), max(3, round(count**0.5))  # noqa: S311 - a repeatable sample, not a secret
    pairs = [
        (chance.randrange((index // width - 1) * width, index // width * width), index)
        for index in range(width, count)
        for _ in range(chance.choice((1, 2)))
    ]
    return graph(count, pairs)


pairs_of_twelve = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=24)


@given(pairs_of_twelve)
def test_no_two_cards_overlap(pairs: list[tuple[int, int]]) -> None:
    places = list(arrange(graph(12, pairs), {}).values())

    for index, one in enumerate(places):
        for other in places[index + 1 :]:
            assert abs(one.x - other.x) >= CARD_WIDTH or abs(one.y - other.y) >= CARD_HEIGHT


@given(pairs_of_twelve)
def test_without_circles_every_edge_goes_from_left_to_right(pairs: list[tuple[int, int]]) -> None:
    forward = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]

    places = arrange(graph(12, forward), {})

    assert all(places[f"n{source}"].x + CARD_WIDTH < places[f"n{target}"].x for source, target in forward)


@given(pairs_of_twelve)
def test_every_node_gets_a_place_and_the_same_one_each_time(pairs: list[tuple[int, int]]) -> None:
    document = graph(12, pairs)

    assert set(arrange(document, {})) == set(document.nodes)
    assert arrange(document, {}) == arrange(document, {})


def test_a_chain_is_drawn_as_a_straight_line() -> None:
    places = arrange(graph(6, [(index, index + 1) for index in range(5)]), {})

    assert len({place.y for place in places.values()}) == 1


def test_parts_that_are_not_joined_stand_one_below_the_other() -> None:
    places = arrange(graph(4, [(0, 1), (2, 3)]), {})

    assert places["n0"].x == places["n2"].x
    assert places["n2"].y >= places["n0"].y + CARD_HEIGHT


def test_only_the_chosen_nodes_move_and_their_corner_stays() -> None:
    document = graph(4, [(0, 1), (1, 2)])
    document = replace(
        document, nodes={key: replace(node, position=Point(800, 400)) for key, node in document.nodes.items()}
    )

    places = arrange(document, {}, {"n1", "n2"})

    assert set(places) == {"n1", "n2"}
    assert places["n1"] == Point(800, 400)


def test_nodes_without_positions_are_shown_below_those_that_have_one() -> None:
    document = graph(3, [])
    document = replace(document, nodes={**document.nodes, "n0": replace(document.nodes["n0"], position=Point(80, 40))})

    places = placed(document, {})

    assert places["n0"] == Point(80, 40)
    assert all(places[node_id].y >= 40 + CARD_HEIGHT for node_id in ("n1", "n2"))


def test_a_note_goes_along_with_the_node_beside_it() -> None:
    document = graph(2, [(0, 1)])
    nodes = {
        "n0": replace(document.nodes["n0"], position=Point(0, 1000)),
        "n1": replace(document.nodes["n1"], position=Point(0, 0)),
    }
    document = replace(document, nodes=nodes, notes=(Note(id="note", text="", position=Point(0, 900)),))

    after = arranged(document, {})

    moved = after.nodes["n0"].position
    assert moved is not None
    assert after.notes[0].position == Point(moved.x, moved.y - 100)


def test_a_thousand_nodes_are_arranged_in_half_a_second() -> None:
    document = layered(1000)
    start = time.thread_time()

    arrange(document, {})

    assert time.thread_time() - start < 0.5


@pytest.mark.parametrize("document", [graph(0, []), graph(1, []), graph(1, [(0, 0)])])
def test_the_smallest_documents_are_arranged_too(document: Document) -> None:
    assert set(arrange(document, {})) == set(document.nodes)
