"""How well each node is taken, and why not."""

import pytest

from designer.catalog.branches import ELSE, THEN
from designer.catalog.needs import GitTrigger, ObjectTrigger, ScheduleTrigger
from designer.catalog.steps import NativeState, Step
from designer.catalog.values import ExecutionValue, FileValue, ParameterValue, StepOutput
from designer.document.model import Parameter
from designer.workflow.model import Dependency, Workflow
from designer.workflow.support import Level, Support
from exporters.codepipeline.support import support
from tests.unit.exporters.codepipeline.build import (
    approval,
    call,
    choice,
    data,
    flow,
    own_build,
    training,
    workflow,
)
from tests.unit.exporters.drawing import drawn


def taken(flow_: Workflow) -> dict[str, Support]:
    return {one.node: one for one in support(flow_)}


def why_not(flow_: Workflow, node: str) -> str:
    found = taken(flow_)[node]
    assert found.level is Level.IMPOSSIBLE
    return found.reason


def test_approvals_and_builds_are_native_and_calls_are_builds() -> None:
    found = taken(workflow(approval(), own_build(), training()))

    assert [one.level for one in found.values()] == [Level.NATIVE, Level.NATIVE, Level.LOWERED]
    assert found["train"].reason == "A build calls CreateTrainingJob and waits until it has ended."


def test_an_approval_on_a_branch_says_that_its_stage_is_skipped() -> None:
    found = taken(workflow(choice("if"), approval(), after={"approve": (flow("if", THEN),)}))

    assert found["approve"].level is Level.LOWERED
    assert "stage of its own" in found["approve"].reason


def test_loops_are_impossible_for_every_node() -> None:
    found = taken(workflow(call("a"), call("b"), has_cycles=True))

    assert {one.level for one in found.values()} == {Level.IMPOSSIBLE}


def test_a_state_of_step_functions_is_impossible() -> None:
    step: Step = NativeState(id="state", node="state", body={"Type": "Map"})

    assert "Step Functions" in why_not(workflow(step), "state")


def test_an_approval_on_a_branch_of_either_of_two_choices_is_impossible() -> None:
    after = {"approve": (flow("if", THEN), flow("if2", ELSE))}

    assert "one branch or another" in why_not(workflow(choice("if"), choice("if2"), approval(), after=after), "approve")


def test_an_approval_that_needs_six_branches_is_impossible() -> None:
    names = [f"if{number}" for number in range(6)]
    jobs = [f"job{number}" for number in range(6)]
    after: dict[str, tuple[Dependency, ...]] = {job: (flow(name, THEN),) for name, job in zip(names, jobs, strict=True)}
    after["approve"] = tuple(data(job) for job in jobs)
    steps: list[Step] = [*map(choice, names), *map(call, jobs), approval()]

    assert "more than 5 branches" in why_not(workflow(*steps, after=after), "approve")


def test_more_than_an_action_can_hand_over_is_impossible() -> None:
    many = {f"Value{number}": ParameterValue(f"AParameterWithALongName{number}") for number in range(20)}

    assert "1000 characters" in why_not(workflow(call("a", **many)), "a")


def test_ten_values_of_other_steps_can_be_handed_over() -> None:
    many = {f"V{number}": StepOutput("train", ("Outputs", f"Member{number}")) for number in range(10)}

    found = taken(workflow(training(), call("a", **many), after={"a": (data("train"),)}))

    assert found["a"].level is Level.LOWERED


@pytest.mark.parametrize(
    "value",
    [ExecutionValue("start"), FileValue(step="a", output="o", file="f.json", uri="s3://b/o", path=("x",))],
)
def test_a_build_of_the_users_own_cannot_take_what_code_pipeline_has_no_variable_for(value: object) -> None:
    assert "no variable" in why_not(workflow(own_build(X=value)), "package")


def test_a_parameter_that_is_empty_by_default_stands_in_the_way_of_who_reads_it() -> None:
    flow_ = workflow(call("a", X=ParameterValue("Note")), call("b"), parameters=(Parameter(name="Note", default=""),))

    assert "'Note'" in why_not(flow_, "a")
    assert taken(flow_)["b"].level is Level.LOWERED


def test_more_parameters_than_variables_are_impossible() -> None:
    parameters = tuple(Parameter(name=f"P{number}", default="x") for number in range(51))

    assert "51 parameters" in why_not(workflow(call("a"), parameters=parameters), "a")


def test_more_frames_than_stages_are_impossible() -> None:
    names = [f"s{number}" for number in range(50)]
    flow_ = workflow(*(call(name) for name in names), stages={f"Frame {name}": (name,) for name in names})

    assert "50 stages" in why_not(flow_, "s0")


def test_a_job_that_may_take_longer_than_a_build_is_impossible() -> None:
    step = training()
    slow = type(step)(
        id="slow",
        node="slow",
        service=step.service,
        operation=step.operation,
        request={},
        wait=step.wait,
        timeout_seconds=5 * 86_400,
    )

    assert "36 hours" in why_not(workflow(slow), "slow")


def test_triggers_by_object_and_schedule_are_rules_beside_the_pipeline() -> None:
    needs = (
        ObjectTrigger(logical_id="Arrival", node="arrival", bucket=""),
        ScheduleTrigger(logical_id="Nightly", node="nightly", expression="rate(1 day)"),
    )

    found = taken(workflow(call("a"), needs=needs))

    assert found["arrival"].level is found["nightly"].level is Level.LOWERED


def test_only_one_repository_can_start_a_pipeline() -> None:
    needs = tuple(
        GitTrigger(logical_id=name, node=name, provider="connection", repository=f"team/{name}")
        for name in ("a1", "b1")
    )

    found = taken(workflow(call("a"), needs=needs))

    assert found["a1"].level is Level.NATIVE
    assert found["b1"].level is Level.IMPOSSIBLE


def test_retry_rules_are_said_to_be_left_out() -> None:
    settings = {"function": "score", "retry_rules": [{"errors": ["States.Timeout"]}]}

    (found,) = support(drawn({"score": {"kind": "lambda", "settings": settings}}))

    assert "retry rules are left out" in found.reason


def test_a_map_and_what_stands_in_it_are_refused() -> None:
    inside = {"kind": "lambda", "inside": "rows", "settings": {"function": "score", "payload": {"x": "${rows.item}"}}}

    found = support(drawn({"rows": {"kind": "map", "settings": {"items": ["a"]}}, "score": inside}))

    assert {one.level.value for one in found} == {"impossible"}


def test_a_way_for_failures_is_refused() -> None:
    function = {"kind": "lambda", "settings": {"function": "score"}}

    reports = {one.node: one for one in support(drawn({"a": function, "b": function}, "a.error -> b"))}

    assert "a failure ends the pipeline" in reports["a"].reason
