"""A step with every value in it put through a function."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias, cast

from designer.catalog.steps import (
    Call,
    Choice,
    Comparison,
    Condition,
    Each,
    Failure,
    NativeStep,
    Not,
    SageMakerStep,
    Step,
)
from designer.catalog.values import AsText, Joined, JsonText, Value

Change: TypeAlias = Callable[[object], object]


def rewritten(step: Step, change: Change) -> Step:
    """Return a step with its values changed; what was kept as somebody wrote it stays."""
    if isinstance(step, Call):
        return replace(
            step, request=_mapping(step.request, change), as_step=step.as_step and _form(step.as_step, change)
        )
    if isinstance(step, Choice):
        return replace(step, condition=_condition(step.condition, change))
    if isinstance(step, Failure):
        return replace(step, cause=cast("Value", _value(step.cause, change)))
    if isinstance(step, Each):
        return replace(step, items=_value(step.items, change), result=_value(step.result, change))
    if isinstance(step, NativeStep) and not step.kept:
        return replace(step, step=_form(step.step, change))
    return step


def _form(form: SageMakerStep, change: Change) -> SageMakerStep:
    arguments = None if form.arguments is None else _mapping(form.arguments, change)
    return replace(form, arguments=arguments, members=_mapping(form.members, change))


def _condition(condition: Condition, change: Change) -> Condition:
    if isinstance(condition, Comparison):
        left, right = _value(condition.left, change), _value(condition.right, change)
        return replace(condition, left=cast("Value", left), right=cast("Value", right))
    if isinstance(condition, Not):
        return replace(condition, member=_condition(condition.member, change))
    return replace(condition, members=tuple(_condition(one, change) for one in condition.members))


def _mapping(values: Mapping[str, object], change: Change) -> dict[str, object]:
    return {name: _value(value, change) for name, value in values.items()}


def _value(value: object, change: Change) -> object:
    if isinstance(value, Joined):
        return Joined(tuple(cast("Value", _value(part, change)) for part in value.parts))
    if isinstance(value, AsText):
        return AsText(cast("Value", _value(value.value, change)))
    if isinstance(value, JsonText):
        return JsonText(tuple((name, cast("Value", _value(one, change))) for name, one in value.members))
    if isinstance(value, Mapping):
        return _mapping(value, change)
    if isinstance(value, list | tuple):
        return [_value(one, change) for one in value]
    return change(value)
