"""ECS rolling deploy: gives a service the images that a build names."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import delivered, here, needs, source_input
from designer.catalog.ecs_tasks import TaskRoleSettings, handing_task_roles
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.needs import Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Action
from designer.catalog.values import Value, joined

_SHAPE = "ecs:UpdateService:"


class EcsRollingDeploySettings(TaskRoleSettings):
    """Which service."""

    cluster: Annotated[str, Form(shape=_SHAPE + "cluster")] = Field(
        default="default", min_length=1, description="The name of the cluster."
    )
    service: Annotated[str, Form(shape=_SHAPE + "service")] = Field(
        min_length=1, description="The name of the service."
    )
    definitions_file: Annotated[str, Form(placeholder="imagedefinitions.json", advanced=True)] = Field(
        default="", description="The file in the artifact that names the images. Empty: imagedefinitions.json."
    )
    timeout_minutes: Annotated[int, Form(editor="number", unit="min", advanced=True)] = Field(
        default=60, ge=1, le=60, description="The deployment is given up after this time."
    )


def lower(placed: Placed) -> Lowered:
    """Make an ECS deploy action."""
    settings = settings_of(placed, EcsRollingDeploySettings)
    cluster, service = resolved(placed, settings.cluster), resolved(placed, settings.service)
    action = Action(
        category="Deploy",
        provider="ECS",
        configuration={
            "ClusterName": cluster,
            "ServiceName": service,
            "FileName": resolved(placed, settings.definitions_file),
            "DeploymentTimeout": settings.timeout_minutes,
        },
    )
    return delivered(placed, action, _statements(placed, settings, cluster, service))


def _statements(
    placed: Placed, settings: EcsRollingDeploySettings, cluster: Value, service: Value
) -> tuple[Statement, ...]:
    of_service = here(placed, "ecs", joined("service/", cluster, "/", service))
    of_tasks = here(placed, "ecs", joined("task/", cluster, "/*"))
    return (
        needs(placed, "change the service", ("ecs:DescribeServices", "ecs:UpdateService"), of_service),
        needs(placed, "watch the tasks", ("ecs:DescribeTasks",), of_tasks),
        needs(
            placed,
            "find the tasks",
            ("ecs:ListTasks",),
            here(placed, "ecs", joined("container-instance/", cluster, "/*")),
        ),
        needs(placed, "tag the task definition", ("ecs:TagResource",), here(placed, "ecs", "task-definition/*:*")),
        needs(placed, "write the task definition", ("ecs:DescribeTaskDefinition", "ecs:RegisterTaskDefinition")),
        handing_task_roles(placed, settings),
    )


KIND = Kind(
    id="ecs_rolling_deploy",
    title="ECS rolling deploy",
    summary="Gives an ECS service the images that a build names in imagedefinitions.json.",
    category=Category.DEPLOY,
    settings=EcsRollingDeploySettings,
    lower=lower,
    inputs=fixed(source_input("What a build left behind, with imagedefinitions.json.")),
)
