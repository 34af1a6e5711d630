"""EMR step: runs a program, such as a Spark job, on an EMR cluster that exists, and waits for its end."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.jobs import CacheFor
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import program_arguments, values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of, texts, without_empty
from designer.catalog.steps import Call, SageMakerStep, Wait
from designer.catalog.tasks import AwaitedSettings
from designer.catalog.values import StepOutput

_SHAPE = "emr:AddJobFlowSteps:Steps.HadoopJarStep."
_WAIT = Wait(
    describe="DescribeStep",
    identifier="StepId",
    status=("Step", "Status", "State"),
    succeeded=("COMPLETED",),
    failed=("FAILED", "CANCELLED", "INTERRUPTED"),
    reason=("Step", "Status", "FailureDetails", "Message"),
    answer=("StepIds", 0),
    beside=(("ClusterId", "JobFlowId"),),
)


class EmrStepSettings(AwaitedSettings):
    """Which cluster, and what it runs."""

    cluster_id: Annotated[
        str, Form(shape="emr:AddJobFlowSteps:JobFlowId", group="Step", placeholder="j-2AXXXXXXGAPLF")
    ] = Field(min_length=1, description="The id of a cluster that runs.")
    jar: Annotated[str, Form(shape=_SHAPE + "Jar", group="Step")] = Field(
        default="command-runner.jar",
        min_length=1,
        description="The program: command-runner.jar runs a command such as spark-submit.",
    )
    arguments: Annotated[tuple[str, ...], Form(editor="list", group="Step")] = Field(
        default=("spark-submit",),
        description="What the program is given, one a line. Values joined to the input follow as --NAME and the value.",
    )
    main_class: Annotated[str, Form(shape=_SHAPE + "MainClass", group="Step", advanced=True)] = Field(
        default="", description="The class to start, where the program does not name one itself."
    )
    properties: Annotated[dict[str, str], Form(editor="table", group="Step", advanced=True)] = Field(
        default_factory=dict, description="Java properties that are set while the program runs."
    )
    cache_for: CacheFor = ""


def lower(placed: Placed) -> Lowered:
    """Make one AddJobFlowSteps request with one step."""
    settings = settings_of(placed, EmrStepSettings)
    cluster = resolved(placed, settings.cluster_id)
    properties = [{"Key": name, "Value": value} for name, value in texts(placed, settings.properties).items()]
    program = without_empty(
        {
            "Jar": resolved(placed, settings.jar),
            "Args": program_arguments(placed, settings.arguments),
            "MainClass": resolved(placed, settings.main_class),
            "Properties": properties,
        }
    )
    step = {"Name": placed.id, "ActionOnFailure": "CONTINUE", "HadoopJarStep": program}
    call = Call(
        id=placed.id,
        node=placed.id,
        service="emr",
        operation="AddJobFlowSteps",
        request={"JobFlowId": cluster, "Steps": [step]},
        wait=_WAIT,
        as_step=SageMakerStep(type="EMR", arguments={"ClusterId": cluster, "StepConfig": {"HadoopJarStep": program}}),
        cache_for=settings.cache_for,
        timeout_seconds=settings.timeout_seconds,
    )
    return Lowered(steps=(call,), outputs={"step_id": StepOutput(placed.id, ("Step", "Id"))})


KIND = Kind(
    id="emr_step",
    title="EMR step",
    summary="Runs a program, such as a Spark job, on an EMR cluster that exists, and waits for its end.",
    category=Category.PREPARE,
    settings=EmrStepSettings,
    lower=lower,
    inputs=fixed(values_input("Values for the program's arguments.")),
    outputs=fixed(Port(name="step_id", type=PortType.VALUE, title="Step id")),
)
