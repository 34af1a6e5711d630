from dataclasses import replace

from designer.checking.rules.target_supports_nodes import RULE
from designer.workflow.support import Level, Support
from tests.unit.checking.subjects import document, spots, target


def test_what_the_chosen_target_cannot_do_is_found_with_its_reason() -> None:
    found = spots(RULE, document({"a": "job", "b": "job"}), target("engine", "b"))

    assert [(spot.node, spot.target) for spot in found] == [("b", "engine")]
    assert found[0].message == "Engine cannot do this: It has no such step."


def test_a_reason_that_names_the_target_stands_alone() -> None:
    engine = replace(
        target("engine"),
        support=lambda _: (Support(node="a", level=Level.IMPOSSIBLE, reason="Engine has no such step."),),
    )

    assert [spot.message for spot in spots(RULE, document({"a": "job"}), engine)] == ["Engine has no such step."]


def test_without_a_chosen_target_nothing_is_said() -> None:
    assert spots(RULE, document({"a": "job"})) == []


def test_what_the_target_takes_stays_silent() -> None:
    assert spots(RULE, document({"a": "job"}), target("engine")) == []
