from designer.document.model import Document, Edge, Node, Point
from designer.graph.neighbours import connected, downstream, first_of, neighbour, upstream

PLACES = {"a": Point(0, 0), "b": Point(300, 20), "c": Point(300, 400), "d": Point(0, 160)}


def _chain() -> Document:
    nodes = {name: Node(id=name, kind="lambda") for name in "abcd"}
    nodes["c"] = Node(id="c", kind="lambda", settings={"payload": {"x": "${b.out}"}})
    return Document(name="x", nodes=nodes, edges=(Edge(source="a", target="b"),))


def test_the_nearest_node_in_a_direction_is_found() -> None:
    assert neighbour(PLACES, "a", 1, 0) == "b"
    assert neighbour(PLACES, "a", 0, 1) == "d"
    assert neighbour(PLACES, "b", -1, 0) == "a"
    assert neighbour(PLACES, "b", 0, 1) == "c"


def test_where_nothing_lies_nothing_is_found() -> None:
    assert neighbour(PLACES, "a", -1, 0) is None
    assert neighbour(PLACES, "a", 0, -1) is None


def test_reading_begins_at_the_upper_left() -> None:
    assert first_of(PLACES) == "a"
    assert first_of({}) is None


def test_edges_and_references_lead_up_and_down() -> None:
    document = _chain()

    assert upstream(document, ["c"]) == {"a", "b", "c"}
    assert downstream(document, ["a"]) == {"a", "b", "c"}
    assert upstream(document, ["a"]) == {"a"}


def test_what_hangs_together_is_found_whichever_way() -> None:
    assert connected(_chain(), ["b"]) == {"a", "b", "c"}
    assert connected(_chain(), ["d"]) == {"d"}
