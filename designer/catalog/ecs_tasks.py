"""What the actions have in common that write a task definition: whose roles they hand on."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, handing_on
from designer.catalog.form import Form
from designer.catalog.needs import Statement
from designer.catalog.placed import Placed
from designer.catalog.requests import resolved


class TaskRoleSettings(DeliverySettings):
    """The roles of the tasks."""

    task_role_arns: Annotated[tuple[str, ...], Form(editor="list", advanced=True)] = Field(
        default=(),
        description="The roles of the task definition, which the pipeline must hand on. Empty: any role of a task.",
    )


def handing_task_roles(placed: Placed, settings: TaskRoleSettings) -> Statement:
    """Return the permission to hand these roles to tasks, or any role where none is named."""
    roles = tuple(resolved(placed, one) for one in settings.task_role_arns) or ("*",)
    return handing_on(placed, "hand the tasks their roles", "ecs-tasks.amazonaws.com", *roles)
