import pytest

from designer.checking.rules.state_integrations_exist import RULE
from tests.unit.checking.machines import found, places, task


@pytest.mark.parametrize(
    ("resource", "sentence"),
    [
        ("sagemaker:createTrainingJobb.sync", "did you mean 'createTrainingJob'"),
        ("sagemakr:createTrainingJob", "did you mean 'sagemaker'"),
        ("aws-sdk:s3:flyToMoon", "has no action 'flyToMoon'"),
        ("aws-sdk:s4:putObject", "has no service 's4'"),
        ("aws-sdk:sagemaker:createTrainingJob.sync", "cannot wait for a job"),
        ("sagemaker:createModel.sync", "cannot end by .sync"),
        ("dynamodb:putItem.waitForTaskToken", "cannot end by .waitForTaskToken"),
    ],
)
def test_what_step_functions_does_not_have_is_found(resource: str, sentence: str) -> None:
    ((place, message),) = found(RULE, task(resource))

    assert place == "definition.Resource"
    assert sentence in message


@pytest.mark.parametrize(
    "resource",
    [
        "sagemaker:createTrainingJob.sync",
        "aws-sdk:s3:putObject",
        "aws-sdk:s3:PutObject",
        "aws-sdk:sfn:startExecution.waitForTaskToken",
        "states:startExecution.sync:2",
        "lambda:invoke.waitForTaskToken",
        "${Service}:createTrainingJobb",
    ],
)
def test_what_there_is_stays_silent(resource: str) -> None:
    assert places(RULE, task(resource)) == []


def test_a_task_inside_a_branch_is_looked_at_too() -> None:
    branch = {"StartAt": "B", "States": {"B": {**task("lambda:invok"), "End": True}}}

    assert places(RULE, {"Type": "Parallel", "Branches": [branch]}) == ["definition.Branches.0.States.B.Resource"]
