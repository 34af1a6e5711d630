"""Stack instances deploy: more accounts and Regions get the stacks of a stack set, or those they have are renewed."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import delivered, named_variables
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.stack_sets import (
    STACK_SET_VARIABLES,
    StackSetSettings,
    shorthand,
    stack_set_configuration,
    stack_set_statement,
)
from designer.catalog.steps import Action


class StackInstancesDeploySettings(StackSetSettings):
    """What is other for these stacks."""

    parameters: Annotated[dict[str, str], Form(editor="table", group="Targets")] = Field(
        default_factory=dict, description="Parameters that are other for these stacks than for the stack set."
    )


def lower(placed: Placed) -> Lowered:
    """Make a CloudFormationStackInstances action."""
    settings = settings_of(placed, StackInstancesDeploySettings)
    if not settings.targets:
        raise ValueError("Name the accounts or units, and the Regions, that get the stacks.")
    action = Action(
        category="Deploy",
        provider="CloudFormationStackInstances",
        configuration={
            **stack_set_configuration(placed, settings),
            "ParameterOverrides": resolved(placed, shorthand(settings.parameters)),
        },
    )
    allowed = (stack_set_statement(placed, resolved(placed, settings.stack_set)),)
    return delivered(placed, action, allowed, STACK_SET_VARIABLES)


KIND = Kind(
    id="stack_instances_deploy",
    title="Stack instances deploy",
    summary="Brings the stacks of a stack set to more accounts and Regions, or renews those that are there.",
    category=Category.DEPLOY,
    settings=StackInstancesDeploySettings,
    lower=lower,
    outputs=fixed(*named_variables(STACK_SET_VARIABLES)),
)
