"""Create model: makes a SageMaker model of a model file and the container that serves it."""

from typing import Annotated

from pydantic import Field

from designer.catalog.containers import ModelContainerSettings, model_container
from designer.catalog.form import Form
from designer.catalog.jobs import JobRole, VpcSettings, switch, vpc
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import execution_role, one_input, resolved, settings_of, tags, without_empty
from designer.catalog.settings_types import Flag
from designer.catalog.steps import Call
from designer.catalog.values import StepOutput


class CreateModelSettings(VpcSettings, ModelContainerSettings):
    """How the model is named and guarded."""

    model_name: Annotated[str, Form(shape="sagemaker:CreateModel:ModelName", advanced=True)] = Field(
        default="",
        description="A fixed name. Leave it empty: each execution then makes a model of its own, and a second run does "
        "not collide with the first.",
    )
    instance_type: Annotated[str, Form(editor="instance", use="hosting", group="Container", advanced=True)] = Field(
        default="ml.m5.large", description="The machine that it will run on; it decides between CPU and GPU images."
    )
    isolate_network: Annotated[Flag, Form(editor="flag", group="Network", advanced=True)] = Field(
        default=False, description="Cut the container off from every network."
    )
    role_arn: JobRole = ""


def lower(placed: Placed) -> Lowered:
    """Make one CreateModel request."""
    settings = settings_of(placed, CreateModelSettings)
    instance_type = resolved(placed, settings.instance_type)
    container, assets = model_container(placed, settings, one_input(placed, "model"), instance_type)
    request = without_empty(
        {
            "ModelName": resolved(placed, settings.model_name),
            "PrimaryContainer": container,
            "ExecutionRoleArn": execution_role(placed, settings.role_arn),
            "EnableNetworkIsolation": switch(placed, settings.isolate_network),
            "VpcConfig": vpc(placed, settings),
            "Tags": tags(placed),
        }
    )
    call = Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateModel",
        request=request,
        name_member="ModelName",
        timeout_seconds=600,
        passes_role=True,
    )
    return Lowered(steps=(call,), outputs={"model": StepOutput(placed.id, ("ModelName",))}, needs=assets)


KIND = Kind(
    id="create_model",
    title="Create model",
    summary="Makes a SageMaker model, ready to be deployed, of a trained model and the container that serves it.",
    category=Category.REGISTER,
    settings=CreateModelSettings,
    lower=lower,
    inputs=fixed(
        Port(
            name="model",
            type=PortType.MODEL_ARTIFACT,
            title="Model file",
            required=True,
            help="The model.tar.gz that a training job wrote.",
        )
    ),
    outputs=fixed(Port(name="model", type=PortType.MODEL, title="Model", help="The name of the SageMaker model.")),
)
