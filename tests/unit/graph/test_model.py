from dataclasses import replace

from designer.document.model import Document, Node
from designer.graph.model import Graph, build_graph
from tests.unit.checking.subjects import KINDS, document
from tests.unit.graph.builders import edge


def links(graph: Graph) -> list[str]:
    return [
        f"{link.source}.{link.source_port} -> {link.target}.{link.target_port}{' (implied)' if link.implied else ''}"
        for link in graph.links
    ]


def bypassing(of: Document, *ids: str) -> Graph:
    nodes = {one.id: replace(one, bypassed=one.id in ids) for one in of.nodes.values()}
    return build_graph(replace(of, nodes=nodes), KINDS)


def test_a_reference_is_a_link_of_data_unless_an_edge_says_the_same() -> None:
    settings = {"b": {"text": "${a.out} ${a.out}"}}
    nodes = {"a": "job", "b": "job"}

    implied = build_graph(document(nodes, settings=settings), KINDS)
    drawn = build_graph(document(nodes, "a.out -> b.in", settings=settings), KINDS)

    assert links(implied) == ["a.out -> b. (implied)"]
    assert links(drawn) == ["a.out -> b.in"]


def test_code_and_imported_states_imply_no_links() -> None:
    settings = {"b": {"code": "${a.out}"}, "c": {"text": "${a.out}"}}

    graph = build_graph(document({"a": "job", "b": "free", "c": "state"}, settings=settings), KINDS)

    assert graph.links == ()


def test_flow_is_led_past_a_chain_of_bypassed_nodes_with_its_branch() -> None:
    before = document({"decide": "check", "b": "job", "c": "job", "d": "job"}, "decide.then -> b", "b -> c", "c -> d")

    assert links(bypassing(before, "b", "c")) == ["decide.then -> d."]


def test_data_through_a_bypassed_node_becomes_flow() -> None:
    before = document({"a": "job", "b": "job", "c": "job"}, "a.out -> b.in", "b.out -> c.in")

    assert links(bypassing(before, "b")) == ["a. -> c."]


def test_what_is_not_understood_is_listed_and_nothing_fails() -> None:
    nodes = {"a": Node(id="a", kind="job"), "b": Node(id="b", kind="teleport")}
    edges = (edge("a.out -> b.in"), edge("a.out -> nobody.in"), edge("a.out -> a.wrong"))

    graph = build_graph(Document(name="test", nodes=nodes, edges=edges), KINDS)

    assert graph.unknown_kinds == ("b",)
    assert [str(loose.edge) for loose in graph.loose_edges] == ["a.out -> nobody.in", "a.out -> a.wrong"]
    assert set(graph.incoming) == set(graph.outgoing) == {"a"}
