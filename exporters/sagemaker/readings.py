"""What the steps of a workflow read of each other, gathered once for all of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from designer.catalog.steps import Call, Choice, Comparison, Condition, Each, Failure, NativeStep, Not, Step
from designer.catalog.values import FileValue, StepOutput, Value, expressions_in
from designer.workflow.model import Workflow
from exporters.sagemaker.kept import written_step
from exporters.sagemaker.values import PAYLOAD


@dataclass(slots=True, kw_only=True)
class Reading:
    """What is read of one step: files as (output, file), and the answers of a function with their types."""

    files: dict[tuple[str, str], None] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)


def readings(workflow: Workflow) -> dict[str, Reading]:
    """Return what is read of each step that anybody reads."""
    found: dict[str, Reading] = {}
    for step in workflow.steps:
        for value in expressions_of(step):
            if isinstance(value, FileValue):
                found.setdefault(value.step, Reading()).files[value.output, value.file] = None
            elif isinstance(value, StepOutput) and value.path[:1] == (PAYLOAD,):
                found.setdefault(value.step, Reading()).answers.setdefault(str(value.path[1]), "String")
        if isinstance(step, Choice):
            for source, name, kind in _compared_types(step.condition):
                found.setdefault(source, Reading()).answers[name] = kind
    return found


def expressions_of(step: Step) -> Iterator[object]:
    """Yield every expression of a step that is not kept as it was written."""
    if written_step(step) is not None:
        return
    if isinstance(step, Call):
        yield from expressions_in(_written(step))
    elif isinstance(step, NativeStep):
        yield from expressions_in([step.step.arguments, step.step.members])
    elif isinstance(step, Choice):
        for comparison in comparisons(step.condition):
            yield from expressions_in([comparison.left, comparison.right])
    elif isinstance(step, Failure):
        yield from expressions_in(step.cause)
    elif isinstance(step, Each):
        yield from expressions_in(step.items)


def _written(call: Call) -> object:
    """Return what stands in the step of a call."""
    if call.as_step is None:
        return call.request
    own = call.as_step.arguments
    return [call.request if own is None else own, call.as_step.members]


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """Yield every comparison of a condition."""
    if isinstance(condition, Comparison):
        yield condition
        return
    for member in (condition.member,) if isinstance(condition, Not) else condition.members:
        yield from comparisons(member)


def _compared_types(condition: Condition) -> Iterator[tuple[str, str, str]]:
    """Yield step, name and type of each answer that is compared with something: the other side says the type."""
    for comparison in comparisons(condition):
        for value, other in ((comparison.left, comparison.right), (comparison.right, comparison.left)):
            if isinstance(value, StepOutput) and value.path[:1] == (PAYLOAD,):
                yield value.step, str(value.path[1]), _type_of(other)


def _type_of(value: Value) -> str:
    if isinstance(value, bool):
        return "Boolean"
    if isinstance(value, int | float):
        return "Float"
    kind = getattr(value, "type", "String")
    return "Float" if kind == "Integer" else str(kind)
