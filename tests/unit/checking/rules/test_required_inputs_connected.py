from dataclasses import replace

from designer.checking.rules.required_inputs_connected import RULE
from tests.unit.checking.subjects import document, spots


def test_a_required_input_without_an_edge_is_found_at_the_port() -> None:
    found = spots(RULE, document({"make": "job", "use": "free"}, "make -> use"))

    assert [(spot.node, spot.port) for spot in found] == [("use", "one")]
    assert "Nothing is joined to 'One' yet; join an output that gives dataset" in found[0].message


def test_a_fed_input_and_an_input_that_may_stay_empty_are_silent() -> None:
    assert spots(RULE, document({"make": "job", "use": "free"}, "make.out -> use.one")) == []


def test_an_input_whose_edge_has_a_finding_of_its_own_is_not_told_twice() -> None:
    assert spots(RULE, document({"make": "job", "use": "free"}, "make.wrong -> use.one")) == []
    assert spots(RULE, document({"make": "teleport", "use": "free"}, "make.out -> use.one")) == []


def test_an_input_that_only_a_bypassed_node_feeds_is_found() -> None:
    before = document({"make": "job", "use": "free"}, "make.out -> use.one")
    bypassed = replace(before, nodes={**before.nodes, "make": replace(before.nodes["make"], bypassed=True)})

    assert [spot.port for spot in spots(RULE, bypassed)] == ["one"]
