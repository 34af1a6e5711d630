from datetime import UTC, datetime

from botocore.stub import ANY

from designer.aws.code_pipeline_runs import CodePipelineRuns
from designer.aws.runs import RunStatus
from tests.unit.aws.stubs import answering, client

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def test_parameters_become_variables_and_without_any_none_are_sent() -> None:
    codepipeline = client("codepipeline")
    variables = [{"name": "Rounds", "value": "5"}]
    stubber = answering(
        codepipeline,
        (
            "start_pipeline_execution",
            {"name": "churn", "clientRequestToken": ANY, "variables": variables},
            {"pipelineExecutionId": "1"},
        ),
        ("start_pipeline_execution", {"name": "churn", "clientRequestToken": ANY}, {"pipelineExecutionId": "2"}),
    )
    runs = CodePipelineRuns(codepipeline)

    assert (runs.start("churn", {"Rounds": 5}), runs.start("churn", {})) == ("1", "2")
    stubber.assert_no_pending_responses()


def test_rules_and_actions_are_told_oldest_first_with_the_reason_of_the_failed_one() -> None:
    codepipeline = client("codepipeline")
    newest = {
        "actionName": "train",
        "status": "Failed",
        "startTime": NOON,
        "output": {"executionResult": {"externalExecutionSummary": "Build failed"}},
    }
    oldest = {
        "actionName": "prepare",
        "status": "Succeeded",
        "startTime": NOON,
        "output": {"outputVariables": {"BRANCH": "else"}},
    }
    rule = {
        "ruleName": "quiet",
        "status": "Failed",
        "startTime": NOON,
        "output": {"executionResult": {"errorDetails": {"code": "RuleFailed", "message": "The alarm sounds"}}},
    }
    request = {"pipelineName": "churn", "filter": {"pipelineExecutionId": "1"}}
    answering(
        codepipeline,
        (
            "get_pipeline_execution",
            {"pipelineName": "churn", "pipelineExecutionId": "1"},
            {"pipelineExecution": {"status": "Failed"}},
        ),
        ("list_action_executions", request, {"actionExecutionDetails": [newest, oldest]}),
        ("list_rule_executions", request, {"ruleExecutionDetails": [rule]}),
    )

    found = CodePipelineRuns(codepipeline).read("churn", "1")

    assert found.status is RunStatus.FAILED
    assert [(step.name, step.status, step.reason) for step in found.steps] == [
        ("quiet", RunStatus.FAILED, "The alarm sounds"),
        ("prepare", RunStatus.SUCCEEDED, ""),
        ("train", RunStatus.FAILED, "Build failed"),
    ]
    assert [step.branch for step in found.steps] == ["", "else", ""]


def state(token: str) -> dict[str, object]:
    latest = {"status": "InProgress", **({"token": token} if token else {})}
    stage = {"stageName": "Release", "actionStates": [{"actionName": "approve", "latestExecution": latest}]}
    return {"pipelineName": "churn", "stageStates": [{"stageName": "Source"}, stage]}


def test_an_approval_is_given_with_the_token_of_the_action_that_waits() -> None:
    codepipeline = client("codepipeline")
    given = {
        "pipelineName": "churn",
        "stageName": "Release",
        "actionName": "approve",
        "result": {"summary": "Good", "status": "Approved"},
        "token": "123e4567-e89b-12d3-a456-426614174000",
    }
    stubber = answering(
        codepipeline,
        ("get_pipeline_state", {"name": "churn"}, state("123e4567-e89b-12d3-a456-426614174000")),
        ("put_approval_result", given, {}),
    )

    assert CodePipelineRuns(codepipeline).approve("churn", "approve", summary="Good")
    stubber.assert_no_pending_responses()


def test_an_action_that_waits_for_nobody_is_not_approved() -> None:
    codepipeline = client("codepipeline")
    answering(codepipeline, ("get_pipeline_state", {"name": "churn"}, state("")))

    assert not CodePipelineRuns(codepipeline).approve("churn", "approve", summary="Good")
