"""Resolving: text with `${...}` to values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from designer.catalog.execution_facts import ExecutionFact
from designer.catalog.values import (
    ExecutionValue,
    FileValue,
    Item,
    ParameterValue,
    StepOutput,
    Value,
    is_expression,
    joined,
)
from designer.document.model import Parameter
from designer.document.references import Reference, parse_text

_FACTS: tuple[ExecutionFact, ...] = get_args(ExecutionFact)


class Unresolved(Exception):
    """A reference leads nowhere; `is_news` is false when another problem is the cause."""

    def __init__(self, message: str, *, is_news: bool = True) -> None:
        super().__init__(message)
        self.is_news = is_news


@dataclass(frozen=True, slots=True)
class Resolver:
    """Knows the parameters and what the nodes lowered so far give."""

    parameters: Mapping[str, Parameter]
    outputs: Mapping[str, Mapping[str, Value]]

    def resolve(self, value: object) -> object:
        """Return the value with every reference replaced, in lists and mappings too."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {key: self.resolve(member) for key, member in value.items()}
        if isinstance(value, list | tuple) and not is_expression(value):
            return [self.resolve(member) for member in value]
        return value

    def text(self, text: str) -> Value:
        """Return plain text, a single value when the text is one reference, or joined text."""
        return joined(*(part if isinstance(part, str) else self._value(part) for part in parse_text(text)))

    def _value(self, reference: Reference) -> Value:
        if reference.is_parameter:
            return self._parameter(reference)
        if reference.is_execution:
            return self._fact(reference)
        if reference.owner not in self.outputs:
            message = f"{reference} names '{reference.owner}', and no node before this one has that name"
            raise Unresolved(message, is_news=False)
        given = self.outputs[reference.owner]
        if reference.name not in given:
            choices = f"it gives {', '.join(given)}" if given else "it gives nothing"
            message = f"{reference}: '{reference.owner}' has no output '{reference.name}' ({choices})"
            raise Unresolved(message, is_news=False)
        return _member(given[reference.name], reference)

    def _parameter(self, reference: Reference) -> Value:
        parameter = self.parameters.get(reference.name)
        if parameter is None:
            message = f"{reference}: there is no parameter '{reference.name}'"
            raise Unresolved(message, is_news=False)
        return ParameterValue(parameter.name, parameter.type)

    def _fact(self, reference: Reference) -> Value:
        for fact in _FACTS:
            if reference.name == fact:
                return ExecutionValue(fact)
        message = f"{reference}: an execution has {', '.join(_FACTS)}"
        raise Unresolved(message, is_news=False)


def _member(value: Value, reference: Reference) -> Value:
    if not reference.path:
        return value
    if isinstance(value, StepOutput | FileValue | Item):
        return replace(value, path=(*value.path, *reference.path))
    message = f"{reference}: '{reference.owner}.{reference.name}' is text and has no member '{reference.path[0]}'"
    raise Unresolved(message)
