"""Batch job: submits a job to AWS Batch and waits for its end."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import environment_variables, values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import names_and_values, resolved, settings_of, texts, without_empty
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import AwaitedSettings
from designer.catalog.values import StepOutput

_SHAPE = "batch:SubmitJob:"
_WAIT = Wait(
    describe="DescribeJobs",
    identifier="jobs",
    status=("jobs", 0, "status"),
    succeeded=("SUCCEEDED",),
    failed=("FAILED",),
    reason=("jobs", 0, "statusReason"),
    answer=("jobId",),
    many=True,
)


class BatchJobSettings(AwaitedSettings):
    """Which job, where it queues, and what it is given."""

    definition: Annotated[str, Form(shape=_SHAPE + "jobDefinition", group="Job")] = Field(
        min_length=1, description="Name or ARN of a job definition that exists."
    )
    queue: Annotated[str, Form(shape=_SHAPE + "jobQueue", group="Job")] = Field(
        min_length=1, description="Name or ARN of a queue that exists."
    )
    parameters: Annotated[dict[str, str], Form(editor="table", group="Job")] = Field(
        default_factory=dict, description="Values for the parameters that the job definition names."
    )
    command: Annotated[tuple[str, ...], Form(editor="list", group="Job", advanced=True)] = Field(
        default=(), description="The command of the container, when it is another than the definition's."
    )
    environment: Annotated[dict[str, str], Form(editor="table", group="Job", advanced=True)] = Field(
        default_factory=dict,
        description="Environment variables. Values joined to the input are added under their names in capitals.",
    )


def lower(placed: Placed) -> Lowered:
    """Make one SubmitJob request."""
    settings = settings_of(placed, BatchJobSettings)
    overrides = without_empty(
        {
            "command": placed.resolve(list(settings.command)),
            "environment": names_and_values(environment_variables(placed, settings.environment)),
        }
    )
    request = without_empty(
        {
            "jobName": placed.id,
            "jobQueue": resolved(placed, settings.queue),
            "jobDefinition": resolved(placed, settings.definition),
            "parameters": texts(placed, settings.parameters),
            "containerOverrides": overrides,
        }
    )
    call = Call(
        id=placed.id,
        node=placed.id,
        service="batch",
        operation="SubmitJob",
        request=request,
        wait=_WAIT,
        timeout_seconds=settings.timeout_seconds,
    )
    return Lowered(steps=(call,), outputs={"job_id": StepOutput(placed.id, ("jobs", 0, "jobId"))})


KIND = Kind(
    id="batch_job",
    title="Batch job",
    summary="Submits a job to AWS Batch and waits for its end.",
    category=Category.PREPARE,
    settings=BatchJobSettings,
    lower=lower,
    inputs=fixed(values_input("Values for the job's environment.")),
    outputs=fixed(Port(name="job_id", type=PortType.VALUE, title="Job id")),
)
