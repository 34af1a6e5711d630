import pytest

from designer.checking.rules.edges_join_ports import RULE
from tests.unit.checking.subjects import document, fixed_by, spots


@pytest.mark.parametrize(
    ("edge", "said"),
    [
        ("first.out -> nobody.in", "there is no node 'nobody'"),
        ("first.wrong -> second.in", "'first' has no output 'wrong' (it has out)"),
        ("first.out -> second.wrong", "'second' has no input 'wrong' (it has in)"),
        ("decide -> second", "'decide' needs a branch: write decide.then or decide.else"),
        ("decide.maybe -> second", "'decide' needs a branch"),
        ("first.then -> second", "'first' has no branch 'then'"),
    ],
)
def test_an_edge_that_joins_nothing_is_found_with_its_reason_and_can_be_taken_away(edge: str, said: str) -> None:
    before = document({"first": "job", "second": "job", "decide": "check"}, edge)

    found = spots(RULE, before)

    assert said in found[0].message
    assert found[0].node in before.nodes
    assert fixed_by(RULE, before).edges == ()


def test_edges_between_ports_that_there_are_stay_silent() -> None:
    edges = ("first.out -> second.in", "decide.then -> second", "first -> decide")

    assert spots(RULE, document({"first": "job", "second": "job", "decide": "check"}, *edges)) == []


def test_an_edge_to_a_node_of_an_unknown_kind_is_left_to_the_rule_for_kinds() -> None:
    assert spots(RULE, document({"first": "job", "second": "teleport"}, "first.out -> second.in")) == []
