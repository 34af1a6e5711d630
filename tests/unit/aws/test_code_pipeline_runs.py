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


def test_actions_are_told_oldest_first_with_the_reason_of_the_failed_one() -> None:
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
    request = {"pipelineName": "churn", "filter": {"pipelineExecutionId": "1"}}
    answering(
        codepipeline,
        (
            "get_pipeline_execution",
            {"pipelineName": "churn", "pipelineExecutionId": "1"},
            {"pipelineExecution": {"status": "Failed"}},
        ),
        ("list_action_executions", request, {"actionExecutionDetails": [newest, oldest]}),
    )

    found = CodePipelineRuns(codepipeline).read("churn", "1")

    assert found.status is RunStatus.FAILED
    assert [(step.name, step.status, step.reason) for step in found.steps] == [
        ("prepare", RunStatus.SUCCEEDED, ""),
        ("train", RunStatus.FAILED, "Build failed"),
    ]
    assert [step.branch for step in found.steps] == ["else", ""]
