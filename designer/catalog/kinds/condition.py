"""Condition: control goes on by one of two branches."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from pydantic import Field, field_validator

from designer.catalog.branches import ELSE, THEN
from designer.catalog.conditions import parse_condition
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import one_input, resolved, settings_of
from designer.catalog.settings import Settings
from designer.catalog.steps import Choice
from designer.catalog.values import FileValue, StepOutput, Value

_METRICS = "metrics"


def _any_value(name: str) -> Value:
    if not name.startswith("${") and not name.startswith(f"{_METRICS}."):
        raise ValueError(f"'{name}' is unknown here; write metrics.NAME, ${{params.NAME}} or ${{node.output}}.")
    return name


class ConditionSettings(Settings):
    """What must hold."""

    when: Annotated[str, Form(editor="condition", placeholder="metrics.accuracy >= 0.8")] = Field(
        description="What must hold for the branch 'then': a comparison of figures (metrics.accuracy >= 0.8), "
        "parameters (${params.Approve} == true) or outputs (${score.auc} > 0.7), joined by and, or, not and brackets.",
    )

    @field_validator("when")
    @classmethod
    def _is_readable(cls, text: str) -> str:
        parse_condition(text, _any_value)
        return text


def lower(placed: Placed) -> Lowered:
    """Make a choice between the two branches."""
    settings = settings_of(placed, ConditionSettings)
    metrics = one_input(placed, _METRICS)

    def value_of(name: str) -> Value:
        if name.startswith("${"):
            return resolved(placed, name)
        return _figure(metrics, name)

    condition = parse_condition(settings.when, value_of)
    return Lowered(steps=(Choice(id=placed.id, node=placed.id, condition=condition),))


def _figure(metrics: Value, name: str) -> Value:
    if isinstance(metrics, FileValue | StepOutput):
        path = tuple(int(part) if part.isdecimal() else part for part in name.split(".")[1:])
        return replace(metrics, path=(*metrics.path, *path))
    raise ValueError(f"'{name}' is a figure of an evaluation, and none is joined to the input 'metrics'.")


def _branches(_: Mapping[str, object]) -> tuple[str, ...]:
    return (THEN, ELSE)


KIND = Kind(
    id="condition",
    title="Condition",
    summary="Goes on by 'then' when the condition holds, and by 'else' when it does not.",
    category=Category.CONTROL,
    settings=ConditionSettings,
    lower=lower,
    inputs=fixed(
        Port(
            name=_METRICS,
            type=PortType.METRICS,
            title="Metrics",
            help="The figures of an evaluation, when the condition looks at them.",
        )
    ),
    branches=_branches,
)
