import pytest

from designer.checking.finding import Severity
from designer.checking.rules.state_requests_accepted import RULE
from tests.unit.checking.machines import found, places, task

MODEL = {"ModelName.$": "$.name", "ExecutionRoleArn": "${Role}"}


def test_a_member_that_the_api_does_not_have_is_found() -> None:
    ((place, message),) = found(RULE, task("sagemaker:createModel", Parameters=MODEL | {"Containerz": []}))

    assert place == "definition.Parameters.Containerz"
    assert "Containers" in message


def test_a_choice_that_the_api_does_not_have_is_found_in_jsonata_too() -> None:
    request = {"Bucket": "{% $states.input.b %}", "Key": "k", "ACL": "everybody"}

    assert places(RULE, task("aws-sdk:s3:putObject", Arguments=request), "JSONata") == ["definition.Arguments.ACL"]


@pytest.mark.parametrize(
    "state",
    [
        task("sagemaker:createModel", Parameters=MODEL),
        task("ecs:runTask.sync", Parameters={"TaskDefinition": "t", "LaunchType": "FARGATE"}),
        task("sns:publish", Parameters={"TopicArn": "${T}", "Message": {"any": "thing"}}),
        task("dynamodb:getItem", Parameters={"TableName": "t", "Key": {"id": {"S.$": "$.id"}}}),
        task("batch:submitJob.sync", Parameters={"JobName": "j", "JobQueue": "q", "JobDefinition": "d"}),
        task("sagemaker:createModel"),
        {"Type": "Pass", "Parameters": {"Containerz": 1}},
    ],
)
def test_what_the_api_takes_stays_silent(state: dict[str, object]) -> None:
    assert places(RULE, state) == []


def test_the_rule_is_an_error() -> None:
    assert RULE.severity is Severity.ERROR
