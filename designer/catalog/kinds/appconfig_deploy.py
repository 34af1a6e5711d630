"""AppConfig deploy: rolls out configuration data to an environment."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, delivered, here, needs, source_input
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Action
from designer.catalog.values import joined

_SHAPE = "appconfig:StartDeployment:"
_ACTIONS = ("appconfig:StartDeployment", "appconfig:GetDeployment", "appconfig:StopDeployment")


class AppconfigDeploySettings(DeliverySettings):
    """Which configuration, and where it goes."""

    application: Annotated[str, Form(shape=_SHAPE + "ApplicationId")] = Field(
        min_length=1, description="The id of the application."
    )
    environment: Annotated[str, Form(shape=_SHAPE + "EnvironmentId")] = Field(
        min_length=1, description="The id of the environment."
    )
    profile: Annotated[str, Form(shape=_SHAPE + "ConfigurationProfileId")] = Field(
        min_length=1, description="The id of the configuration profile."
    )
    file: Annotated[str, Form(placeholder="config.json")] = Field(
        min_length=1, description="The file in the artifact that holds the configuration."
    )
    strategy: Annotated[str, Form(shape=_SHAPE + "DeploymentStrategyId")] = Field(
        default="", description="The id of the deployment strategy. Empty: the environment's usual one."
    )


def lower(placed: Placed) -> Lowered:
    """Make an AppConfig action."""
    settings = settings_of(placed, AppconfigDeploySettings)
    application = resolved(placed, settings.application)
    action = Action(
        category="Deploy",
        provider="AppConfig",
        configuration={
            "Application": application,
            "Environment": resolved(placed, settings.environment),
            "ConfigurationProfile": resolved(placed, settings.profile),
            "InputArtifactConfigurationPath": settings.file,
            "DeploymentStrategy": resolved(placed, settings.strategy),
        },
    )
    whole = here(placed, "appconfig", joined("application/", application))
    strategies = here(placed, "appconfig", "deploymentstrategy/*")
    allowed = needs(placed, "roll out the configuration", _ACTIONS, whole, joined(whole, "/*"), strategies)
    return delivered(placed, action, (allowed,))


KIND = Kind(
    id="appconfig_deploy",
    title="AppConfig deploy",
    summary="Rolls out configuration data of an artifact to an environment of AWS AppConfig.",
    category=Category.DEPLOY,
    settings=AppconfigDeploySettings,
    lower=lower,
    inputs=fixed(source_input("The configuration data.")),
)
