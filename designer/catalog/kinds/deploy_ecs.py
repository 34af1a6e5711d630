"""Deploy to ECS: a new task definition for a service that exists."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.needs import Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import as_text, names_and_values, one_input, resolved, settings_of, texts, without_empty
from designer.catalog.settings_types import Integer
from designer.catalog.steps import Call
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import Deployed, StepOutput, Value, joined


class DeployEcsSettings(TaskSettings):
    """The service, and the container in it."""

    cluster: Annotated[str, Form(group="Service", shape="ecs:UpdateService:cluster")] = Field(
        min_length=1, description="The cluster; it exists already."
    )
    ecs_service: Annotated[str, Form(group="Service", shape="ecs:UpdateService:service")] = Field(
        min_length=1, description="The service in the cluster; it exists already and is given the new image."
    )
    container: Annotated[str, Form(group="Container")] = Field(
        default="model", pattern=r"^[A-Za-z0-9_-]{1,255}$", description="The container's name, as the service knows it."
    )
    image: Annotated[str, Form(editor="registry", group="Container", advanced=True)] = Field(
        default="", description="The image's address, when none is joined to the input."
    )
    port: Annotated[Integer, Form(editor="number", group="Container")] = Field(
        default=8080, description="The port that the container listens on."
    )
    cpu: Annotated[Integer, Form(editor="number", group="Container")] = Field(
        default=512, description="Processor share: 1024 is one whole processor."
    )
    memory_mb: Annotated[Integer, Form(editor="number", unit="MB", group="Container")] = Field(
        default=1024, description="Memory of the task."
    )
    environment: Annotated[dict[str, str], Form(editor="table", group="Container")] = Field(
        default_factory=dict,
        description="Environment variables, such as MODEL_URI: ${train.model}. Never put a password here.",
    )
    execution_role: Annotated[str, Form(editor="role", group="Permissions", advanced=True)] = Field(
        default="ecsTaskExecutionRole",
        description="Name or ARN of the role with which ECS fetches the image and writes logs.",
    )
    task_role: Annotated[str, Form(editor="role", group="Permissions", advanced=True)] = Field(
        default="", description="Name or ARN of the role that the code in the container has. Empty: none."
    )


def lower(placed: Placed) -> Lowered:
    """Make a RegisterTaskDefinition and an UpdateService request."""
    settings = settings_of(placed, DeployEcsSettings)
    roles = [_role(placed, name) for name in (settings.execution_role, settings.task_role) if name]
    task = Call(
        id=f"{placed.id}-task",
        node=placed.id,
        service="ecs",
        operation="RegisterTaskDefinition",
        request=_task(placed, settings),
        timeout_seconds=300,
    )
    update = Call(
        id=placed.id,
        node=placed.id,
        service="ecs",
        operation="UpdateService",
        request={
            "cluster": resolved(placed, settings.cluster),
            "service": resolved(placed, settings.ecs_service),
            "taskDefinition": StepOutput(task.id, ("taskDefinition", "taskDefinitionArn")),
            "forceNewDeployment": True,
        },
        timeout_seconds=300,
    )
    passing = Statement(
        actions=("iam:PassRole",),
        resources=tuple(roles),
        reason=f"{placed.id} hands these roles to the tasks of the service",
        conditions={"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}},
    )
    return Lowered(
        steps=(task, update),
        outputs={"ecs_service": StepOutput(placed.id, ("service", "serviceArn"))},
        statements=(passing,) if roles else (),
    )


def _task(placed: Placed, settings: DeployEcsSettings) -> dict[str, object]:
    image = one_input(placed, "image") or resolved(placed, settings.image)
    if image == "":
        raise ValueError("Join an image to this node, or give its address.")
    container = without_empty(
        {
            "name": settings.container,
            "image": image,
            "essential": True,
            "portMappings": [{"containerPort": resolved(placed, settings.port), "protocol": "tcp"}],
            "environment": names_and_values(texts(placed, settings.environment)),
        }
    )
    return without_empty(
        {
            "family": f"{placed.pipeline}-{placed.id}",
            "executionRoleArn": _role(placed, settings.execution_role),
            "taskRoleArn": _role(placed, settings.task_role),
            "networkMode": "awsvpc",
            "requiresCompatibilities": ["FARGATE"],
            "cpu": as_text(resolved(placed, settings.cpu)),
            "memory": as_text(resolved(placed, settings.memory_mb)),
            "containerDefinitions": [container],
        }
    )


def _role(placed: Placed, role: str) -> Value:
    value = resolved(placed, role)
    if isinstance(value, str) and value and not value.startswith("arn:"):
        return joined("arn:", Deployed("Partition"), ":iam::", Deployed("AccountId"), f":role/{value}")
    return value


KIND = Kind(
    id="deploy_ecs",
    title="Deploy to ECS",
    summary="Gives a service in Amazon ECS a new task definition with a new image. ECS then replaces the tasks; "
    "the pipeline does not wait for that.",
    category=Category.DEPLOY,
    settings=DeployEcsSettings,
    lower=lower,
    inputs=fixed(Port(name="image", type=PortType.IMAGE, title="Image", help="The container image to run.")),
    outputs=fixed(Port(name="ecs_service", type=PortType.VALUE, title="Service", help="The ARN of the service.")),
)
