"""CodePipelines run: stages in order, approvals, builds with exported variables, conditions, functions."""

import json
from collections.abc import Callable

import pytest
from botocore.exceptions import ClientError

from designer.sandbox.documents import Value
from tests.contract.sandbox.conftest import Clients, until

REPORTING = """
import boto3


def handler(event, context):
    job = event["CodePipeline.job"]
    settings = job["data"]["actionConfiguration"]["configuration"]
    boto3.client("codepipeline").put_job_success_result(
        jobId=job["id"], outputVariables={"heard": settings["UserParameters"]}
    )
"""
BUILDSPEC = """version: 0.2
env:
  exported-variables: [STAGE, accuracy, MODEL_ARN]
phases:
  build:
    commands: [make all]
"""


def action(name: str, category: str, provider: str, configuration: dict[str, str], **more: Value) -> dict[str, Value]:
    kind = {"category": category, "owner": "AWS", "provider": provider, "version": "1"}
    return {"name": name, "actionTypeId": kind, "configuration": configuration, **more}


def gate(variable: str, value: str) -> dict[str, Value]:
    rule = {
        "name": "check",
        "ruleTypeId": {"category": "Rule", "owner": "AWS", "provider": "VariableCheck", "version": "1"},
        "configuration": {"Variable": variable, "Value": value, "Operator": "EQ"},
    }
    return {"conditions": [{"result": "SKIP", "rules": [rule]}]}


@pytest.fixture(scope="module")
def pipeline(client_of: Clients, role_arn: str, function: Callable[[str, str], str]) -> str:
    function("reporting", REPORTING)
    client_of("s3").create_bucket(Bucket="code-source")
    client_of("s3").put_object(Bucket="code-source", Key="source.zip", Body=b"zip")
    client_of("codebuild").create_project(
        name="code-build",
        source={"type": "CODEPIPELINE", "buildspec": BUILDSPEC},
        artifacts={"type": "CODEPIPELINE"},
        environment={"type": "LINUX_CONTAINER", "image": "image", "computeType": "BUILD_GENERAL1_SMALL"},
        serviceRole=role_arn,
    )
    machine = client_of("stepfunctions").create_state_machine(
        name="code-machine", definition='{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}', roleArn=role_arn
    )["stateMachineArn"]
    variables = json.dumps([{"name": "STAGE", "value": "#{variables.Stage}"}])
    stages = [
        {"name": "Source", "actions": [
            action("Fetch", "Source", "S3", {"S3Bucket": "code-source", "S3ObjectKey": "source.zip"},
                   outputArtifacts=[{"name": "source"}], namespace="source")]},
        {"name": "Build", "actions": [
            action("Report", "Invoke", "Lambda",
                   {"FunctionName": "reporting", "UserParameters": "#{make.STAGE}"}, runOrder=2, namespace="report"),
            action("Make", "Build", "CodeBuild", {"ProjectName": "code-build", "EnvironmentVariables": variables},
                   inputArtifacts=[{"name": "source"}], runOrder=1, namespace="make")]},
        {"name": "Approve", "actions": [action("Ask", "Approval", "Manual", {})]},
        {"name": "Blue", "beforeEntry": gate("#{report.heard}", "blue"), "actions": [
            action("Run", "Invoke", "StepFunctions", {"StateMachineArn": machine, "Input": "{}"})]},
        {"name": "Green", "beforeEntry": gate("#{report.heard}", "green"), "actions": [
            action("Ship", "Deploy", "S3", {"BucketName": "code-source", "Extract": "false", "ObjectKey": "x"},
                   inputArtifacts=[{"name": "source"}])]},
    ]  # fmt: skip
    client_of("codepipeline").create_pipeline(
        pipeline={
            "name": "code",
            "roleArn": role_arn,
            "pipelineType": "V2",
            "artifactStore": {"type": "S3", "location": "code-source"},
            "variables": [{"name": "Stage", "defaultValue": "blue"}],
            "stages": stages,
        }
    )
    return "code"


def start(client_of: Clients, name: str, **variables: str) -> str:
    given = [{"name": key, "value": value} for key, value in variables.items()]
    answer = client_of("codepipeline").start_pipeline_execution(name=name, **({"variables": given} if given else {}))
    return str(answer["pipelineExecutionId"])


def token_of(client_of: Clients, name: str) -> Value:
    states = client_of("codepipeline").get_pipeline_state(name=name)["stageStates"]
    found = [
        action["latestExecution"]["token"]
        for stage in states
        for action in stage["actionStates"]
        if "token" in action.get("latestExecution", {})
    ]
    return found[0] if found else None


def answer(client_of: Clients, name: str, status: str) -> None:
    token = until(lambda: token_of(client_of, name), bool)
    client_of("codepipeline").put_approval_result(
        pipelineName=name,
        stageName="Approve",
        actionName="Ask",
        result={"summary": "looked at it", "status": status},
        token=token,
    )


def ended(client_of: Clients, name: str, execution: str) -> str:
    pipelines = client_of("codepipeline")
    look = lambda: pipelines.get_pipeline_execution(pipelineName=name, pipelineExecutionId=execution)  # noqa: E731
    seen = until(look, lambda seen: seen["pipelineExecution"]["status"] not in {"InProgress", "Stopping"})
    return str(seen["pipelineExecution"]["status"])


def actions_of(client_of: Clients, name: str, execution: str) -> dict[str, dict[str, Value]]:
    listed = client_of("codepipeline").list_action_executions(
        pipelineName=name, filter={"pipelineExecutionId": execution}
    )["actionExecutionDetails"]
    return {item["actionName"]: item for item in listed}


def test_an_execution_waits_for_approval_and_then_takes_the_stage_that_its_variables_open(
    client_of: Clients, pipeline: str
) -> None:
    execution = start(client_of, pipeline)
    until(lambda: token_of(client_of, pipeline), bool)
    waiting = client_of("codepipeline").get_pipeline_state(name=pipeline)["stageStates"]
    answer(client_of, pipeline, "Approved")

    status = ended(client_of, pipeline, execution)

    assert [stage.get("latestExecution", {}).get("status") for stage in waiting] == [
        "Succeeded", "Succeeded", "InProgress", None, None
    ]  # fmt: skip
    assert status == "Succeeded"
    found = actions_of(client_of, pipeline, execution)
    assert set(found) == {"Fetch", "Make", "Report", "Ask", "Run"}
    assert found["Make"]["output"]["outputVariables"]["STAGE"] == "blue"
    assert found["Make"]["output"]["outputVariables"]["accuracy"] == "0.91"
    assert found["Report"]["output"]["outputVariables"] == {"heard": "blue"}
    assert found["Make"]["lastUpdateTime"] <= found["Report"]["startTime"]
    states = client_of("codepipeline").get_pipeline_state(name=pipeline)["stageStates"]
    assert [stage["latestExecution"]["status"] for stage in states[3:]] == ["Succeeded", "Skipped"]


def test_a_pipeline_variable_opens_the_other_stage(
    client_of: Clients, pipeline: str, steer: Callable[..., Value]
) -> None:
    steer(auto_approve=True)
    execution = start(client_of, pipeline, Stage="green")

    assert ended(client_of, pipeline, execution) == "Succeeded"
    assert "Ship" in actions_of(client_of, pipeline, execution)
    assert "Run" not in actions_of(client_of, pipeline, execution)
    looks = client_of("codepipeline").list_rule_executions(
        pipelineName=pipeline, filter={"pipelineExecutionId": execution}
    )["ruleExecutionDetails"]
    assert [(one["stageName"], one["ruleName"], one["status"]) for one in looks] == [
        ("Green", "check", "Succeeded"),
        ("Blue", "check", "Failed"),
    ]


def test_a_rejected_approval_fails_the_execution_with_the_reason_given(client_of: Clients, pipeline: str) -> None:
    execution = start(client_of, pipeline)
    answer(client_of, pipeline, "Rejected")

    assert ended(client_of, pipeline, execution) == "Failed"
    result = actions_of(client_of, pipeline, execution)["Ask"]["output"]["executionResult"]
    assert result["errorDetails"]["message"] == "Rejected by approver: looked at it"


def test_a_failed_stage_is_retried_from_the_action_that_failed(
    client_of: Clients, pipeline: str, steer: Callable[..., Value]
) -> None:
    steer(failing=["Report"], auto_approve=True)
    execution = start(client_of, pipeline)
    first = ended(client_of, pipeline, execution)
    build = actions_of(client_of, pipeline, execution)["Make"]["actionExecutionId"]
    steer(failing=[])

    client_of("codepipeline").retry_stage_execution(
        pipelineName=pipeline, stageName="Build", pipelineExecutionId=execution, retryMode="FAILED_ACTIONS"
    )

    assert first == "Failed"
    assert ended(client_of, pipeline, execution) == "Succeeded"
    assert actions_of(client_of, pipeline, execution)["Make"]["actionExecutionId"] == build


def test_an_execution_that_waits_can_be_stopped(client_of: Clients, pipeline: str) -> None:
    execution = start(client_of, pipeline)
    until(lambda: token_of(client_of, pipeline), bool)

    client_of("codepipeline").stop_pipeline_execution(pipelineName=pipeline, pipelineExecutionId=execution)

    assert ended(client_of, pipeline, execution) == "Stopped"


def test_a_build_tells_in_its_log_what_it_would_have_run(client_of: Clients, pipeline: str) -> None:
    builds = client_of("codebuild")
    started = builds.start_build(projectName="code-build")["build"]
    build = until(
        lambda: builds.batch_get_builds(ids=[started["id"]])["builds"][0],
        lambda seen: seen["buildStatus"] != "IN_PROGRESS",
    )

    place = build["logs"]
    events = client_of("logs").get_log_events(logGroupName=place["groupName"], logStreamName=place["streamName"])[
        "events"
    ]
    assert build["buildStatus"] == "SUCCEEDED"
    assert events[-1]["message"] == "[Container] build: make all"


@pytest.mark.parametrize(
    ("stages", "words"),
    [
        ([{"name": "Only", "actions": [action("A", "Source", "S3", {})]}], "minimum of 2 stages"),
        (
            [
                {"name": "One", "actions": [action("A", "Build", "CodeBuild", {})]},
                {"name": "Two", "actions": [action("B", "Build", "CodeBuild", {})]},
            ],
            "must only contain Source actions",
        ),
        (
            [
                {"name": "One", "actions": [action("A", "Source", "S3", {})]},
                {"name": "Two", "actions": [action("B", "Build", "CodeBuild", {}, inputArtifacts=[{"name": "none"}])]},
            ],
            "is made by no earlier action",
        ),
    ],
)
def test_an_unsound_structure_is_refused(
    client_of: Clients, role_arn: str, stages: list[dict[str, Value]], words: str
) -> None:
    store = {"type": "S3", "location": "code-source"}
    with pytest.raises(ClientError, match=words):
        client_of("codepipeline").create_pipeline(
            pipeline={"name": "unsound", "roleArn": role_arn, "artifactStore": store, "stages": stages}
        )
