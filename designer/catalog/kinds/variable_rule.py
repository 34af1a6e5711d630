"""Variable rule: a stage goes on only when a value is as it should be."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.stage_rules import StageRuleSettings, ruled

_OPERATORS = {"equals": "EQ", "differs from": "NE", "contains": "CONTAINS", "matches": "MATCHES"}


class VariableRuleSettings(StageRuleSettings):
    """The value, and what it is held against."""

    variable: Annotated[str, Form(placeholder="${build.VERSION}")] = Field(
        min_length=1, description="The value: a reference to a parameter or to what an action gave."
    )
    operator: Annotated[Literal["equals", "differs from", "contains", "matches"], Form(editor="choice")] = Field(
        default="equals", description="How it is held against the other; `matches` takes a Java regular expression."
    )
    value: Annotated[str, Form()] = Field(min_length=1, description="What it is held against.")


def lower(placed: Placed) -> Lowered:
    """Give a VariableCheck rule."""
    settings = settings_of(placed, VariableRuleSettings)
    return ruled(
        placed,
        "VariableCheck",
        {
            "Variable": resolved(placed, settings.variable),
            "Value": resolved(placed, settings.value),
            "Operator": _OPERATORS[settings.operator],
        },
    )


KIND = Kind(
    id="variable_rule",
    title="Variable rule",
    summary="Guards the stage of its frame with a value: a parameter, or what an action gave.",
    category=Category.CONTROL,
    settings=VariableRuleSettings,
    lower=lower,
    ends=True,
    accepts_flow=False,
)
