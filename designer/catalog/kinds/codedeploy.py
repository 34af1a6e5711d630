"""CodeDeploy: rolls an artifact out to the instances of a deployment group."""

from typing import Annotated

from pydantic import Field

from designer.catalog.code_deploy import deploying
from designer.catalog.delivery import DeliverySettings, delivered, source_input
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Action

_SHAPE = "codedeploy:CreateDeployment:"


class CodedeploySettings(DeliverySettings):
    """Which application and group."""

    application: Annotated[str, Form(shape=_SHAPE + "applicationName")] = Field(
        min_length=1, description="An application of CodeDeploy that exists."
    )
    deployment_group: Annotated[str, Form(shape=_SHAPE + "deploymentGroupName")] = Field(
        min_length=1, description="A deployment group of the application."
    )


def lower(placed: Placed) -> Lowered:
    """Make a CodeDeploy action."""
    settings = settings_of(placed, CodedeploySettings)
    application, group = resolved(placed, settings.application), resolved(placed, settings.deployment_group)
    action = Action(
        category="Deploy",
        provider="CodeDeploy",
        configuration={"ApplicationName": application, "DeploymentGroupName": group},
    )
    return delivered(placed, action, deploying(placed, application, group))


KIND = Kind(
    id="codedeploy",
    title="CodeDeploy",
    summary="Rolls an artifact out to the instances of a deployment group, as its appspec file says.",
    category=Category.DEPLOY,
    settings=CodedeploySettings,
    lower=lower,
    inputs=fixed(source_input("What is rolled out, with its appspec file.")),
)
