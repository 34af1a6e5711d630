from dataclasses import replace

from designer.catalog.palette import KINDS
from designer.checking.rule import Subject
from designer.checking.rules.nodes_stand_well import RULE
from designer.document.model import Document, Node
from designer.graph.model import build_graph
from designer.workflow.lowering import attempt


def subject(*nodes: Node) -> Subject:
    graph = build_graph(
        Document(name="test", nodes={node.id: node for node in nodes}), {kind.id: kind for kind in KINDS}
    )
    return Subject(graph=graph, attempt=attempt(graph, {}))


EACH = Node(id="each", kind="map", settings={"items": ["a"]})
PAUSE = Node(id="pause", kind="wait", inside="each")


def test_a_node_in_a_map_stands_well() -> None:
    assert list(RULE.spots(subject(EACH, PAUSE))) == []


def test_a_node_in_what_holds_nothing_is_told_and_moved_out() -> None:
    checked = subject(PAUSE, Node(id="each", kind="wait"))

    (spot,) = RULE.spots(checked)

    assert spot.node == "pause"
    assert "holds no nested graph" in spot.message
    assert spot.fix is not None
    assert spot.fix.edit(checked.graph.document).nodes["pause"].inside == ""


def test_a_node_in_what_is_not_there_is_told() -> None:
    (spot,) = RULE.spots(subject(PAUSE))

    assert "there is no node 'each'" in spot.message


def test_a_trigger_stands_in_no_map() -> None:
    (spot,) = RULE.spots(subject(EACH, Node(id="daily", kind="schedule_trigger", inside="each")))

    assert "starts the pipeline" in spot.message


def test_maps_that_stand_in_each_other_are_told() -> None:
    spots = list(RULE.spots(subject(replace(EACH, inside="other"), replace(EACH, id="other", inside="each"))))

    assert [spot.node for spot in spots] == ["each", "other"]
