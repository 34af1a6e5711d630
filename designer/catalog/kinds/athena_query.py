"""Athena query: runs a query over data in S3 and waits for its result."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.jobs import output_uri
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import address, resolved, settings_of, without_empty
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import AwaitedSettings
from designer.catalog.values import StepOutput

_DATA = "data"
_SHAPE = "athena:StartQueryExecution:"
_WAIT = Wait(
    describe="GetQueryExecution",
    identifier="QueryExecutionId",
    status=("QueryExecution", "Status", "State"),
    succeeded=("SUCCEEDED",),
    failed=("FAILED", "CANCELLED"),
    reason=("QueryExecution", "Status", "StateChangeReason"),
    answer=("QueryExecutionId",),
    poll_seconds=10,
)


class AthenaQuerySettings(AwaitedSettings):
    """What is asked, of which data."""

    query: Annotated[str, Form(editor="multiline", group="Query")] = Field(
        min_length=1, description="The query in SQL. References may stand in it."
    )
    database: Annotated[str, Form(shape=_SHAPE + "QueryExecutionContext.Database", group="Query")] = Field(
        default="", description="The database that tables without one belong to."
    )
    workgroup: Annotated[str, Form(shape=_SHAPE + "WorkGroup", group="Query", advanced=True)] = Field(
        default="primary", min_length=1, description="The workgroup that the query runs in."
    )


def lower(placed: Placed) -> Lowered:
    """Make one StartQueryExecution request."""
    settings = settings_of(placed, AthenaQuerySettings)
    request = without_empty(
        {
            "QueryString": resolved(placed, settings.query),
            "QueryExecutionContext": without_empty({"Database": resolved(placed, settings.database)}),
            "ResultConfiguration": {"OutputLocation": output_uri(placed, "result")},
            "WorkGroup": resolved(placed, settings.workgroup),
        }
    )
    call = Call(
        id=placed.id,
        node=placed.id,
        service="athena",
        operation="StartQueryExecution",
        request=request,
        reads=tuple(address(one.value) for one in placed.inputs.get(_DATA, ())),
        wait=_WAIT,
        timeout_seconds=settings.timeout_seconds,
    )
    result = StepOutput(placed.id, ("QueryExecution", "ResultConfiguration", "OutputLocation"))
    return Lowered(steps=(call,), outputs={"result": result})


KIND = Kind(
    id="athena_query",
    title="Athena query",
    summary="Runs a query in SQL over data in S3, and gives the address of its result.",
    category=Category.DATA,
    settings=AthenaQuerySettings,
    lower=lower,
    inputs=fixed(
        Port(
            name=_DATA,
            type=PortType.DATASET,
            title="Data of the tables",
            many=True,
            help="The folders that the tables lie in, so that the query may read them. Tables that Lake Formation guards "
            "need none.",
        )
    ),
    outputs=fixed(
        Port(name="result", type=PortType.DATASET, title="Result", help="The address of the result, a CSV file.")
    ),
)
