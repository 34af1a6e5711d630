"""What the actions for stack sets have in common: to which accounts and Regions, and how carefully."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, here, needs
from designer.catalog.form import Form
from designer.catalog.needs import Statement
from designer.catalog.placed import Placed
from designer.catalog.requests import resolved
from designer.catalog.values import Value, joined

STACK_SET_VARIABLES = ("OperationId", "StackSetId")
_ACTIONS = (
    "cloudformation:CreateStackSet",
    "cloudformation:UpdateStackSet",
    "cloudformation:DescribeStackSet",
    "cloudformation:DescribeStackSetOperation",
    "cloudformation:ListStackInstances",
    "cloudformation:CreateStackInstances",
    "cloudformation:UpdateStackInstances",
)


class StackSetSettings(DeliverySettings):
    """Which stack set, and where its stacks are."""

    stack_set: Annotated[str, Form(shape="cloudformation:CreateStackSet:StackSetName", group="Stack set")] = Field(
        min_length=1, description="The name of the stack set."
    )
    targets: Annotated[tuple[str, ...], Form(editor="list", group="Targets")] = Field(
        default=(), description="The accounts, or the units of the organization, that the stacks are for."
    )
    target_regions: Annotated[tuple[str, ...], Form(editor="list", group="Targets")] = Field(
        default=(), description="The Regions in which each of them gets a stack, in this order."
    )
    failure_tolerance_percent: Annotated[
        int | None, Form(editor="number", unit="%", group="Targets", advanced=True)
    ] = Field(default=None, ge=0, le=100, description="How many accounts of a Region may fail before it is given up.")
    concurrency_percent: Annotated[int | None, Form(editor="number", unit="%", group="Targets", advanced=True)] = Field(
        default=None, ge=1, le=100, description="How many accounts are worked on at a time."
    )


def stack_set_configuration(placed: Placed, settings: StackSetSettings) -> dict[str, object]:
    """Return the keys that both actions have."""
    if bool(settings.targets) is not bool(settings.target_regions):
        raise ValueError("Targets need Regions, and Regions need targets. Name both or none.")
    return {
        "StackSetName": resolved(placed, settings.stack_set),
        "DeploymentTargets": resolved(placed, ",".join(settings.targets)),
        "Regions": resolved(placed, ",".join(settings.target_regions)),
        "FailureTolerancePercentage": settings.failure_tolerance_percent,
        "MaxConcurrentPercentage": settings.concurrency_percent,
    }


def shorthand(parameters: Mapping[str, str]) -> str:
    """Return parameters as both actions take them; they must be known when the pipeline is deployed."""
    return " ".join(f"ParameterKey={name},ParameterValue={value}" for name, value in parameters.items())


def stack_set_statement(placed: Placed, stack_set: Value) -> Statement:
    """Return what the pipeline's role does with a stack set."""
    return needs(
        placed, "deploy the stack set", _ACTIONS, here(placed, "cloudformation", joined("stackset/", stack_set, ":*"))
    )
