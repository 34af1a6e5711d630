"""Delivery action: any action of CodePipeline, one of your own or of a third party too."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.delivery import (
    DeliverySettings,
    delivered,
    given_artifact,
    needs,
    source_input,
    variable_ports,
)
from designer.catalog.form import Form
from designer.catalog.functions import Grant
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of, texts
from designer.catalog.steps import Action

_SHAPE = "codepipeline:CreateCustomActionType:"


class DeliveryActionSettings(DeliverySettings):
    """The type of the action and its configuration."""

    category: Annotated[
        Literal["Build", "Test", "Deploy", "Invoke", "Compute"], Form(editor="choice", group="Type")
    ] = Field(default="Build", description="What sort of work it is.")
    owner: Annotated[Literal["AWS", "Custom", "ThirdParty"], Form(editor="choice", group="Type")] = Field(
        default="Custom", description="Who made the type: AWS, you, or somebody else."
    )
    provider: Annotated[str, Form(shape=_SHAPE + "provider", group="Type", placeholder="Jenkins")] = Field(
        min_length=1, description="The provider of the type."
    )
    version: Annotated[str, Form(shape=_SHAPE + "version", group="Type")] = Field(
        default="1", min_length=1, description="The version of the type."
    )
    configuration: Annotated[dict[str, str], Form(editor="table")] = Field(
        default_factory=dict,
        description="The configuration, as the provider spells it. References may stand in it. Never put a password here.",
    )
    variables: Annotated[tuple[str, ...], Form(editor="list", group="Results")] = Field(
        default=(), description="Names of the variables that the action gives. Each is an output."
    )
    gives_artifact: Annotated[bool, Form(editor="flag", group="Results")] = Field(
        default=False, description="The action makes an artifact for other actions."
    )
    allowed: Annotated[tuple[Grant, ...], Form(editor="rows", advanced=True)] = Field(
        default=(), description="What the role of the pipeline may do for the action."
    )


def lower(placed: Placed) -> Lowered:
    """Make an action of the type."""
    settings = settings_of(placed, DeliveryActionSettings)
    action = Action(
        category=settings.category,
        owner=settings.owner,
        provider=settings.provider,
        version=settings.version,
        configuration=texts(placed, settings.configuration),
        writes=settings.gives_artifact,
    )
    allowed = tuple(
        needs(placed, "what was granted to it", one.actions, *(resolved(placed, arn) for arn in one.resources))
        for one in settings.allowed
    )
    return delivered(placed, action, allowed, settings.variables)


KIND = Kind(
    id="delivery_action",
    title="Any action",
    summary="An action of CodePipeline by its type: Jenkins, TeamCity, Snyk, or one of your own.",
    category=Category.CONTROL,
    settings=DeliveryActionSettings,
    lower=lower,
    inputs=fixed(source_input("Artifacts that the action takes.", required=False, many=True)),
    outputs=lambda raw: (
        *variable_ports(raw, "variables"),
        *given_artifact(raw, "What the action made."),
    ),
)
