"""Deploy endpoint: puts a model behind a SageMaker endpoint, new or updated, and waits until it answers."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.jobs import JobRole
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import resource_name
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import (
    encryption_key,
    execution_role,
    one_input,
    resolved,
    settings_of,
    tags,
    without_empty,
)
from designer.catalog.settings_types import Integer
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import StepOutput, Value

WAIT = Wait(
    describe="DescribeEndpoint",
    identifier="EndpointName",
    status=("EndpointStatus",),
    succeeded=("InService",),
    failed=("Failed", "OutOfService", "UpdateRollbackFailed"),
    reason=("FailureReason",),
)


class DeployEndpointSettings(TaskSettings):
    """The endpoint and its machines."""

    endpoint_name: Annotated[str, Form(shape="sagemaker:CreateEndpoint:EndpointName")] = Field(
        default="",
        description="The endpoint's name: it is updated when it exists, else made. Empty: pipeline and node joined.",
    )
    instance_type: Annotated[
        str,
        Form(
            editor="instance",
            use="hosting",
            group="Machine",
            shape="sagemaker:CreateEndpointConfig:ProductionVariants.InstanceType",
        ),
    ] = Field(default="ml.m5.large", description="The sort of machine that answers requests.")
    instance_count: Annotated[Integer, Form(editor="number", group="Machine")] = Field(
        default=1, description="How many machines answer. Two or more survive the loss of one."
    )
    serverless_memory_mb: Annotated[
        Integer | None, Form(editor="number", unit="MB", group="Machine", advanced=True)
    ] = Field(default=None, description="Run without machines of your own, with this much memory, instead.")
    serverless_concurrency: Annotated[Integer, Form(editor="number", group="Machine", advanced=True)] = Field(
        default=5, description="How many requests a serverless endpoint answers at once."
    )
    capture_uri: Annotated[str, Form(editor="s3", group="Monitoring", advanced=True)] = Field(
        default="", description="Where to keep copies of requests and answers. Empty: none are kept."
    )
    capture_percent: Annotated[Integer, Form(editor="number", unit="%", group="Monitoring", advanced=True)] = Field(
        default=100, description="How many of the requests are kept."
    )
    role_arn: JobRole = ""


def lower(placed: Placed) -> Lowered:
    """Make the endpoint's configuration, then the endpoint; before both a model, when a registered version is given."""
    settings = settings_of(placed, DeployEndpointSettings)
    before, model = _model(placed, settings)
    config = Call(
        id=f"{placed.id}-config",
        node=placed.id,
        service="sagemaker",
        operation="CreateEndpointConfig",
        request=without_empty(
            {
                "ProductionVariants": [_variant(placed, settings, model)],
                "DataCaptureConfig": _capture(placed, settings),
                "KmsKeyId": encryption_key(placed),
                "Tags": tags(placed),
            }
        ),
        name_member="EndpointConfigName",
        timeout_seconds=600,
    )
    endpoint = Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateEndpoint",
        request={
            "EndpointName": resolved(placed, settings.endpoint_name or resource_name(placed.pipeline, placed.id)),
            "EndpointConfigName": StepOutput(config.id, ("EndpointConfigName",)),
        },
        name_member="EndpointName",
        wait=WAIT,
        update="UpdateEndpoint",
        timeout_seconds=7200,
    )
    return Lowered(steps=(*before, config, endpoint), outputs={"endpoint": StepOutput(placed.id, ("EndpointName",))})


def _model(placed: Placed, settings: DeployEndpointSettings) -> tuple[tuple[Call, ...], Value]:
    model, package = one_input(placed, "model"), one_input(placed, "model_package")
    if (model == "") == (package == ""):
        raise ValueError("Join either a model or a registered version to this node.")
    if model != "":
        return (), model
    call = Call(
        id=f"{placed.id}-model",
        node=placed.id,
        service="sagemaker",
        operation="CreateModel",
        request=without_empty(
            {
                "PrimaryContainer": {"ModelPackageName": package},
                "ExecutionRoleArn": execution_role(placed, settings.role_arn),
                "Tags": tags(placed),
            }
        ),
        name_member="ModelName",
        timeout_seconds=600,
        passes_role=True,
    )
    return (call,), StepOutput(call.id, ("ModelName",))


def _variant(placed: Placed, settings: DeployEndpointSettings, model: Value) -> dict[str, object]:
    variant: dict[str, object] = {"VariantName": "AllTraffic", "ModelName": model}
    if settings.serverless_memory_mb is not None:
        serverless = {
            "MemorySizeInMB": resolved(placed, settings.serverless_memory_mb),
            "MaxConcurrency": resolved(placed, settings.serverless_concurrency),
        }
        return {**variant, "ServerlessConfig": serverless}
    return {
        **variant,
        "InitialInstanceCount": resolved(placed, settings.instance_count),
        "InstanceType": resolved(placed, settings.instance_type),
        "InitialVariantWeight": 1.0,
    }


def _capture(placed: Placed, settings: DeployEndpointSettings) -> dict[str, object]:
    if not settings.capture_uri:
        return {}
    return without_empty(
        {
            "EnableCapture": True,
            "InitialSamplingPercentage": resolved(placed, settings.capture_percent),
            "DestinationS3Uri": resolved(placed, settings.capture_uri),
            "KmsKeyId": encryption_key(placed),
            "CaptureOptions": [{"CaptureMode": "Input"}, {"CaptureMode": "Output"}],
        }
    )


KIND = Kind(
    id="deploy_endpoint",
    title="Deploy endpoint",
    summary="Makes or updates a SageMaker endpoint and waits until it is in service.",
    category=Category.DEPLOY,
    settings=DeployEndpointSettings,
    lower=lower,
    inputs=fixed(
        Port(name="model", type=PortType.MODEL, title="Model", help="A model made by 'Create model'."),
        Port(
            name="model_package",
            type=PortType.MODEL_PACKAGE,
            title="Registered version",
            help="A version of the model registry instead; it must be approved.",
        ),
    ),
    outputs=fixed(Port(name="endpoint", type=PortType.ENDPOINT, title="Endpoint", help="The name of the endpoint.")),
)
