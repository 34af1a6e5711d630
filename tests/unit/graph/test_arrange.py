"""Automatic arrangement."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.document.model import Document, Edge, Frame, Node, Note, Point
from designer.graph.arrange import arrange, arranged, placed
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH, FRAME_PADDING, FRAME_TITLE
from tests.stopwatch import quickest


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


def test_wires_among_arranged_nodes_are_straightened_and_others_stay_led() -> None:
    document = graph(3, [(0, 1), (1, 2)])
    nodes = {node_id: replace(node, position=Point(0, 0)) for node_id, node in document.nodes.items()}
    edges = tuple(replace(edge, via=(Point(9, 9),)) for edge in document.edges)

    part = arranged(replace(document, nodes=nodes, edges=edges), {}, {"n0", "n1"})
    whole = arranged(replace(document, nodes=nodes, edges=edges), {})

    assert [len(edge.via) for edge in part.edges] == [0, 1]
    assert [len(edge.via) for edge in whole.edges] == [0, 0]


def test_a_thousand_nodes_are_arranged_in_half_a_second() -> None:
    document = layered(1000)

    assert quickest(lambda: arrange(document, {})) < 0.5


@pytest.mark.parametrize("document", [graph(0, []), graph(1, []), graph(1, [(0, 0)])])
def test_the_smallest_documents_are_arranged_too(document: Document) -> None:
    assert set(arrange(document, {})) == set(document.nodes)


def framed(document: Document, *frames: tuple[str, ...]) -> Document:
    made = tuple(Frame(id=f"f{number}", title="F", nodes=nodes) for number, nodes in enumerate(frames))
    return replace(document, frames=made)


def _around(places: dict[str, Point], nodes: tuple[str, ...]) -> tuple[float, float, float, float]:
    xs, ys = [places[node].x for node in nodes], [places[node].y for node in nodes]
    room = FRAME_PADDING + FRAME_TITLE
    return (
        min(xs) - FRAME_PADDING,
        min(ys) - room,
        max(xs) + CARD_WIDTH + FRAME_PADDING,
        max(ys) + CARD_HEIGHT + FRAME_PADDING,
    )


@given(pairs_of_twelve, st.permutations([f"n{index}" for index in range(12)]))
def test_frames_keep_clear_of_each_other_and_of_what_stands_in_none(
    pairs: list[tuple[int, int]], order: list[str]
) -> None:
    groups = (tuple(order[:4]), tuple(order[4:7]), tuple(order[7:9]))

    places = arrange(framed(graph(12, pairs), *groups), {})

    alone = [
        (places[node].x, places[node].y, places[node].x + CARD_WIDTH, places[node].y + CARD_HEIGHT)
        for node in order[9:]
    ]
    boxes = [*(_around(places, group) for group in groups), *alone]
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_frames_that_follow_each_other_stand_from_left_to_right() -> None:
    document = framed(graph(6, [(0, 1), (1, 2), (2, 3), (3, 4)]), ("n0", "n1"), ("n2", "n3", "n5"))

    places = arrange(document, {})

    assert places["n1"].x < min(places["n2"].x, places["n5"].x)
    assert places["n3"].x < places["n4"].x
    assert places["n5"].y > places["n2"].y


def test_a_frame_inside_a_frame_is_arranged_inside_it() -> None:
    document = framed(graph(5, [(0, 1), (1, 2), (2, 3), (3, 4)]), ("n1", "n2", "n3"), ("n2", "n3"))

    places = arrange(document, {})

    outer, inner = _around(places, ("n1", "n2", "n3")), _around(places, ("n2", "n3"))
    assert inner[0] > places["n1"].x + CARD_WIDTH
    assert places["n0"].x + CARD_WIDTH < outer[0]
    assert outer[2] < places["n4"].x


def test_a_wire_into_a_frame_has_a_way_past_the_cards_before_its_end() -> None:
    document = framed(graph(4, [(0, 1), (1, 2), (0, 2), (1, 3)]), ("n1", "n2", "n3"))

    places = arrange(document, {})

    def middle(node: str) -> float:
        return places[node].y + CARD_HEIGHT / 2

    straight = [middle("n0") + (middle("n2") - middle("n0")) * share for share in (0.4, 0.5, 0.6)]
    assert all(abs(height - middle("n1")) > 8 for height in straight)


def test_an_edge_from_a_node_that_does_not_exist_into_a_frame_is_passed_over() -> None:
    document = framed(graph(3, [(0, 1), (1, 2)]), ("n1", "n2"))
    dangling = replace(document, edges=(*document.edges, Edge(source="gone", target="n2")))

    assert arrange(dangling, {}) == arrange(document, {})
