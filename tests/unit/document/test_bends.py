"""Wires that are led through points: a matter of looks, kept in the file and carried along with the nodes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.document import bends, edits
from designer.document.fragments import fragment, paste
from designer.document.model import Document, Edge, Node, Point
from designer.document.yaml_document import dump_document, parse_document
from designer.errors import FileRefused

WIRE = Edge(source="prepare", source_port="train", target="train", target_port="train")
AFTER = Edge(source="train", target="notify")
TEXT = """\
name: churn  # weekly
nodes:
  prepare: {kind: processing}
  train: {kind: training}
edges:
- prepare.train -> train.train # the way of the data
"""


def pipeline() -> Document:
    nodes = {
        one: Node(id=one, kind="job", position=Point(x, 0.0))
        for one, x in (("prepare", 0), ("train", 300), ("notify", 600))
    }
    return Document(name="churn", nodes=nodes, edges=(WIRE, AFTER))


def led(*via: tuple[float, float]) -> Document:
    return bends.lead(pipeline(), WIRE, tuple(Point(x, y) for x, y in via))


def via_of(document: Document, edge: Edge = WIRE) -> list[tuple[float, float]]:
    return [(one.x, one.y) for one in bends.edge_in(document, edge).via]


def test_points_are_added_moved_and_removed_where_they_stand_among_the_others() -> None:
    document = bends.add_bend(led((10, 10), (30, 30)), WIRE, 1, Point(20, 20))

    assert via_of(document) == [(10, 10), (20, 20), (30, 30)]
    assert via_of(bends.move_bend(document, WIRE, 2, Point(5, 5))) == [(10, 10), (20, 20), (5, 5)]
    assert via_of(bends.remove_bend(document, WIRE, 0)) == [(20, 20), (30, 30)]
    assert via_of(bends.straighten(document, [WIRE])) == []


def test_what_is_not_there_cannot_be_bent() -> None:
    with pytest.raises(KeyError):
        bends.add_bend(pipeline(), Edge(source="a", target="b"), 0, Point(0, 0))
    with pytest.raises(IndexError):
        bends.move_bend(led((1, 1)), WIRE, 1, Point(0, 0))


def test_an_edit_of_points_that_changes_nothing_is_the_very_same_document() -> None:
    document = led((10, 10))

    assert bends.lead(document, WIRE, (Point(10, 10),)) is document
    assert bends.move_bend(document, WIRE, 0, Point(10, 10)) is document
    assert led() == pipeline()


def test_a_bent_wire_is_the_same_edge_in_another_document() -> None:
    assert led((10, 10)).edges == pipeline().edges
    assert led((10, 10)) != pipeline()
    assert edits.connect(led((10, 10)), WIRE) == led((10, 10))
    assert edits.disconnect(led((10, 10)), [WIRE]).edges == (AFTER,)


def test_equal_documents_are_one_key() -> None:
    assert {led(), pipeline(), led((10, 10))} == {pipeline(), led((10, 10))}


def test_points_go_along_when_both_nodes_move_together_and_stay_otherwise() -> None:
    document = led((150, 50))

    both = edits.move_nodes(document, {"prepare": Point(8, 16), "train": Point(308, 16)})
    one = edits.move_nodes(document, {"prepare": Point(8, 16)})
    apart = edits.move_nodes(document, {"prepare": Point(8, 16), "train": Point(0, 0)})

    assert via_of(both) == [(158, 66)]
    assert via_of(one) == via_of(apart) == [(150, 50)]


def test_a_copy_of_both_nodes_has_the_points_beside_the_old_ones_and_of_one_alone_none() -> None:
    document = led((150, 50))

    both, ids = paste(document, fragment(document, {"prepare", "train"}), Point(32, 32))
    one, (alone,) = paste(document, fragment(document, {"train"}), Point(32, 32))

    assert via_of(both, replace(WIRE, source=ids[0], target=ids[1])) == [(182, 82)]
    assert via_of(one, replace(WIRE, target=alone)) == []


def test_a_renamed_node_keeps_the_points_of_its_wires() -> None:
    assert via_of(edits.rename_node(led((150, 50)), "train", "fit"), replace(WIRE, target="fit")) == [(150, 50)]


def test_a_wire_that_heals_two_goes_through_the_points_of_both() -> None:
    document = bends.lead(led((150, 50)), AFTER, (Point(450, 70),))

    healed = edits.heal(document, ["train"])

    assert via_of(healed, Edge(source="prepare", target="notify")) == [(150, 50), (450, 70)]


def test_points_stand_on_the_line_of_their_edge_and_are_read_again() -> None:
    text = dump_document(led((150, 50.5), (160, 60)))

    assert "- {from: prepare, output: train, to: train, input: train, via: [[150, 50.5], [160, 60]]}\n" in text
    assert "- train -> notify\n" in text
    assert parse_document(text, path="a") == led((150, 50.5), (160, 60))


def test_a_straightened_wire_is_written_as_it_was() -> None:
    assert dump_document(bends.straighten(led((150, 50)), [WIRE])) == dump_document(pipeline())


def test_comments_stay_beside_a_wire_that_is_bent_and_straightened() -> None:
    document = parse_document(TEXT, path="churn.yaml")

    bent = dump_document(bends.lead(document, WIRE, (Point(7, 8),)), original_text=TEXT)
    straight = dump_document(document, original_text=bent)

    assert "via: [[7, 8]]} # the way of the data" in bent
    assert "name: churn  # weekly" in bent
    assert "- prepare.train -> train.train" in straight
    assert "# the way of the data" in straight


def test_a_card_that_is_moved_for_the_first_time_can_be_saved_beside_comments() -> None:
    document = edits.move_nodes(parse_document(TEXT, path="churn.yaml"), {"train": Point(8, 16)})

    assert "layout:\n  train: [8, 16]\n" in dump_document(document, original_text=TEXT)


@pytest.mark.parametrize(
    ("via", "sentence"),
    [
        ("here", "'edges.1.via' must be a list, not text."),
        ("{x: 1}", "'edges.1.via' must be a list, not a mapping."),
        ("[1, 2]", "'edges.1.via.0' must be two numbers such as [120, 80]."),
        ("[[1, 2], [3, left]]", "'edges.1.via.1' must be two numbers such as [120, 80]."),
    ],
)
def test_points_that_are_none_are_refused_with_their_place(via: str, sentence: str) -> None:
    with pytest.raises(FileRefused, match="via") as refused:
        parse_document(TEXT + f"- {{from: train, to: prepare, via: {via}}}\n", path="churn.yaml")

    assert sentence in str(refused.value)
    assert refused.value.line == 7


_POINTS = st.builds(Point, st.integers(-500, 500).map(float), st.integers(-500, 500).map(float))


@given(st.lists(_POINTS, max_size=4).map(tuple))
def test_any_points_are_the_same_after_saving_with_comments_and_without(via: tuple[Point, ...]) -> None:
    start = parse_document(TEXT, path="churn.yaml")
    document = bends.lead(start, WIRE, via)

    for text in (dump_document(document), dump_document(document, original_text=TEXT)):
        assert parse_document(text, path="churn.yaml") == document
