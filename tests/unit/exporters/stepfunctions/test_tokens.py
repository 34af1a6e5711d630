"""A node that asks another system waits for its token."""

from typing import cast

import pytest

from designer.workflow.model import Workflow
from exporters.codepipeline.target import TARGET as CODEPIPELINE
from exporters.sagemaker.target import TARGET as SAGEMAKER
from exporters.stepfunctions.definition import definition
from exporters.stepfunctions.target import TARGET as STEP_FUNCTIONS
from tests.unit.exporters.answering import ASKING, waiting
from tests.unit.exporters.drawing import drawn

QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/work"


def _asked() -> Workflow:
    settings = {"queue_url": QUEUE, "message": {"what": "check"}, "answers": {"good": "flag"}, "timeout_seconds": 600}
    told = {"queue_url": QUEUE, "message": {"good": "${ask.good}"}}
    return drawn({"ask": {"kind": "callback", "settings": settings}, "told": {"kind": "sqs_send", "settings": told}})


def _states(workflow: Workflow) -> dict[str, dict[str, object]]:
    return cast("dict[str, dict[str, object]]", definition(workflow)["States"])


def _every_state(machine: object) -> dict[str, dict[str, object]]:
    """Return the states of a machine by name, those of branches too."""
    states = cast("dict[str, dict[str, object]]", cast("dict[str, object]", machine)["States"])
    inner = [
        _every_state(branch) for state in states.values() for branch in cast("list[object]", state.get("Branches", []))
    ]
    return states | {name: state for one in inner for name, state in one.items()}


def test_the_message_holds_the_token_and_the_state_waits_for_it() -> None:
    state = _states(_asked())["ask"]

    assert state["Resource"] == "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
    assert state["TimeoutSeconds"] == 600
    assert "$states.context.Task.Token" in str(state["Arguments"])


def test_what_comes_back_with_the_token_is_the_answer() -> None:
    assert _states(_asked())["ask"]["Assign"] == {"ask": {"good": "{% $states.result.good %}"}}


@pytest.mark.parametrize("kind", ASKING)
def test_a_node_that_asks_for_an_answer_hands_out_a_token_and_waits(kind: str) -> None:
    state = _every_state(definition(waiting()))[kind]

    assert str(state["Resource"]).endswith(".waitForTaskToken")
    assert "$states.context.Task.Token" in str(state["Arguments"])
    assert (state["TimeoutSeconds"], state["HeartbeatSeconds"]) == (3600, 600)
    assert "$states.result.good" in str(state["Assign"])


@pytest.mark.parametrize("kind", ASKING)
def test_other_engines_say_that_they_cannot_wait_so(kind: str) -> None:
    for target, sentence in ((SAGEMAKER, "Use a Callback node"), (CODEPIPELINE, "CodePipeline has none")):
        reasons = [
            one.reason for one in target.support(waiting()) if one.node == kind and one.level.value == "impossible"
        ]
        assert any(sentence in reason for reason in reasons)


def test_codepipeline_says_that_it_has_no_tokens() -> None:
    (report,) = [one for one in CODEPIPELINE.support(_asked()) if one.node == "ask"]

    assert (report.level.value, report.reason) == (
        "impossible",
        "It waits until somebody sends a token back, and CodePipeline has none. Export to Step Functions.",
    )


def test_a_check_against_a_baseline_is_a_job_without_the_comparison() -> None:
    check = {"kind": "quality_check", "settings": {"skip_check": True}}
    data = {"kind": "s3_data", "settings": {"uri": "s3://data/in/"}}
    workflow = drawn({"data": data, "check": check}, "data.dataset -> check.data")

    for target in (STEP_FUNCTIONS, CODEPIPELINE):
        (report,) = [one for one in target.support(workflow) if one.node == "check"]
        assert report.level.value == "lowered"
        assert "nothing fails when the data drifts" in report.reason


def test_a_check_that_asks_a_model_is_of_sagemaker_pipelines_alone() -> None:
    settings = {"check": "model_bias", "skip_check": True, "label": "y", "facet": "age"}
    workflow = drawn(
        {
            "data": {"kind": "s3_data", "settings": {"uri": "s3://data/in/"}},
            "train": {"kind": "training"},
            "model": {"kind": "create_model", "settings": {"image": "1.dkr.ecr.us-east-1.amazonaws.com/x:1"}},
            "check": {"kind": "clarify_check", "settings": settings},
        },
        "data.dataset -> train.train",
        "train.model -> model.model",
        "model.model -> check.model",
        "data.dataset -> check.data",
    )

    for target in (STEP_FUNCTIONS, CODEPIPELINE):
        (report,) = [one for one in target.support(workflow) if one.node == "check"]
        assert report.level.value == "impossible"
        assert "Export to SageMaker Pipelines" in report.reason
