from dataclasses import replace

from designer.document.bends import lead
from designer.document.edits import connect, move_nodes, put_frame, put_inside, put_parameter, remove_nodes, set_setting
from designer.document.model import Document, Frame, Node, Parameter, Point
from designer.graph.difference import differences
from tests.unit.graph.builders import edge

BEFORE = Document(
    name="churn",
    settings={"region": "us-east-1"},
    nodes={one: Node(id=one, kind="job", settings={"table": {"x": 1}, "list": [1]}) for one in ("a", "b")},
    edges=(edge("a.out -> b.in"),),
)


def told(after: Document) -> list[str]:
    return [f"{one.place}: {one.change}" for one in differences(BEFORE, after)]


def test_a_document_differs_in_nothing_from_itself_or_from_one_moved_on_the_canvas() -> None:
    assert told(BEFORE) == []
    assert told(move_nodes(BEFORE, {"a": Point(5, 5)})) == []
    assert told(lead(BEFORE, BEFORE.edges[0], (Point(5, 5),))) == []


def test_a_changed_setting_is_told_by_its_dotted_place_with_both_values() -> None:
    after = set_setting(BEFORE, "a", ("table", "x"), 2)

    (found,) = differences(BEFORE, after)
    assert (found.place, found.text) == ("nodes.a.settings.table.x", "nodes.a.settings.table.x: 1 became 2.")


def test_added_and_removed_things_are_told_by_name() -> None:
    assert told(put_parameter(BEFORE, Parameter(name="Rounds"))) == ["parameters.Rounds: added"]
    assert told(connect(BEFORE, edge("b -> a"))) == ["edges.b -> a: added"]
    assert told(remove_nodes(BEFORE, ("b",))) == ["nodes.b: removed", "edges.a.out -> b.in: removed"]
    assert told(set_setting(BEFORE, "a", ("new",), 1)) == ["nodes.a.settings.new: added"]


def test_a_frame_counts_because_it_becomes_a_stage() -> None:
    assert told(put_frame(BEFORE, Frame(id="f", title="Train", nodes=("a",)))) == ["frames.f: added"]


def test_a_node_moved_into_a_map_is_told() -> None:
    assert told(put_inside(BEFORE, ("b",), "a")) == ["nodes.b.inside: changed"]


def test_the_name_and_the_region_are_told() -> None:
    assert told(replace(BEFORE, name="other", settings={"region": "eu-west-1"})) == [
        "name: changed",
        "settings.region: changed",
    ]


def test_a_long_value_is_cut_to_a_line() -> None:
    (found,) = differences(BEFORE, set_setting(BEFORE, "a", ("table", "x"), "y" * 500))

    assert len(found.text) < 120
