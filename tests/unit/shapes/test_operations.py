"""Actions are found by either spelling, and a misspelt one is answered with the nearest."""

import gzip
import re

import pytest

from designer.shapes.models import _data_folder
from designer.shapes.operations import (
    UnknownOperation,
    integration_operation,
    operation,
    operations,
    service_of_integration,
    services,
)


def test_an_action_tells_its_service_and_what_it_does() -> None:
    found = operation("sagemaker", "CreateTrainingJob")

    assert (found.title, found.help) == ("SageMaker", "Starts a model training job.")


def test_the_services_and_actions_that_pipelines_use_are_there() -> None:
    needed = {"sagemaker", "stepfunctions", "codepipeline", "codebuild", "lambda", "s3", "ecs", "glue", "batch"}

    assert needed <= set(services())
    assert "StartExecution" in operations("stepfunctions")


@pytest.mark.parametrize(
    ("resource", "service", "action"),
    [
        ("aws-sdk:sfn:startExecution", "stepfunctions", "StartExecution"),
        ("arn:aws:states:::aws-sdk:sagemaker:describeTrainingJob", "sagemaker", "DescribeTrainingJob"),
        ("arn:aws:states:::aws-sdk:cloudwatchlogs:putLogEvents", "logs", "PutLogEvents"),
        ("arn:aws:states:::aws-sdk:s3:getObject.waitForTaskToken", "s3", "GetObject"),
    ],
)
def test_an_integration_of_step_functions_names_an_action(resource: str, service: str, action: str) -> None:
    found = integration_operation(resource)

    assert (found.service, found.name) == (service, action)


def test_every_service_is_found_by_its_service_id() -> None:
    wrong = {}
    for service in services():
        folder = max(_data_folder().joinpath(service).glob("*/service-2.json.gz"))
        with gzip.open(folder, "rt", encoding="utf-8") as stream:
            name = re.search(r'"serviceId"\s*:\s*"([^"]*)"', stream.read(3000))
        assert name is not None
        identifier = re.sub(r"[^a-z0-9]", "", name[1].lower())
        if service_of_integration(identifier) != service:
            wrong[service] = identifier
    del wrong["sms-voice"]  # shares its id with pinpoint-sms-voice

    assert wrong == {}


@pytest.mark.parametrize("resource", ["aws-sdk:s3:flyToMoon", "aws-sdk:nosuchservice:getObject"])
def test_an_integration_that_aws_has_not_is_refused(resource: str) -> None:
    with pytest.raises(UnknownOperation):
        integration_operation(resource)


def test_a_misspelt_service_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownOperation) as caught:
        operations("sagemakr")

    assert caught.value.nearest == "sagemaker"
