"""Register model: adds a version to a group of the model registry."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.containers import ModelContainerSettings, model_container
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import logical_id
from designer.catalog.needs import Need, PackageGroup
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import address, one_input, resolved, settings_of, without_empty
from designer.catalog.steps import Call
from designer.catalog.values import StepOutput, Value

_SHAPE = "sagemaker:CreateModelPackage:"


class RegisterModelSettings(ModelContainerSettings):
    """The group, the state of approval, and what the model takes and gives."""

    group: Annotated[str, Form(shape=_SHAPE + "ModelPackageGroupName", group="Registry")] = Field(
        default="", description="The model group. Empty: a group named after the pipeline."
    )
    create_group: Annotated[bool, Form(editor="flag", group="Registry", advanced=True)] = Field(
        default=True, description="Make the group with the pipeline. Turn it off when the group exists already."
    )
    approval: Annotated[
        Literal["PendingManualApproval", "Approved", "Rejected"],
        Form(editor="choice", shape=_SHAPE + "ModelApprovalStatus", group="Registry"),
    ] = Field(default="PendingManualApproval", description="Whether the version still waits for a person's yes.")
    description: Annotated[
        str, Form(editor="multiline", shape=_SHAPE + "ModelPackageDescription", group="Registry")
    ] = Field(default="", description="What to say about this version.")
    content_types: Annotated[tuple[str, ...], Form(editor="list", group="Inference")] = Field(
        default=("text/csv",), description="What may be sent to the model."
    )
    response_types: Annotated[tuple[str, ...], Form(editor="list", group="Inference")] = Field(
        default=("text/csv",), description="What the model answers with."
    )
    endpoint_instances: Annotated[tuple[str, ...], Form(editor="list", use="hosting", group="Inference")] = Field(
        default=("ml.m5.large",), description="Machines on which the model may answer requests."
    )
    transform_instances: Annotated[
        tuple[str, ...], Form(editor="list", use="transform", group="Inference", advanced=True)
    ] = Field(default=("ml.m5.large",), description="Machines on which the model may work through a batch.")


def lower(placed: Placed) -> Lowered:
    """Make one CreateModelPackage request."""
    settings = settings_of(placed, RegisterModelSettings)
    group = resolved(placed, settings.group or placed.pipeline)
    machine = settings.endpoint_instances[0] if settings.endpoint_instances else ""
    container, assets = model_container(placed, settings, one_input(placed, "model"), resolved(placed, machine))
    inference = without_empty(
        {
            "Containers": [container],
            "SupportedTransformInstanceTypes": placed.resolve(list(settings.transform_instances)),
            "SupportedRealtimeInferenceInstanceTypes": placed.resolve(list(settings.endpoint_instances)),
            "SupportedContentTypes": list(settings.content_types),
            "SupportedResponseMIMETypes": list(settings.response_types),
        }
    )
    request = without_empty(
        {
            "ModelPackageGroupName": group,
            "ModelPackageDescription": resolved(placed, settings.description),
            "InferenceSpecification": inference,
            "ModelApprovalStatus": settings.approval,
            "ModelMetrics": _metrics(placed),
        }
    )
    call = Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateModelPackage",
        request=request,
        timeout_seconds=600,
    )
    package = StepOutput(placed.id, ("ModelPackageArn",))
    return Lowered(steps=(call,), outputs={"model_package": package}, needs=(*assets, *_group(placed, settings, group)))


def _metrics(placed: Placed) -> dict[str, object]:
    metrics = address(one_input(placed, "metrics"))
    if metrics == "":
        return {}
    return {"ModelQuality": {"Statistics": {"ContentType": "application/json", "S3Uri": metrics}}}


def _group(placed: Placed, settings: RegisterModelSettings, group: Value) -> tuple[Need, ...]:
    if not settings.create_group or not isinstance(group, str):
        return ()
    return (PackageGroup(logical_id=logical_id(group, "ModelGroup"), node=placed.id, name=group),)


KIND = Kind(
    id="register_model",
    title="Register model",
    summary="Adds a version to a group of the SageMaker model registry, where it can be approved and deployed.",
    category=Category.REGISTER,
    settings=RegisterModelSettings,
    lower=lower,
    inputs=fixed(
        Port(
            name="model",
            type=PortType.MODEL_ARTIFACT,
            title="Model file",
            required=True,
            help="The model.tar.gz that a training job wrote.",
        ),
        Port(
            name="metrics",
            type=PortType.METRICS,
            title="Metrics",
            help="The figures of an evaluation, kept with the version.",
        ),
    ),
    outputs=fixed(
        Port(name="model_package", type=PortType.MODEL_PACKAGE, title="Version", help="The ARN of the new version.")
    ),
)
