from typing import Annotated

import pytest
from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.settings import Settings
from designer.catalog.steps import Call
from designer.checking.setting_places import setting_of

CALL = Call(id="a", node="a", service="sagemaker", operation="CreateTrainingJob", request={})


class TrainingLike(Settings):
    machine: Annotated[str, Form(shape="sagemaker:CreateTrainingJob:ResourceConfig.InstanceType")] = ""
    resources: Annotated[str, Form(shape="sagemaker:CreateTrainingJob:ResourceConfig")] = ""
    elsewhere: Annotated[str, Form(shape="sagemaker:CreateModel:RoleArn")] = ""
    environment: dict[str, str] = Field(default_factory=dict)


@pytest.mark.parametrize(
    ("path", "setting"),
    [
        (("ResourceConfig", "InstanceType"), "machine"),
        (("ResourceConfig", "InstanceCount"), "resources"),
        (("Environment", "MY_NAME"), "environment.MY_NAME"),
        (("RoleArn",), ""),
        (("StoppingCondition", "MaxRuntimeInSeconds"), ""),
    ],
)
def test_a_member_of_a_request_leads_back_to_the_nearest_setting(path: tuple[str, ...], setting: str) -> None:
    assert setting_of(TrainingLike, CALL, path) == setting


class CallLike(Settings):
    service: str = "sqs"
    request: Annotated[dict[str, object], Form(editor="request")] = Field(default_factory=dict)


def test_every_member_of_a_request_that_is_a_setting_itself_lies_in_that_setting() -> None:
    assert setting_of(CallLike, CALL, ("Tags", 0, "Service")) == "request.Tags.0.Service"
