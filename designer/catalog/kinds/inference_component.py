"""Inference component: puts a model beside others behind an endpoint that exists, with machines of the endpoint's."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import one_input, resolved, settings_of, tags, without_empty
from designer.catalog.settings_types import Integer, Number
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import AwaitedSettings
from designer.catalog.values import StepOutput

_SHAPE = "sagemaker:CreateInferenceComponent:"
_NEEDS = _SHAPE + "Specification.ComputeResourceRequirements."
_WAIT = Wait(
    describe="DescribeInferenceComponent",
    identifier="InferenceComponentName",
    status=("InferenceComponentStatus",),
    succeeded=("InService",),
    failed=("Failed",),
    reason=("FailureReason",),
)


class InferenceComponentSettings(AwaitedSettings):
    """What each copy of the model takes of the endpoint's machines."""

    variant: Annotated[str, Form(shape=_SHAPE + "VariantName", group="Endpoint")] = Field(
        default="AllTraffic", min_length=1, description="The variant of the endpoint whose machines are used."
    )
    copies: Annotated[Integer, Form(editor="number", group="Machine", shape=_SHAPE + "RuntimeConfig.CopyCount")] = (
        Field(default=1, description="How many copies of the model answer.")
    )
    memory_mb: Annotated[
        Integer, Form(editor="number", unit="MB", group="Machine", shape=_NEEDS + "MinMemoryRequiredInMb")
    ] = Field(default=1024, description="The memory that each copy needs at least.")
    cpus: Annotated[
        Number | None, Form(editor="number", group="Machine", shape=_NEEDS + "NumberOfCpuCoresRequired")
    ] = Field(default=None, description="The processor cores that each copy needs.")
    accelerators: Annotated[
        Number | None, Form(editor="number", group="Machine", shape=_NEEDS + "NumberOfAcceleratorDevicesRequired")
    ] = Field(default=None, description="The accelerators that each copy needs.")


def lower(placed: Placed) -> Lowered:
    """Make one CreateInferenceComponent request."""
    settings = settings_of(placed, InferenceComponentSettings)
    if settings.cpus is None and settings.accelerators is None:
        raise ValueError("A copy needs processor cores or accelerators. Say how many.")
    needs = {
        "MinMemoryRequiredInMb": resolved(placed, settings.memory_mb),
        "NumberOfCpuCoresRequired": None if settings.cpus is None else resolved(placed, settings.cpus),
        "NumberOfAcceleratorDevicesRequired": (
            None if settings.accelerators is None else resolved(placed, settings.accelerators)
        ),
    }
    request = {
        "EndpointName": one_input(placed, "endpoint"),
        "VariantName": resolved(placed, settings.variant),
        "Specification": {
            "ModelName": one_input(placed, "model"),
            "ComputeResourceRequirements": without_empty(needs),
        },
        "RuntimeConfig": {"CopyCount": resolved(placed, settings.copies)},
        "Tags": tags(placed),
    }
    call = Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateInferenceComponent",
        request=without_empty(request),
        name_member="InferenceComponentName",
        wait=_WAIT,
        timeout_seconds=settings.timeout_seconds,
    )
    return Lowered(steps=(call,), outputs={"component": StepOutput(placed.id, ("InferenceComponentName",))})


KIND = Kind(
    id="inference_component",
    title="Inference component",
    summary="Puts a model beside others behind an endpoint, on the endpoint's machines, and waits until it answers.",
    category=Category.DEPLOY,
    settings=InferenceComponentSettings,
    lower=lower,
    inputs=fixed(
        Port(name="endpoint", type=PortType.ENDPOINT, title="Endpoint", required=True, help="The endpoint it joins."),
        Port(name="model", type=PortType.MODEL, title="Model", required=True, help="A model made by 'Create model'."),
    ),
    outputs=fixed(
        Port(name="component", type=PortType.VALUE, title="Component", help="Its name, to send requests to.")
    ),
)
