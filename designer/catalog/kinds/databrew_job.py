"""DataBrew job: runs a DataBrew job that exists and waits for its end."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import AwaitedSettings
from designer.catalog.values import StepOutput

_WAIT = Wait(
    describe="DescribeJobRun",
    identifier="RunId",
    status=("State",),
    succeeded=("SUCCEEDED",),
    failed=("FAILED", "TIMEOUT", "STOPPED"),
    reason=("ErrorMessage",),
    answer=("RunId",),
    beside=(("Name", "Name"),),
)


class DataBrewJobSettings(AwaitedSettings):
    """Which job."""

    job: Annotated[str, Form(shape="databrew:StartJobRun:Name", group="Job")] = Field(
        min_length=1, description="The name of a recipe job or profile job that exists."
    )


def lower(placed: Placed) -> Lowered:
    """Make one StartJobRun request."""
    settings = settings_of(placed, DataBrewJobSettings)
    call = Call(
        id=placed.id,
        node=placed.id,
        service="databrew",
        operation="StartJobRun",
        request={"Name": resolved(placed, settings.job)},
        wait=_WAIT,
        timeout_seconds=settings.timeout_seconds,
    )
    return Lowered(steps=(call,), outputs={"run_id": StepOutput(placed.id, ("RunId",))})


KIND = Kind(
    id="databrew_job",
    title="DataBrew job",
    summary="Runs a DataBrew recipe or profile job that exists, and waits for its end.",
    category=Category.PREPARE,
    settings=DataBrewJobSettings,
    lower=lower,
    outputs=fixed(Port(name="run_id", type=PortType.VALUE, title="Run id")),
)
