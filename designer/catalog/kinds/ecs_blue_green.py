"""ECS blue/green deploy: CodeDeploy moves the traffic of a service to new tasks."""

from typing import Annotated

from pydantic import Field

from designer.catalog.code_deploy import deploying
from designer.catalog.delivery import delivered, needs, source_input
from designer.catalog.ecs_tasks import TaskRoleSettings, handing_task_roles
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import artifact_name
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Action

_SHAPE = "codedeploy:CreateDeployment:"
_MOST_IMAGES = 4


class EcsBlueGreenSettings(TaskRoleSettings):
    """Which deployment group, and what stands in the artifact."""

    application: Annotated[str, Form(shape=_SHAPE + "applicationName", group="CodeDeploy")] = Field(
        min_length=1, description="An application of CodeDeploy for ECS."
    )
    deployment_group: Annotated[str, Form(shape=_SHAPE + "deploymentGroupName", group="CodeDeploy")] = Field(
        min_length=1, description="A deployment group of the application."
    )
    task_definition_file: Annotated[str, Form(group="Files")] = Field(
        default="taskdef.json", min_length=1, description="The task definition in the first artifact."
    )
    appspec_file: Annotated[str, Form(group="Files")] = Field(
        default="appspec.yaml", min_length=1, description="The appspec file in the first artifact."
    )
    images: Annotated[dict[str, str], Form(editor="table", group="Images")] = Field(
        default_factory=dict,
        max_length=_MOST_IMAGES,
        description="For each further artifact with an image, the node that gives it and the word in the task definition "
        "that stands for the image.",
    )


def lower(placed: Placed) -> Lowered:
    """Make a CodeDeployToECS action."""
    settings = settings_of(placed, EcsBlueGreenSettings)
    given = [one.node for one in placed.inputs.get("source", ())]
    if unknown := [node for node in settings.images if node not in given]:
        raise ValueError(f"No artifact of '{unknown[0]}' is joined. Join it, or take it out of the images.")
    application, group = resolved(placed, settings.application), resolved(placed, settings.deployment_group)
    first = artifact_name(next((node for node in given if node not in settings.images), given[0]))
    action = Action(
        category="Deploy",
        provider="CodeDeployToECS",
        configuration={
            "ApplicationName": application,
            "DeploymentGroupName": group,
            "TaskDefinitionTemplateArtifact": first,
            "TaskDefinitionTemplatePath": settings.task_definition_file,
            "AppSpecTemplateArtifact": first,
            "AppSpecTemplatePath": settings.appspec_file,
            **_images(settings),
        },
    )
    allowed = (
        *deploying(placed, application, group),
        needs(placed, "write the task definition", ("ecs:RegisterTaskDefinition",)),
        handing_task_roles(placed, settings),
    )
    return delivered(placed, action, allowed)


def _images(settings: EcsBlueGreenSettings) -> dict[str, object]:
    keys: dict[str, object] = {}
    for number, (node, word) in enumerate(settings.images.items(), start=1):
        keys[f"Image{number}ArtifactName"] = artifact_name(node)
        keys[f"Image{number}ContainerName"] = word
    return keys


KIND = Kind(
    id="ecs_blue_green",
    title="ECS blue/green deploy",
    summary="CodeDeploy starts new tasks beside the old ones of a service, and moves the traffic to them.",
    category=Category.DEPLOY,
    settings=EcsBlueGreenSettings,
    lower=lower,
    inputs=fixed(source_input("The artifact with the task definition, and artifacts with images.", many=True)),
)
