"""EMR Serverless job: runs a Spark program in an application that exists, and waits for its end."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.jobs import CacheFor
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.spark_jobs import SparkJobSettings, spark_submit
from designer.catalog.steps import Call, SageMakerStep, Wait
from designer.catalog.values import StepOutput

_WAIT = Wait(
    describe="GetJobRun",
    identifier="jobRunId",
    status=("jobRun", "state"),
    succeeded=("SUCCESS",),
    failed=("FAILED", "CANCELLED"),
    reason=("jobRun", "stateDetails"),
    answer=("jobRunId",),
    beside=(("applicationId", "applicationId"),),
)


class EmrServerlessJobSettings(SparkJobSettings):
    """Which application, and what it runs."""

    application_id: Annotated[str, Form(shape="emr-serverless:StartJobRun:applicationId", group="Job")] = Field(
        min_length=1, description="The id of an application that exists; it starts by itself."
    )
    cache_for: CacheFor = ""


def lower(placed: Placed) -> Lowered:
    """Make one StartJobRun request."""
    settings = settings_of(placed, EmrServerlessJobSettings)
    application, role = resolved(placed, settings.application_id), resolved(placed, settings.role_arn)
    request = {
        "applicationId": application,
        "executionRoleArn": role,
        "jobDriver": {"sparkSubmit": spark_submit(placed, settings)},
        "name": placed.id,
    }
    call = Call(
        id=placed.id,
        node=placed.id,
        service="emr-serverless",
        operation="StartJobRun",
        request=request,
        wait=_WAIT,
        as_step=SageMakerStep(
            type="EMRServerless",
            arguments={"ExecutionRoleArn": role, "JobConfig": request, "ApplicationId": application},
        ),
        cache_for=settings.cache_for,
        timeout_seconds=settings.timeout_seconds,
    )
    return Lowered(steps=(call,), outputs={"job_run_id": StepOutput(placed.id, ("jobRun", "jobRunId"))})


KIND = Kind(
    id="emr_serverless_job",
    title="EMR Serverless job",
    summary="Runs a Spark program on EMR Serverless, without a cluster of yours, and waits for its end.",
    category=Category.PREPARE,
    settings=EmrServerlessJobSettings,
    lower=lower,
    inputs=fixed(values_input("Values for the program's arguments.")),
    outputs=fixed(Port(name="job_run_id", type=PortType.VALUE, title="Job run id")),
)
