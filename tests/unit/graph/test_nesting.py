from designer.catalog.palette import KINDS as ALL
from designer.document.model import Document, Edge, Node
from designer.graph.model import Graph, build_graph
from designer.graph.semantics import run
from tests.unit.graph.builders import KINDS, edge

BY_ID = {**{kind.id: kind for kind in ALL}, **KINDS}
INSIDE = {"first": "each", "second": "each"}


def nested(*edges: str | Edge, inside: dict[str, str] | None = None) -> Graph:
    """Return a graph of jobs before, inside and after the map `each`."""
    holders = INSIDE if inside is None else inside
    names = ["before", "each", "first", "second", "after", "rescue"]
    nodes = {
        name: Node(
            id=name,
            kind="map" if name == "each" else "notify" if name == "first" else "job",
            settings={"items": ["a"]} if name == "each" else {},
            inside=holders.get(name, ""),
        )
        for name in names
    }
    understood = tuple(edge(one) if isinstance(one, str) else one for one in edges)
    return build_graph(Document(name="test", nodes=nodes, edges=understood), BY_ID)


def test_what_stands_inside_runs_after_what_the_map_waits_for_and_before_what_follows_it() -> None:
    outcome = run(nested("before -> each", "each -> after", "first -> second"))

    groups = {node: place for place, group in enumerate(outcome.groups) for node in group}
    assert groups["before"] < groups["each"] < groups["first"] < groups["second"] < groups["after"]


def test_data_may_be_read_from_outside_and_the_map_then_waits_for_it() -> None:
    graph = nested("before.out -> second.in")

    assert graph.loose_edges == ()
    assert [group for group in run(graph).groups if "each" in group] == [("each",)]


def test_flow_does_not_cross_the_border() -> None:
    (loose,) = nested("first -> after").loose_edges

    assert "crosses the border" in loose.reason


def test_what_stands_inside_is_hidden_from_the_outside() -> None:
    (loose,) = nested("second.out -> after.in").loose_edges

    assert loose.reason == "'second' stands inside 'each', and only the outputs of that lead out"


def test_a_skipped_map_skips_what_stands_inside() -> None:
    graph = build_graph(
        Document(
            name="test",
            nodes={
                "check": Node(id="check", kind="check"),
                "each": Node(id="each", kind="map"),
                "first": Node(id="first", kind="job", inside="each"),
            },
            edges=(edge("check.then -> each"),),
        ),
        BY_ID,
    )

    assert run(graph, {"check": "else"}).skipped == ("each", "first")


def test_a_map_in_which_something_is_taken_of_a_skipped_node_is_skipped_with_all_that_stands_in_it() -> None:
    nodes = {
        "check": Node(id="check", kind="check"),
        "before": Node(id="before", kind="job"),
        "each": Node(id="each", kind="map"),
        "first": Node(id="first", kind="job", inside="each"),
        "second": Node(id="second", kind="job", inside="each"),
    }
    edges = (edge("check.then -> before"), edge("before.out -> second.in"))
    graph = build_graph(Document(name="test", nodes=nodes, edges=edges), BY_ID)

    assert run(graph, {"check": "else"}).skipped == ("before", "each", "first", "second")
    assert run(graph, {"check": "then"}).skipped == ()
    assert set(run(graph, {"check": "then"}, fail={"before"}).unreached) == {"each", "first", "second"}


def test_a_failure_inside_fails_the_map_and_may_be_caught_there() -> None:
    failing = run(nested("each -> after"), fail={"second"})
    caught = run(nested("each -> after", "each.error -> rescue"), fail={"second"})

    assert set(failing.failed) == {"second", "each"}
    assert failing.unreached == ("after",)
    assert caught.caught == ("each",)
    assert "rescue" in caught.ran
    assert "after" in caught.skipped


def test_a_failure_caught_inside_leaves_the_map_well() -> None:
    outcome = run(nested("first.error -> second", "each -> after"), fail={"first"})

    assert outcome.caught == ("first",)
    assert {"second", "each", "after"} <= set(outcome.ran)


def test_an_error_way_of_what_calls_nothing_is_loose() -> None:
    (loose,) = nested("before.error -> after").loose_edges

    assert "calls nothing that could fail" in loose.reason


def test_the_nodes_of_a_bypassed_map_are_left_out_with_it() -> None:
    graph = nested("before -> each", "each -> after")
    nodes = dict(graph.document.nodes)
    nodes["each"] = Node(id="each", kind="map", bypassed=True)
    bypassed = build_graph(Document(name="test", nodes=nodes, edges=graph.document.edges), BY_ID)

    assert set(bypassed.nodes) == {"before", "after", "rescue"}
    assert [(link.source, link.target) for link in bypassed.links] == [("before", "after")]
