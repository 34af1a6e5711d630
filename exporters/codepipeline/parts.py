"""The parts of a workflow that hold values: its steps and the rules of its stages."""

from collections.abc import Iterator

from designer.catalog.needs import StageRule
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
from designer.workflow.model import Workflow


def rules_of(workflow: Workflow) -> tuple[StageRule, ...]:
    """Return the rules that guard stages, in the order of their nodes."""
    return tuple(need for need in workflow.needs if isinstance(need, StageRule))


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
