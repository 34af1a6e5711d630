from designer.checking.rules.inputs_fed_once import RULE
from tests.unit.checking.subjects import document, spots


def test_two_edges_on_an_input_for_one_are_found_at_the_port() -> None:
    found = spots(RULE, document({"a": "job", "b": "job", "use": "free"}, "a.out -> use.one", "b.out -> use.one"))

    assert [(spot.node, spot.port) for spot in found] == [("use", "one")]
    assert "2 end there" in found[0].message


def test_two_edges_on_an_input_for_many_stay_silent() -> None:
    assert spots(RULE, document({"a": "job", "b": "job", "use": "job"}, "a.out -> use.in", "b.out -> use.in")) == []


def test_a_reference_beside_an_edge_is_no_second_edge() -> None:
    settings = {"use": {"text": "${b.out}"}}

    assert spots(RULE, document({"a": "job", "b": "job", "use": "free"}, "a.out -> use.one", settings=settings)) == []
