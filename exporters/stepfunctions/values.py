"""What steps read of each other, and how a value is written for whoever reads it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TypeAlias

from designer.catalog.steps import AllOf, AnyOf, Call, Choice, Comparison, Condition, Each, NativeState, Step
from designer.catalog.values import (
    AsText,
    Deployed,
    ExecutionValue,
    Expression,
    FileValue,
    Item,
    ItemIndex,
    Joined,
    JsonText,
    ParameterValue,
    StepOutput,
    TaskToken,
    expressions_in,
    is_expression,
)
from exporters.stepfunctions.jsonata import Code, expression, literal, member, plain

PARAMETERS = "params"
HANDED_IN = "execution"
"""The variable by which a distributed map knows the execution that it belongs to."""
EXECUTION = "$states.context.Execution"
TASK_TOKEN = "$states.context.Task.Token"  # noqa: S105 - where the token stands, not a token
_FACTS = {"id": "Name", "name": "Name", "start": "StartTime"}


@dataclass(frozen=True, slots=True)
class StepVariable:
    """What a step answered."""

    step: str


@dataclass(frozen=True, slots=True)
class FileVariable:
    """What stands in a file that a step wrote."""

    step: str
    output: str
    file: str


@dataclass(frozen=True, slots=True)
class BranchVariable:
    """Which branch a choice went by."""

    step: str


@dataclass(frozen=True, slots=True)
class ItemVariable:
    """The item at hand of an `Each` step, whose id is `step`; it stands inside the nested graph."""

    step: str


@dataclass(frozen=True, slots=True)
class IndexVariable:
    """The number of the item at hand of an `Each` step, whose id is `step`; it stands inside the nested graph."""

    step: str


@dataclass(frozen=True, slots=True)
class AnswerVariable:
    """By what a step is asked about that the service itself named, when a loop waits for its end."""

    step: str


Variable: TypeAlias = AnswerVariable | StepVariable | FileVariable | BranchVariable | ItemVariable | IndexVariable


def expressions_of(step: Step) -> Iterator[Expression]:
    """Yield every expression that a step holds; what a nested graph gives is read inside it, and not here."""
    if isinstance(step, NativeState):
        return
    if isinstance(step, Choice):
        yield from _in_condition(step.condition)
        return
    if isinstance(step, Each):
        yield from expressions_in([step.items, step.concurrency, step.tolerated_failures, step.tolerated_percent])
        if step.distribution:
            yield from expressions_in([step.distribution.reader, step.distribution.writer])
        return
    for field in fields(step):
        yield from expressions_in(getattr(step, field.name))


def _in_condition(condition: object) -> Iterator[Expression]:
    if isinstance(condition, tuple):
        for one in condition:
            yield from _in_condition(one)
    elif is_expression(condition):
        yield from expressions_in(condition)
    elif hasattr(condition, "__dataclass_fields__"):
        for name in condition.__dataclass_fields__:
            yield from _in_condition(getattr(condition, name))


def variables_in(found: Iterable[Expression], calls: Mapping[str, Call]) -> Iterator[Variable]:
    """Yield the variables that expressions stand for; the name of what a call made needs none."""
    for one in found:
        if isinstance(one, FileValue):
            yield FileVariable(one.step, one.output, one.file)
        elif isinstance(one, Item):
            yield ItemVariable(one.each)
        elif isinstance(one, ItemIndex):
            yield IndexVariable(one.each)
        elif isinstance(one, StepOutput) and not is_made_name(one, calls):
            yield StepVariable(one.step)


def is_made_name(output: StepOutput, calls: Mapping[str, Call]) -> bool:
    """Say whether the name of what a call made is meant, which is known before it answers."""
    call = calls.get(output.step)
    return call is not None and bool(call.name_member) and output.path == (call.name_member,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes values for one place in the machine.

    `name` gives the variable that holds something at that place; `made` gives the name of what a call made, as a value;
    `path` leads to a member inside a step's variable; `execution` is where the facts of the execution stand.
    """

    name: Callable[[Variable], str]
    made: Callable[[StepOutput], object | None]
    path: Callable[[StepOutput], tuple[str | int, ...]]
    execution: str = EXECUTION

    def field(self, value: object) -> object:
        """Write a value of a request, or a whole request."""
        if isinstance(value, str):
            return plain(value)
        if isinstance(value, StepOutput):
            made = self.made(value)
            if made is not None:
                return self.field(made)
        if isinstance(value, Code) or is_expression(value):
            text = _deployed_text(value)
            return expression(self.code(value)) if text is None else text
        if isinstance(value, Mapping):
            return {key: self.field(one) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [self.field(one) for one in value]
        return value

    def code(self, value: object) -> str:
        """Write a value as JSONata."""
        if isinstance(value, str | int | float | bool) or value is None:
            return literal(value)
        if isinstance(value, Code):
            return value.text.replace(EXECUTION, self.execution)
        if isinstance(value, Joined):
            return " & ".join(self._piece(part) for part in value.parts)
        if isinstance(value, AsText):
            return f"$string({self.code(value.value)})"
        if isinstance(value, JsonText):
            members = ", ".join(f"{literal(name)}: {self.code(member)}" for name, member in value.members)
            return f"$string({{{members}}})"
        return self._reference(value)

    def condition(self, condition: Condition) -> str:
        """Write a condition as JSONata."""
        if isinstance(condition, Comparison):
            operator = "=" if condition.operator == "==" else condition.operator
            return f"{self._piece(condition.left)} {operator} {self._piece(condition.right)}"
        if isinstance(condition, AllOf | AnyOf):
            word = " and " if isinstance(condition, AllOf) else " or "
            members = [f"({self.condition(one)})" for one in condition.members]
            return word.join(members) or literal(isinstance(condition, AllOf))
        return f"$not({self.condition(condition.member)})"

    def _piece(self, value: object) -> str:
        code = self.code(value)
        return f"({code})" if isinstance(value, Code | Joined) and " " in code else code

    def _reference(self, value: object) -> str:
        if isinstance(value, Deployed):
            return f"'${{{value.name}}}'"
        if isinstance(value, ParameterValue):
            return f"${PARAMETERS}{member((value.name,))}"
        if isinstance(value, ExecutionValue):
            return f"{self.execution}.{_FACTS[value.fact]}"
        if isinstance(value, FileValue):
            return f"${self.name(FileVariable(value.step, value.output, value.file))}{member(value.path)}"
        if isinstance(value, StepOutput):
            made = self.made(value)
            if made is not None:
                return self._piece(made)
            return f"${self.name(StepVariable(value.step))}{member(self.path(value))}"
        return self._at_hand(value)

    def _at_hand(self, value: object) -> str:
        if isinstance(value, Item):
            return f"${self.name(ItemVariable(value.each))}{member(value.path)}"
        if isinstance(value, ItemIndex):
            return f"${self.name(IndexVariable(value.each))}"
        if isinstance(value, TaskToken):
            return TASK_TOKEN
        raise TypeError(f"{type(value).__name__} is no value of a request")


def _deployed_text(value: object) -> str | None:
    """Return text whose only unknowns are filled in at deployment; no JSONata is needed for it."""
    if isinstance(value, Deployed):
        return f"${{{value.name}}}"
    if isinstance(value, Joined) and all(
        isinstance(part, Deployed) or (isinstance(part, str) and "${" not in part) for part in value.parts
    ):
        text = "".join(part if isinstance(part, str) else f"${{{part.name}}}" for part in value.parts)  # type: ignore[union-attr]
        return None if text.startswith("{%") or "$${" in text else text
    return None
