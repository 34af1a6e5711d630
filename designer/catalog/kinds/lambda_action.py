"""Lambda action: CodePipeline calls a function, which reports to it when the work is done."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import (
    DeliverySettings,
    delivered,
    given_artifact,
    needs,
    source_input,
    variable_ports,
    where,
)
from designer.catalog.form import Form
from designer.catalog.functions import function_arn
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import table_with_joined_values, values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.settings_types import Plain
from designer.catalog.steps import Action
from designer.catalog.values import json_text


class LambdaActionSettings(DeliverySettings):
    """Which function, and what it is told."""

    function: Annotated[str, Form(shape="lambda:Invoke:FunctionName")] = Field(
        min_length=1,
        description="The name of a function that exists. It must call PutJobSuccessResult or PutJobFailureResult of "
        "CodePipeline when it is done.",
    )
    parameters: Annotated[dict[str, Plain], Form(editor="table")] = Field(
        default_factory=dict,
        description="What it is told, as UserParameters in JSON. Values joined to the input are added.",
    )
    variables: Annotated[tuple[str, ...], Form(editor="list", group="Results")] = Field(
        default=(), description="Names of the values that the function reports. Each is an output."
    )
    gives_artifact: Annotated[bool, Form(editor="flag", group="Results", advanced=True)] = Field(
        default=False, description="The function writes an artifact for other actions."
    )


def lower(placed: Placed) -> Lowered:
    """Make a Lambda invoke action."""
    settings = settings_of(placed, LambdaActionSettings)
    function = resolved(placed, settings.function)
    told = table_with_joined_values(placed, settings.parameters)
    action = Action(
        category="Invoke",
        provider="Lambda",
        configuration={"FunctionName": function, "UserParameters": json_text(told) if told else ""},
        writes=settings.gives_artifact,
    )
    allowed = (
        needs(placed, "call the function", ("lambda:InvokeFunction",), function_arn(function, where(placed))),
        needs(placed, "find the function", ("lambda:ListFunctions",)),
    )
    return delivered(placed, action, allowed, settings.variables)


KIND = Kind(
    id="lambda_action",
    title="Lambda action",
    summary="CodePipeline calls a function with an artifact, and waits until the function reports.",
    category=Category.CONTROL,
    settings=LambdaActionSettings,
    lower=lower,
    inputs=fixed(
        source_input("Artifacts that the function reads.", required=False, many=True),
        values_input("Values that the function is told."),
    ),
    outputs=lambda raw: (
        *variable_ports(raw, "variables"),
        *given_artifact(raw, "What the function wrote."),
    ),
)
