"""The values inside a step."""

from collections.abc import Iterator

from designer.catalog.steps import (
    Approval,
    Call,
    Choice,
    Comparison,
    Condition,
    Failure,
    NativeAction,
    Not,
    Pause,
    Step,
)
from designer.catalog.values import Value


def step_values(step: Step) -> tuple[object, ...]:
    """Return everything in a step that may hold a value known only in the run."""
    if isinstance(step, Call):
        return (step.request,)
    if isinstance(step, Choice):
        return tuple(_condition_values(step.condition))
    if isinstance(step, Pause):
        return (step.seconds, step.until)
    if isinstance(step, Failure):
        return (step.cause,)
    if isinstance(step, NativeAction) and not step.kept:
        return (step.action.configuration, step.action.members)
    return (step.message, step.topic_arn) if isinstance(step, Approval) else ()


def _condition_values(condition: Condition) -> Iterator[Value]:
    if isinstance(condition, Comparison):
        yield condition.left
        yield condition.right
    elif isinstance(condition, Not):
        yield from _condition_values(condition.member)
    else:
        for member in condition.members:
            yield from _condition_values(member)
