import pytest

from designer.catalog.kinds.deploy_ecs import KIND
from designer.catalog.values import AsText, Deployed, Joined, ParameterValue, StepOutput
from tests.unit.catalog.kinds.placing import calls, complaints, place

SETTINGS: dict[str, object] = {"cluster": "ml", "ecs_service": "churn"}
IMAGE = {"image": "1.dkr.ecr.eu-west-1.amazonaws.com/a:1"}


def test_botocore_accepts_the_requests() -> None:
    settings = {**SETTINGS, "port": "${params.Count}", "environment": {"MODE": "fast"}, "task_role": "churn-task"}

    assert [complaints(call) for call in calls(place(KIND, settings, inputs=IMAGE))] == ["", ""]


def test_the_service_gets_the_task_definition_that_was_just_registered() -> None:
    registered, updated = calls(place(KIND, SETTINGS, inputs=IMAGE))

    assert registered.request["containerDefinitions"][0]["image"] == IMAGE["image"]  # type: ignore[index]
    assert updated.request["taskDefinition"] == StepOutput(registered.id, ("taskDefinition", "taskDefinitionArn"))


def test_sizes_are_text() -> None:
    request = calls(place(KIND, {**SETTINGS, "cpu": "${params.Count}"}, inputs=IMAGE))[0].request

    assert request["cpu"] == AsText(ParameterValue("Count", "Integer"))
    assert request["memory"] == "1024"


def test_roles_are_handed_to_ecs_only() -> None:
    (statement,) = place(KIND, SETTINGS, inputs=IMAGE).statements

    role = Joined(("arn:", Deployed("Partition"), ":iam::", Deployed("AccountId"), ":role/ecsTaskExecutionRole"))
    assert statement.resources == (role,)
    assert statement.conditions == {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}


def test_a_missing_image_is_said() -> None:
    with pytest.raises(ValueError, match="Join an image"):
        place(KIND, SETTINGS)
