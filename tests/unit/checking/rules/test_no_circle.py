from designer.checking.rules.no_circle import RULE
from tests.unit.checking.subjects import document, spots


def test_a_circle_is_found_once_with_the_way_around_it() -> None:
    found = spots(RULE, document({"a": "job", "b": "job", "c": "job"}, "a -> b", "b -> c", "c -> a"))

    assert [spot.node for spot in found] == ["a"]
    assert "Take one edge away" in found[0].message
    for edge in ("a -> b", "b -> c", "c -> a"):
        assert edge in found[0].message


def test_the_way_around_follows_the_edges_whatever_the_order_of_the_nodes() -> None:
    found = spots(RULE, document({"a": "job", "b": "job", "c": "job"}, "a -> c", "c -> b", "b -> a"))

    assert "a -> c -> b -> a" in found[0].message


def test_a_circle_through_a_reference_is_found() -> None:
    settings = {"a": {"text": "${b.out}"}}

    assert len(spots(RULE, document({"a": "job", "b": "job"}, "a -> b", settings=settings))) == 1


def test_two_ways_to_one_node_are_no_circle() -> None:
    edges = ("a -> b", "a -> c", "b -> d", "c -> d")

    assert spots(RULE, document({"a": "job", "b": "job", "c": "job", "d": "job"}, *edges)) == []


def test_states_may_loop() -> None:
    assert spots(RULE, document({"a": "state", "b": "state"}, "a.next -> b", "b.next -> a")) == []


def test_a_branch_of_a_condition_may_lead_back() -> None:
    edges = ("start -> look", "look -> ready", "ready.else -> look", "ready.then -> go")
    nodes = {"start": "job", "look": "job", "ready": "check", "go": "job"}

    assert spots(RULE, document(nodes, *edges)) == []
