import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.catalog.kinds.state import KIND
from designer.catalog.steps import NativeState
from tests.unit.catalog.kinds.placing import place

CHOICE: dict[str, object] = {
    "Type": "Choice",
    "Choices": [
        {"Variable": "$.x", "NumericEquals": 1, "Next": "One"},
        {"Not": {"Variable": "$.x", "IsNull": True}, "Next": "Two"},
    ],
    "Default": "Other",
}
TASK: dict[str, object] = {
    "Type": "Task",
    "Resource": "arn:aws:states:::sns:publish",
    "Parameters": {"Message": "${x.y}"},
    "Next": "Then",
    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Oops", "ResultPath": "$.error"}],
}


def native(definition: dict[str, object]) -> NativeState:
    (step,) = place(KIND, {"definition": definition}).steps
    assert isinstance(step, NativeState)
    return step


@pytest.mark.parametrize(
    ("definition", "branches"),
    [
        (TASK, ("next", "catch_1")),
        (CHOICE, ("choice_1", "choice_2", "default")),
        ({"Type": "Pass", "End": True}, ()),
        ({"Type": "Succeed"}, ()),
        ({"Type": "Fail", "Error": "E"}, ()),
        ({"Type": "Wait", "Seconds": 1}, ("next",)),
    ],
)
def test_there_is_a_branch_for_each_way_out(definition: dict[str, object], branches: tuple[str, ...]) -> None:
    assert KIND.branches({"definition": definition}) == branches
    assert native(definition).branches == branches


def test_the_targets_are_taken_out_of_the_body_and_their_places_kept() -> None:
    step = native(TASK)

    assert "Next" not in step.body
    assert step.body["Catch"] == [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error"}]
    assert step.targets == (("Next",), ("Catch", 0, "Next"))


@pytest.mark.parametrize("definition", [TASK, CHOICE])
def test_putting_the_targets_back_gives_the_state_as_it_was(definition: dict[str, object]) -> None:
    step = native(definition)
    body = json.loads(json.dumps(step.body))

    for target in step.targets:
        here: object = body
        there: object = definition
        for part in target[:-1]:
            here, there = here[part], there[part]  # type: ignore[index]
        here[target[-1]] = there[target[-1]]  # type: ignore[index]

    assert body == definition


def test_text_that_looks_like_a_reference_is_left_alone() -> None:
    assert native(TASK).body["Parameters"] == {"Message": "${x.y}"}


def test_an_end_stays_an_end() -> None:
    assert native({"Type": "Pass", "End": True}).body == {"Type": "Pass", "End": True}


def test_the_settings_are_not_touched() -> None:
    before = json.dumps(TASK)

    native(TASK)

    assert json.dumps(TASK) == before


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)))
def test_broken_definitions_have_branches_without_failing(junk: object) -> None:
    assert KIND.branches({"definition": junk}) == ()
    assert isinstance(KIND.branches({"definition": {"Type": junk, "Choices": junk, "Catch": junk}}), tuple)
