"""Customize model: fine-tunes a foundation model of Bedrock with data of yours."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.jobs import output_uri
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import address, one_input, resolved, settings_of, texts, without_empty
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import AwaitedSettings
from designer.catalog.values import ExecutionValue, StepOutput, joined

_SHAPE = "bedrock:CreateModelCustomizationJob:"
_WAIT = Wait(
    describe="GetModelCustomizationJob",
    identifier="jobIdentifier",
    status=("status",),
    succeeded=("Completed",),
    failed=("Failed", "Stopped"),
    reason=("failureMessage",),
    answer=("jobArn",),
    poll_seconds=60,
)


class BedrockCustomizationSettings(AwaitedSettings):
    """Which model, and how it learns."""

    base_model: Annotated[str, Form(shape=_SHAPE + "baseModelIdentifier", group="Model")] = Field(
        min_length=1, description="The foundation model that is customized: its id or ARN."
    )
    model_name: Annotated[str, Form(shape=_SHAPE + "customModelName", group="Model")] = Field(
        default="", description="What the new model is called; the execution's id follows. Empty: the node's name."
    )
    method: Annotated[
        Literal["FINE_TUNING", "CONTINUED_PRE_TRAINING", "DISTILLATION"], Form(editor="choice", group="Model")
    ] = Field(default="FINE_TUNING", description="How the model learns from the data.")
    hyperparameters: Annotated[dict[str, str], Form(editor="table", group="Model")] = Field(
        default_factory=dict, description="Hyperparameters that the model knows, such as epochCount."
    )
    role_arn: Annotated[str, Form(editor="role", group="Model", shape=_SHAPE + "roleArn")] = Field(
        min_length=1, description="The role by which Bedrock reads the data: its ARN. It must trust Bedrock."
    )


def lower(placed: Placed) -> Lowered:
    """Make one CreateModelCustomizationJob request."""
    settings = settings_of(placed, BedrockCustomizationSettings)
    stem = settings.model_name or placed.id.replace("_", "-")
    request = without_empty(
        {
            "jobName": joined(stem, "-", ExecutionValue("id")),
            "customModelName": joined(stem, "-", ExecutionValue("id")),
            "roleArn": resolved(placed, settings.role_arn),
            "baseModelIdentifier": resolved(placed, settings.base_model),
            "customizationType": settings.method,
            "trainingDataConfig": {"s3Uri": address(one_input(placed, "train"))},
            "outputDataConfig": {"s3Uri": output_uri(placed, "metrics")},
            "hyperParameters": texts(placed, settings.hyperparameters),
        }
    )
    call = Call(
        id=placed.id,
        node=placed.id,
        service="bedrock",
        operation="CreateModelCustomizationJob",
        request=request,
        wait=_WAIT,
        timeout_seconds=settings.timeout_seconds,
    )
    outputs = {
        "model_arn": StepOutput(placed.id, ("outputModelArn",)),
        "metrics": output_uri(placed, "metrics"),
    }
    return Lowered(steps=(call,), outputs=outputs)


KIND = Kind(
    id="bedrock_customization",
    title="Customize model",
    summary="Fine-tunes a foundation model of Bedrock with data of yours, and waits for its end.",
    category=Category.TRAIN,
    settings=BedrockCustomizationSettings,
    lower=lower,
    inputs=fixed(
        Port(
            name="train", type=PortType.DATASET, title="Train", required=True, help="The examples: a JSONL file in S3."
        )
    ),
    outputs=fixed(
        Port(name="model_arn", type=PortType.VALUE, title="Model ARN"),
        Port(name="metrics", type=PortType.DATASET, title="Metrics", help="The folder of what the training measured."),
    ),
)
