"""SageMaker pipeline: starts another SageMaker pipeline and waits for its end."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import as_text, resolved, settings_of, without_empty
from designer.catalog.settings_types import Plain
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import AwaitedSettings
from designer.catalog.values import StepOutput

_SHAPE = "sagemaker:StartPipelineExecution:"
_WAIT = Wait(
    describe="DescribePipelineExecution",
    identifier="PipelineExecutionArn",
    status=("PipelineExecutionStatus",),
    succeeded=("Succeeded",),
    failed=("Failed", "Stopped"),
    reason=("FailureReason",),
    answer=("PipelineExecutionArn",),
)


class PipelineCallSettings(AwaitedSettings):
    """Which pipeline, and with which parameters."""

    pipeline: Annotated[str, Form(shape=_SHAPE + "PipelineName", group="Pipeline")] = Field(
        min_length=1, description="Name or ARN of a SageMaker pipeline that exists."
    )
    parameters: Annotated[dict[str, Plain], Form(editor="table", group="Pipeline")] = Field(
        default_factory=dict, description="Values for the parameters of that pipeline."
    )


def lower(placed: Placed) -> Lowered:
    """Make one StartPipelineExecution request."""
    settings = settings_of(placed, PipelineCallSettings)
    given = [{"Name": name, "Value": as_text(resolved(placed, value))} for name, value in settings.parameters.items()]
    call = Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="StartPipelineExecution",
        request=without_empty({"PipelineName": resolved(placed, settings.pipeline), "PipelineParameters": given}),
        wait=_WAIT,
        timeout_seconds=settings.timeout_seconds,
    )
    return Lowered(steps=(call,), outputs={"execution": StepOutput(placed.id, ("PipelineExecutionArn",))})


KIND = Kind(
    id="pipeline_call",
    title="SageMaker pipeline",
    summary="Starts another SageMaker pipeline, and waits for its end.",
    category=Category.CONTROL,
    settings=PipelineCallSettings,
    lower=lower,
    outputs=fixed(Port(name="execution", type=PortType.VALUE, title="Execution", help="The ARN of the execution.")),
)
