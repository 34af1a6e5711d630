"""Beanstalk deploy: gives an environment of Elastic Beanstalk a new version."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, delivered, source_input
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Action

_SHAPE = "elasticbeanstalk:CreateEnvironment:"


class BeanstalkDeploySettings(DeliverySettings):
    """Which environment."""

    application: Annotated[str, Form(shape=_SHAPE + "ApplicationName")] = Field(
        min_length=1, description="An application of Elastic Beanstalk that exists."
    )
    environment: Annotated[str, Form(shape=_SHAPE + "EnvironmentName")] = Field(
        min_length=1, description="An environment of the application."
    )


def lower(placed: Placed) -> Lowered:
    """Make an Elastic Beanstalk action."""
    settings = settings_of(placed, BeanstalkDeploySettings)
    if not settings.role_arn:
        raise ValueError(
            "Elastic Beanstalk changes a dozen services with the permissions of whoever deploys. Name a role that may, "
            "under 'Where it runs', instead of giving the whole pipeline all that."
        )
    action = Action(
        category="Deploy",
        provider="ElasticBeanstalk",
        configuration={
            "ApplicationName": resolved(placed, settings.application),
            "EnvironmentName": resolved(placed, settings.environment),
        },
    )
    return delivered(placed, action, ())


KIND = Kind(
    id="beanstalk_deploy",
    title="Beanstalk deploy",
    summary="Gives an environment of Elastic Beanstalk the version in an artifact.",
    category=Category.DEPLOY,
    settings=BeanstalkDeploySettings,
    lower=lower,
    inputs=fixed(source_input("The version that is deployed.")),
)
