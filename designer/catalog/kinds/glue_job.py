"""Glue job: runs a Glue job that exists and waits for its end."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import values_input, with_joined_values
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of, texts, without_empty
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import AwaitedSettings
from designer.catalog.values import StepOutput

_SHAPE = "glue:StartJobRun:"
_WAIT = Wait(
    describe="GetJobRun",
    identifier="RunId",
    status=("JobRun", "JobRunState"),
    succeeded=("SUCCEEDED",),
    failed=("FAILED", "ERROR", "TIMEOUT", "STOPPED", "EXPIRED"),
    reason=("JobRun", "ErrorMessage"),
    answer=("JobRunId",),
    beside=(("JobName", "JobName"),),
)


class GlueJobSettings(AwaitedSettings):
    """Which job, and what it is given."""

    job: Annotated[str, Form(shape=_SHAPE + "JobName", group="Job")] = Field(
        min_length=1, description="The name of a Glue job that exists."
    )
    arguments: Annotated[dict[str, str], Form(editor="table", group="Job")] = Field(
        default_factory=dict,
        description="Arguments such as --source: s3://data/in/. Values joined to the input are added as --NAME.",
    )
    worker_type: Annotated[str, Form(shape=_SHAPE + "WorkerType", group="Machine", advanced=True)] = Field(
        default="", description="The sort of worker, when it is another than the job's own."
    )
    workers: Annotated[int, Form(editor="number", shape=_SHAPE + "NumberOfWorkers", group="Machine", advanced=True)] = (
        Field(
            default=0, ge=0, description="How many workers, when it is another number than the job's own; 0: its own."
        )
    )


def lower(placed: Placed) -> Lowered:
    """Make one StartJobRun request."""
    settings = settings_of(placed, GlueJobSettings)
    arguments = with_joined_values(placed, texts(placed, settings.arguments), lambda port: f"--{port}")
    request = without_empty(
        {
            "JobName": resolved(placed, settings.job),
            "Arguments": arguments,
            "WorkerType": resolved(placed, settings.worker_type),
            "NumberOfWorkers": settings.workers or None,
        }
    )
    call = Call(
        id=placed.id,
        node=placed.id,
        service="glue",
        operation="StartJobRun",
        request=request,
        wait=_WAIT,
        timeout_seconds=settings.timeout_seconds,
    )
    return Lowered(steps=(call,), outputs={"run_id": StepOutput(placed.id, ("JobRun", "Id"))})


KIND = Kind(
    id="glue_job",
    title="Glue job",
    summary="Runs a Glue job that exists, such as an ETL script on Spark, and waits for its end.",
    category=Category.PREPARE,
    settings=GlueJobSettings,
    lower=lower,
    inputs=fixed(values_input("Values for the job's arguments.")),
    outputs=fixed(Port(name="run_id", type=PortType.VALUE, title="Run id")),
)
