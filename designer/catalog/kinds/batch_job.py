"""Batch job: submits a job to AWS Batch and waits for its end."""

from typing import Annotated

from pydantic import Field

from designer.catalog.kind import Category, Form, Kind, Lowered, Placed, Port, PortType, fixed
from designer.catalog.requests import address, as_text, resolved, settings_of, texts, without_empty
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import TaskSettings
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


class BatchJobSettings(TaskSettings):
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
    timeout_seconds: Annotated[int, Form(editor="number", unit="s", group="Limits", advanced=True)] = Field(
        default=86_400, ge=60, le=604_800, description="The job is given up after this time."
    )


def lower(placed: Placed) -> Lowered:
    """Make one SubmitJob request."""
    settings = settings_of(placed, BatchJobSettings)
    environment = texts(placed, settings.environment)
    for given in placed.inputs.get("values", ()):
        environment.setdefault(given.port.upper(), as_text(address(given.value)))
    overrides = without_empty(
        {
            "command": placed.resolve(list(settings.command)),
            "environment": [{"name": name, "value": value} for name, value in environment.items()],
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
    inputs=fixed(
        Port(name="values", type=PortType.VALUE, title="Values", many=True, help="Values for the job's environment.")
    ),
    outputs=fixed(Port(name="job_id", type=PortType.VALUE, title="Job id")),
)
