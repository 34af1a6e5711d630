"""EMR on EKS job: runs a Spark program on a virtual cluster that exists, and waits for its end."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.spark_jobs import SparkJobSettings, spark_submit
from designer.catalog.steps import Call, Wait
from designer.catalog.values import StepOutput

_SHAPE = "emr-containers:StartJobRun:"
_WAIT = Wait(
    describe="DescribeJobRun",
    identifier="id",
    status=("jobRun", "state"),
    succeeded=("COMPLETED",),
    failed=("FAILED", "CANCELLED"),
    reason=("jobRun", "stateDetails"),
    answer=("id",),
    beside=(("virtualClusterId", "virtualClusterId"),),
)


class EmrContainersJobSettings(SparkJobSettings):
    """Which virtual cluster, and what it runs."""

    virtual_cluster_id: Annotated[str, Form(shape=_SHAPE + "virtualClusterId", group="Job")] = Field(
        min_length=1, description="The id of a virtual cluster that exists."
    )
    release: Annotated[str, Form(shape=_SHAPE + "releaseLabel", group="Job", placeholder="emr-7.5.0-latest")] = Field(
        default="emr-7.5.0-latest", min_length=1, description="The release of EMR that the job runs on."
    )


def lower(placed: Placed) -> Lowered:
    """Make one StartJobRun request."""
    settings = settings_of(placed, EmrContainersJobSettings)
    request = {
        "name": placed.id,
        "virtualClusterId": resolved(placed, settings.virtual_cluster_id),
        "executionRoleArn": resolved(placed, settings.role_arn),
        "releaseLabel": resolved(placed, settings.release),
        "jobDriver": {"sparkSubmitJobDriver": spark_submit(placed, settings)},
    }
    call = Call(
        id=placed.id,
        node=placed.id,
        service="emr-containers",
        operation="StartJobRun",
        request=request,
        wait=_WAIT,
        timeout_seconds=settings.timeout_seconds,
    )
    return Lowered(steps=(call,), outputs={"job_run_id": StepOutput(placed.id, ("jobRun", "id"))})


KIND = Kind(
    id="emr_containers_job",
    title="EMR on EKS job",
    summary="Runs a Spark program on EMR on EKS, and waits for its end.",
    category=Category.PREPARE,
    settings=EmrContainersJobSettings,
    lower=lower,
    inputs=fixed(values_input("Values for the program's arguments.")),
    outputs=fixed(Port(name="job_run_id", type=PortType.VALUE, title="Job run id")),
)
