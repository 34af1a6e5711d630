"""What SageMaker Pipelines cannot do is said, with what to do instead."""

from dataclasses import replace

import pytest

from designer.catalog.needs import GitTrigger, ObjectTrigger
from designer.catalog.steps import Approval, Call, NativeState, Pause, Step, Wait
from designer.catalog.values import FileValue, StepOutput
from designer.errors import TargetRefused
from designer.workflow.model import Dependency, Workflow
from designer.workflow.support import Level
from exporters.sagemaker.render import render
from exporters.sagemaker.support import support
from tests.unit.exporters.sagemaker.workflows import (
    call,
    choice,
    churn,
    data,
    flow,
    invocation,
    processing,
    training,
    workflow,
)

_WAIT = Wait(
    describe="GetJobRun", identifier="RunId", status=("JobRun", "JobRunState"), succeeded=("OK",), failed=("BAD",)
)


def level_of(one: Workflow, node: str) -> Level:
    return next(report.level for report in support(one) if report.node == node)


def reason_of(one: Workflow, node: str) -> str:
    return next(report.reason for report in support(one) if report.node == node)


def test_the_sample_is_native_throughout() -> None:
    reports = support(churn())

    assert {report.level for report in reports} == {Level.NATIVE}
    assert [report.node for report in reports] == [step.id for step in churn().steps]


@pytest.mark.parametrize(
    "step",
    [
        Pause(id="x", node="x", seconds=5),
        Approval(id="x", node="x", message="ok?"),
        NativeState(id="x", node="x", body={"Type": "Pass"}),
        replace(call("x", "StartJobRun", {}, service="glue"), wait=_WAIT, timeout_seconds=601),
        invocation("x", {"rows": [1, 2]}),
        invocation("x", "text"),
        training("two words"),
    ],
)
def test_what_has_no_step_is_impossible_and_refused_with_its_reason(step: Step) -> None:
    one = workflow(step)

    with pytest.raises(TargetRefused) as caught:
        render(one)

    assert level_of(one, step.node) is Level.IMPOSSIBLE
    assert caught.value.reasons == (f"{step.node}: {reason_of(one, step.node)}",)
    assert reason_of(one, step.node).endswith(".")


def merge(*after: Dependency) -> Workflow:
    return workflow(
        training("first"),
        choice("check"),
        training("yes"),
        training("no"),
        training("merge"),
        after={
            "check": (flow("first"),),
            "yes": (flow("check", "then"),),
            "no": (flow("check", "else"),),
            "merge": after,
        },
    )


@pytest.mark.parametrize(
    "after",
    [
        (flow("yes"), flow("no")),
        (flow("yes"), flow("first")),
        (flow("yes"), flow("check", "else")),
        (data("yes"), data("no")),
        (data("yes"), flow("no")),
    ],
)
def test_a_step_after_steps_of_different_branches_is_impossible(after: tuple[Dependency, ...]) -> None:
    assert level_of(merge(*after), "merge") is Level.IMPOSSIBLE
    assert "branch" in reason_of(merge(*after), "merge")


@pytest.mark.parametrize(
    "after",
    [
        (flow("yes"),),
        (data("yes"), flow("first")),
        (flow("check", "then"), flow("yes")),
        (flow("check", "then"), flow("check", "else")),
        (flow("check"), flow("first")),
    ],
)
def test_a_step_that_belongs_to_one_place_is_native(after: tuple[Dependency, ...]) -> None:
    assert level_of(merge(*after), "merge") is Level.NATIVE


def test_a_condition_inside_a_branch_of_another_is_impossible() -> None:
    nested = workflow(choice("outer"), choice("inner"), after={"inner": (flow("outer", "then"),)})

    assert level_of(nested, "outer") is Level.NATIVE
    assert level_of(nested, "inner") is Level.IMPOSSIBLE
    assert "“outer”" in reason_of(nested, "inner")


def test_every_step_of_a_circle_is_impossible_and_no_other() -> None:
    circle = workflow(
        training("a"),
        training("b"),
        training("after"),
        after={"a": (flow("b"),), "b": (flow("a"),), "after": (flow("b"),)},
        has_cycles=True,
    )

    assert [report.level for report in support(circle)] == [Level.IMPOSSIBLE, Level.IMPOSSIBLE, Level.NATIVE]


def test_a_metric_in_a_file_that_no_processing_step_writes_is_impossible() -> None:
    value = FileValue(step="train", output="report", file="m.json", uri="s3://b/x", path=("auc",))
    reads = call("next", "CreateTrainingJob", {"Environment": {"X": value}})

    assert level_of(workflow(training("train"), reads, after={"next": (data("train"),)}), "next") is Level.IMPOSSIBLE


def test_a_value_deep_in_what_a_function_returns_is_impossible() -> None:
    reads = call("next", "CreateTrainingJob", {"Environment": {"X": StepOutput("score", ("Payload", "a", "b"))}})

    assert (
        level_of(workflow(invocation("score", {}), reads, after={"next": (data("score"),)}), "next") is Level.IMPOSSIBLE
    )


def test_a_name_that_is_left_out_is_said() -> None:
    named = call("job", "CreateTrainingJob", {"TrainingJobName": "mine"})

    assert level_of(workflow(named), "job") is Level.LOWERED
    assert "TrainingJobName" in reason_of(workflow(named), "job")


def test_a_node_of_several_steps_is_taken_as_well_as_its_hardest_one() -> None:
    first = Call(id="deploy-model", node="deploy", service="sagemaker", operation="CreateModel", request={})
    last = Pause(id="deploy", node="deploy", seconds=1)

    (report,) = support(workflow(first, last))

    assert report.level is Level.IMPOSSIBLE


def test_a_bucket_starts_the_pipeline_through_the_template_and_a_push_cannot() -> None:
    bucket = ObjectTrigger(logical_id="New", node="new-data", bucket="b")
    push = GitTrigger(logical_id="Push", node="push", provider="connection", repository="a/b")
    one = workflow(processing("prepare"), needs=(bucket, push))

    assert level_of(one, "new-data") is Level.LOWERED
    assert level_of(one, "push") is Level.IMPOSSIBLE


def test_a_pipeline_without_steps_is_refused() -> None:
    with pytest.raises(TargetRefused, match="no step"):
        render(workflow())
