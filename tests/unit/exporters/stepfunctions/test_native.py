"""States kept as they were written come out as they went in."""

import json

import pytest

from designer.catalog.palette import KINDS
from designer.document.edits import rename_node
from designer.errors import TargetRefused
from designer.graph.model import build_graph
from designer.importing.asl import import_state_machine
from designer.workflow.lowering import lower
from designer.workflow.model import Dependency, Workflow
from exporters.stepfunctions.definition import definition
from exporters.stepfunctions.support import support
from tests.unit.exporters.stepfunctions.build import invoking

_KINDS = {kind.id: kind for kind in KINDS}
MACHINE: dict[str, object] = {
    "Comment": "Wait for a job.",
    "StartAt": "Ask",
    "TimeoutSeconds": 600,
    "States": {
        "Ask": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "ask.me", "Payload.$": "$"},
            "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "a.b -> c"}],
            "Next": "Ready?",
        },
        "Ready?": {
            "Type": "Choice",
            "Choices": [
                {"Variable": "$.ready", "BooleanEquals": True, "Next": "Done"},
                {"And": [{"Variable": "$.x", "IsNull": True}, {"Variable": "$.y", "IsNull": True}], "Next": "Ask"},
            ],
            "Default": "Rest",
        },
        "Rest": {"Type": "Wait", "Seconds": 5, "Next": "Ask"},
        "Done": {"Type": "Succeed"},
        "a.b -> c": {"Type": "Fail", "Error": "No"},
    },
}


def imported(machine: object) -> Workflow:
    document = import_state_machine(json.dumps(machine), path="waiting.asl.json")
    return lower(build_graph(document, _KINDS), {})


def test_a_machine_with_loops_and_odd_names_comes_back_equal() -> None:
    assert definition(imported(MACHINE)) == MACHINE


def test_every_state_is_native() -> None:
    assert {report.level.value for report in support(imported(MACHINE))} == {"native"}


def test_a_renamed_state_is_renamed_wherever_it_is_gone_on_to() -> None:
    document = import_state_machine(json.dumps(MACHINE), path="waiting.asl.json")

    machine = definition(lower(build_graph(rename_node(document, "Rest", "Sleep"), _KINDS), {}))

    expected = json.loads(json.dumps(MACHINE).replace('"Rest"', '"Sleep"'))
    assert machine == expected


def test_a_renamed_start_is_still_the_start_where_nothing_comes_before_it() -> None:
    machine = {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}
    document = import_state_machine(json.dumps(machine), path="two.asl.json")

    renamed = definition(lower(build_graph(rename_node(document, "A", "First"), _KINDS), {}))

    assert renamed["StartAt"] == "First"


def test_states_beside_other_nodes_are_refused_with_the_nodes_in_the_way() -> None:
    native = imported({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})
    mixed = Workflow(
        name="mixed",
        description="",
        region="us-east-1",
        parameters=(),
        steps=(*native.steps, invoking("score")),
        after={**native.after, "score": ()},
        document=native.document,
    )

    with pytest.raises(TargetRefused) as refusal:
        definition(mixed)

    assert [reason.partition(":")[0] for reason in refusal.value.reasons] == ["score"]


def test_a_choice_without_a_state_to_go_on_to_is_refused() -> None:
    native = imported(MACHINE)
    after = {step: tuple(one for one in found if one.branch != "choice_1") for step, found in native.after.items()}
    lacking = Workflow(
        name=native.name,
        description="",
        region="us-east-1",
        parameters=(),
        steps=native.steps,
        after={step: tuple(found) for step, found in after.items()},
        document=native.document,
    )

    with pytest.raises(TargetRefused, match="leads nowhere by choice_1"):
        definition(lacking)


def test_a_state_cannot_go_on_to_two_states() -> None:
    native = imported(
        {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": True}}}
    )
    doubled = Workflow(
        name=native.name,
        description="",
        region="us-east-1",
        parameters=(),
        steps=native.steps,
        after={**native.after, "A": (Dependency(step="A", branch="next"),)},
        document=native.document,
    )

    with pytest.raises(TargetRefused, match="two states"):
        definition(doubled)
