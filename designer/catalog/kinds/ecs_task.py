"""ECS task: runs a container on Fargate or EC2 and waits for its end."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.answers import AnsweredSettings, answer_ports, answered, awaiting, with_token
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import environment_variables, values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import names_and_values, resolved, settings_of, without_empty
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import AwaitedSettings

_SHAPE = "ecs:RunTask:"
_WAIT = Wait(
    describe="DescribeTasks",
    identifier="tasks",
    status=("tasks", 0, "lastStatus"),
    succeeded=("STOPPED",),
    failed=("DELETED",),
    reason=("tasks", 0, "stoppedReason"),
    answer=("tasks", 0, "taskArn"),
    many=True,
    beside=(("cluster", "cluster"),),
)


class EcsTaskSettings(AnsweredSettings, AwaitedSettings):
    """Which task, where it runs, and what its container is given."""

    cluster: Annotated[str, Form(shape=_SHAPE + "cluster", group="Task")] = Field(
        default="default", min_length=1, description="The cluster that the task runs in: its name or ARN."
    )
    task_definition: Annotated[str, Form(shape=_SHAPE + "taskDefinition", group="Task", placeholder="score:3")] = Field(
        min_length=1, description="A task definition that exists: its family, family:revision, or ARN."
    )
    launch_type: Annotated[Literal["FARGATE", "EC2"], Form(editor="choice", group="Task")] = Field(
        default="FARGATE", description="Run without machines of yours, or on machines of the cluster."
    )
    container: Annotated[str, Form(group="Container")] = Field(
        default="", description="The container whose command and environment are set, by its name in the definition."
    )
    command: Annotated[tuple[str, ...], Form(editor="list", group="Container")] = Field(
        default=(), description="The command of the container, when it is another than the definition's."
    )
    environment: Annotated[dict[str, str], Form(editor="table", group="Container")] = Field(
        default_factory=dict,
        description="Environment variables. Values joined to the input are added under their names in capitals, and a task "
        "token as TASK_TOKEN.",
    )
    subnets: Annotated[tuple[str, ...], Form(editor="list", group="Network")] = Field(
        default=(), description="Subnets to run in; Fargate needs at least one."
    )
    security_groups: Annotated[tuple[str, ...], Form(editor="list", group="Network", advanced=True)] = Field(
        default=(), description="Security groups, when they are others than the VPC's own."
    )
    public_ip: Annotated[bool, Form(editor="flag", group="Network", advanced=True)] = Field(
        default=False, description="Give the task a public address, which it needs to fetch its image without a NAT."
    )


def lower(placed: Placed) -> Lowered:
    """Make one RunTask request."""
    settings = settings_of(placed, EcsTaskSettings)
    if settings.launch_type == "FARGATE" and not settings.subnets:
        raise ValueError("A task on Fargate runs in a subnet. Name at least one.")
    request = without_empty(
        {
            "cluster": resolved(placed, settings.cluster),
            "taskDefinition": resolved(placed, settings.task_definition),
            "launchType": settings.launch_type,
            "networkConfiguration": _network(placed, settings),
            "overrides": _overrides(placed, settings),
        }
    )
    call = Call(
        id=placed.id,
        node=placed.id,
        service="ecs",
        operation="RunTask",
        request=request,
        wait=_WAIT,
        timeout_seconds=settings.timeout_seconds,
    )
    return Lowered(steps=(awaiting(call, settings),), outputs=answered(placed, settings))


def _network(placed: Placed, settings: EcsTaskSettings) -> dict[str, object]:
    if not settings.subnets:
        return {}
    vpc = without_empty(
        {
            "subnets": placed.resolve(list(settings.subnets)),
            "securityGroups": placed.resolve(list(settings.security_groups)),
            "assignPublicIp": "ENABLED" if settings.public_ip else "DISABLED",
        }
    )
    return {"awsvpcConfiguration": vpc}


def _overrides(placed: Placed, settings: EcsTaskSettings) -> dict[str, object]:
    environment = with_token(environment_variables(placed, settings.environment), settings, "TASK_TOKEN")
    if not (settings.command or environment):
        return {}
    if not settings.container:
        raise ValueError("Name the container that the command, the environment or the joined values are for.")
    override = without_empty(
        {
            "name": settings.container,
            "command": placed.resolve(list(settings.command)),
            "environment": names_and_values(environment),
        }
    )
    return {"containerOverrides": [override]}


KIND = Kind(
    id="ecs_task",
    title="ECS task",
    summary="Runs a container on Fargate or EC2, and waits for its end; it fails when the container does.",
    category=Category.PREPARE,
    settings=EcsTaskSettings,
    lower=lower,
    inputs=fixed(values_input("Values for the container's environment.")),
    outputs=answer_ports,
)
