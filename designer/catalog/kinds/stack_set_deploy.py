"""Stack set deploy: CloudFormation makes or changes stacks in many accounts and Regions."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.delivery import delivered, handing_on, in_artifact, named_variables, source_input
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


class StackSetDeploySettings(StackSetSettings):
    """The template, and by whose permissions."""

    template: Annotated[str, Form(group="Template")] = Field(
        default="template.yaml", min_length=1, description="The template in the artifact."
    )
    parameters: Annotated[dict[str, str], Form(editor="table", group="Template")] = Field(
        default_factory=dict, description="Parameters of the template."
    )
    capabilities: Annotated[
        tuple[Literal["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"], ...], Form(editor="list", group="Template")
    ] = Field(default=(), description="Which IAM resources the template may make.")
    description: Annotated[str, Form(group="Stack set")] = Field(default="", description="What the stack set is for.")
    permission_model: Annotated[
        Literal["SELF_MANAGED", "SERVICE_MANAGED"], Form(editor="choice", group="Stack set")
    ] = Field(default="SELF_MANAGED", description="By roles that you made, or by roles that the organization makes.")
    administration_role_arn: Annotated[str, Form(editor="role", group="Stack set", advanced=True)] = Field(
        default="", description="The role that works on the stack set, with SELF_MANAGED."
    )
    execution_role_name: Annotated[str, Form(group="Stack set", advanced=True)] = Field(
        default="", description="The role in the accounts that makes the stacks, with SELF_MANAGED."
    )
    auto_deployment: Annotated[
        Literal["", "Enabled", "Disabled", "EnabledWithStackRetention"],
        Form(editor="choice", group="Stack set", advanced=True),
    ] = Field(default="", description="Whether new accounts of a unit get a stack by themselves, with SERVICE_MANAGED.")


def lower(placed: Placed) -> Lowered:
    """Make a CloudFormationStackSet action."""
    settings = settings_of(placed, StackSetDeploySettings)
    common = stack_set_configuration(placed, settings)
    role = resolved(placed, settings.administration_role_arn)
    action = Action(
        category="Deploy",
        provider="CloudFormationStackSet",
        configuration={
            **common,
            "TemplatePath": in_artifact(placed, settings.template),
            "Description": settings.description,
            "Parameters": resolved(placed, shorthand(settings.parameters)),
            "Capabilities": ",".join(settings.capabilities),
            "PermissionModel": settings.permission_model,
            "AdministrationRoleArn": role,
            "ExecutionRoleName": settings.execution_role_name,
            "OrganizationsAutoDeployment": settings.auto_deployment,
        },
    )
    allowed = [stack_set_statement(placed, resolved(placed, settings.stack_set))]
    if role != "":
        allowed.append(handing_on(placed, "hand the stack set its role", "cloudformation.amazonaws.com", role))
    return delivered(placed, action, tuple(allowed), STACK_SET_VARIABLES)


KIND = Kind(
    id="stack_set_deploy",
    title="Stack set deploy",
    summary="CloudFormation makes or changes the stacks of a stack set, in many accounts and Regions.",
    category=Category.DEPLOY,
    settings=StackSetDeploySettings,
    lower=lower,
    inputs=fixed(source_input("The template.")),
    outputs=fixed(*named_variables(STACK_SET_VARIABLES)),
)
