"""Stack deploy: CloudFormation makes, changes or deletes a stack."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.delivery import (
    DeliverySettings,
    delivered,
    handing_on,
    here,
    in_artifact,
    needs,
    source_input,
    variable_ports,
)
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.needs import Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of, texts
from designer.catalog.steps import Action
from designer.catalog.values import Value, joined, json_text

Mode = Literal["CREATE_UPDATE", "REPLACE_ON_FAILURE", "DELETE_ONLY", "CHANGE_SET_REPLACE", "CHANGE_SET_EXECUTE"]
_CHANGE_SETS = ("CHANGE_SET_REPLACE", "CHANGE_SET_EXECUTE")
_MAKING = ("CREATE_UPDATE", "REPLACE_ON_FAILURE", "CHANGE_SET_REPLACE")
_STACK_ACTIONS: Mapping[str, tuple[str, ...]] = {
    "CREATE_UPDATE": ("CreateStack", "UpdateStack", "GetTemplate", "GetStackPolicy", "SetStackPolicy"),
    "REPLACE_ON_FAILURE": (
        "CreateStack",
        "UpdateStack",
        "DeleteStack",
        "GetTemplate",
        "GetStackPolicy",
        "SetStackPolicy",
    ),
    "DELETE_ONLY": ("DeleteStack",),
    "CHANGE_SET_REPLACE": ("CreateChangeSet", "DeleteChangeSet", "DescribeChangeSet"),
    "CHANGE_SET_EXECUTE": ("DescribeChangeSet", "ExecuteChangeSet"),
}
_WATCHING = ("DescribeStacks", "DescribeStackEvents", "DescribeStackResources")


class StackDeploySettings(DeliverySettings):
    """Which stack, from which template, and by whose permissions."""

    stack: Annotated[str, Form(shape="cloudformation:CreateStack:StackName", group="Stack")] = Field(
        min_length=1, description="The name of the stack."
    )
    mode: Annotated[Mode, Form(editor="choice", group="Stack")] = Field(
        default="CREATE_UPDATE", description="Make or change the stack at once, by a change set, or delete it."
    )
    change_set: Annotated[str, Form(shape="cloudformation:CreateChangeSet:ChangeSetName", group="Stack")] = Field(
        default="", description="The name of the change set, in the modes for change sets."
    )
    template: Annotated[str, Form(group="Template", placeholder="template.yaml")] = Field(
        default="template.yaml", description="The template in the artifact."
    )
    configuration_file: Annotated[str, Form(group="Template", advanced=True)] = Field(
        default="", description="A file in the artifact with parameters, tags and a stack policy."
    )
    parameters: Annotated[dict[str, str], Form(editor="table", group="Template")] = Field(
        default_factory=dict, description="Parameters of the template. References may stand in them."
    )
    capabilities: Annotated[
        tuple[Literal["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"], ...],
        Form(editor="list", group="Template"),
    ] = Field(default=(), description="What the template may do beyond the usual: IAM resources, macros.")
    stack_role_arn: Annotated[str, Form(editor="role", shape="cloudformation:CreateStack:RoleARN", group="Stack")] = (
        Field(default="", description="The role by which CloudFormation makes the resources of the stack.")
    )
    outputs: Annotated[tuple[str, ...], Form(editor="list", group="Results")] = Field(
        default=(), description="Outputs of the stack that are outputs of the node."
    )


def lower(placed: Placed) -> Lowered:
    """Make a CloudFormation action."""
    settings = settings_of(placed, StackDeploySettings)
    _check(placed, settings)
    stack, role = resolved(placed, settings.stack), resolved(placed, settings.stack_role_arn)
    makes = settings.mode in _MAKING
    parameters = texts(placed, settings.parameters)
    configuration = {
        "ActionMode": settings.mode,
        "StackName": stack,
        "ChangeSetName": resolved(placed, settings.change_set),
        "TemplatePath": in_artifact(placed, settings.template) if makes else "",
        "TemplateConfiguration": in_artifact(placed, settings.configuration_file) if makes else "",
        "ParameterOverrides": json_text(parameters) if parameters and makes else "",
        "Capabilities": ",".join(settings.capabilities),
        "RoleArn": role,
    }
    action = Action(category="Deploy", provider="CloudFormation", configuration=configuration)
    return delivered(placed, action, tuple(_statements(placed, settings.mode, stack, role)), settings.outputs)


def _check(placed: Placed, settings: StackDeploySettings) -> None:
    if settings.mode in _CHANGE_SETS and not settings.change_set:
        raise ValueError("Name the change set.")
    if settings.mode in _MAKING and not placed.inputs.get("source"):
        raise ValueError("Join the artifact that holds the template.")
    if settings.mode != "CHANGE_SET_EXECUTE" and not settings.stack_role_arn:
        raise ValueError("Name the role by which CloudFormation makes or deletes the resources of the stack.")


def _statements(placed: Placed, mode: Mode, stack: Value, role: Value) -> list[Statement]:
    actions = tuple(f"cloudformation:{name}" for name in (*_STACK_ACTIONS[mode], *_WATCHING))
    found = [needs(placed, "deploy the stack", actions, here(placed, "cloudformation", joined("stack/", stack, "/*")))]
    if mode in _MAKING:
        found.append(needs(placed, "look at the template", ("cloudformation:ValidateTemplate",)))
    if role != "":
        found.append(handing_on(placed, "hand the stack its role", "cloudformation.amazonaws.com", role))
    return found


KIND = Kind(
    id="stack_deploy",
    title="Stack deploy",
    summary="CloudFormation makes, changes or deletes a stack by a template of a source or a build.",
    category=Category.DEPLOY,
    settings=StackDeploySettings,
    lower=lower,
    inputs=fixed(source_input("The template and what belongs to it.", required=False)),
    outputs=lambda raw: variable_ports(raw, "outputs"),
)
