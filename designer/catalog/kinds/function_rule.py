"""Function rule: a Lambda function says whether a stage goes on."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import needs, source_input
from designer.catalog.form import Form
from designer.catalog.functions import function_arn
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import table_with_joined_values, values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.settings_types import Plain
from designer.catalog.stage_rules import StageRuleSettings, ruled
from designer.catalog.values import json_text


class FunctionRuleSettings(StageRuleSettings):
    """Which function, and what it is told."""

    function: Annotated[str, Form(shape="lambda:Invoke:FunctionName")] = Field(
        min_length=1, description="The name of a function that exists. The rule holds when it ends without an error."
    )
    parameters: Annotated[dict[str, Plain], Form(editor="table")] = Field(
        default_factory=dict,
        description="What it is told, as UserParameters in JSON. Values joined to the input are added.",
    )


def lower(placed: Placed) -> Lowered:
    """Give a LambdaInvoke rule."""
    settings = settings_of(placed, FunctionRuleSettings)
    function = resolved(placed, settings.function)
    told = table_with_joined_values(placed, settings.parameters)
    return ruled(
        placed,
        "LambdaInvoke",
        {"FunctionName": function, "UserParameters": json_text(told) if told else ""},
        needs(placed, "ask the function", ("lambda:InvokeFunction",), function_arn(function)),
    )


KIND = Kind(
    id="function_rule",
    title="Function rule",
    summary="Guards the stage of its frame with a Lambda function, which says whether it goes on.",
    category=Category.CONTROL,
    settings=FunctionRuleSettings,
    lower=lower,
    inputs=fixed(
        source_input("Artifacts that the function reads.", required=False, many=True),
        values_input("Values that the function is told."),
    ),
    ends=True,
    accepts_flow=False,
)
