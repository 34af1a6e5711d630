"""A state machine that is run to its end is an action of its own, unless a build does it better."""

from collections.abc import Mapping
from typing import cast

import pytest

from designer.workflow.model import Workflow
from exporters.codepipeline.definition import definition
from exporters.codepipeline.plan import plan_of
from exporters.codepipeline.resource import builds, engine_resource
from exporters.codepipeline.support import support
from tests.unit.exporters.codepipeline.test_delivery import errors
from tests.unit.exporters.drawing import drawn

_MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:nightly"
_CALLED = {"kind": "lambda", "settings": {"function": "ask", "answers": {"day": "value"}}}


def _running(**settings: object) -> Workflow:
    run = {"kind": "start_state_machine", "settings": {"state_machine": _MACHINE, **settings}}
    return drawn({"ask": _CALLED, "run": run}, "ask -> run", parameters={"Day": {"type": "String", "default": "1"}})


def _action(workflow: Workflow, name: str) -> Mapping[str, object]:
    stages = cast("list[Mapping[str, object]]", definition(plan_of(workflow))["stages"])
    actions = [one for stage in stages for one in cast("list[Mapping[str, object]]", stage["actions"])]
    return next(one for one in actions if one["name"] == name)


def _provider(workflow: Workflow) -> str:
    return cast("Mapping[str, str]", _action(workflow, "run")["actionTypeId"])["provider"]


def test_the_action_starts_the_machine_with_its_input() -> None:
    workflow = _running(input={"day": "${params.Day}"})

    assert _provider(workflow) == "StepFunctions"
    assert _action(workflow, "run")["configuration"] == {
        "StateMachineArn": _MACHINE,
        "InputType": "Literal",
        "Input": '{"day": "#{variables.Day}"}',
    }
    assert errors(definition(plan_of(workflow))) == ""
    assert [one.level.value for one in support(workflow) if one.node == "run"] == ["native"]
    assert [build.step for build in builds(plan_of(workflow))] == ["ask"]


def test_without_input_none_is_written() -> None:
    assert _action(_running(), "run")["configuration"] == {
        "StateMachineArn": _MACHINE,
        "InputType": "Literal",
        "Input": "{}",
    }


@pytest.mark.parametrize(
    "settings", [{"wait": False}, {"input": {"day": "${ask.day}"}}, {"input": {"day": "x" * 1000}}]
)
def test_what_the_action_does_not_take_is_done_by_a_build(settings: dict[str, object]) -> None:
    assert _provider(_running(**settings)) == "CodeBuild"


def test_an_answer_that_another_step_reads_is_fetched_by_a_build() -> None:
    run = {"kind": "start_state_machine", "settings": {"state_machine": _MACHINE}}
    tell = {"kind": "lambda", "settings": {"function": "tell", "payload": {"said": "${run.answer}"}}}

    assert _provider(drawn({"run": run, "tell": tell})) == "CodeBuild"


def test_the_pipeline_may_start_and_watch_the_machine() -> None:
    plan = plan_of(_running())
    resource = engine_resource(plan, definition(plan), builds(plan))

    (needed,) = [one for one in resource.statements if "states:StartExecution" in one.actions]
    assert {"states:DescribeExecution", "states:DescribeStateMachine"} <= set(needed.actions)
    assert "stateMachine:nightly" in str(needed.resources)
