"""Expressions as SageMaker Pipelines writes them (`Get`, `Std:Join`, `Std:JsonGet`), read and made values of ours."""

import re
from collections.abc import Callable, Iterator, Mapping

from designer.catalog.execution_facts import ExecutionFact
from designer.catalog.steps import AllOf, AnyOf, Comparison, Condition, Not, Operator
from designer.catalog.values import ExecutionValue, FileValue, StepOutput, Value, joined

GET = "Get"
JOIN = "Std:Join"
JSON_GET = "Std:JsonGet"
_FACTS: Mapping[str, ExecutionFact] = {
    "PipelineExecutionId": "id",
    "StartDateTime": "start",
    "PipelineName": "name",
}
_OPERATORS: Mapping[str, Operator] = {
    "Equals": "==",
    "NotEquals": "!=",
    "GreaterThan": ">",
    "GreaterThanOrEqualTo": ">=",
    "LessThan": "<",
    "LessThanOrEqualTo": "<=",
}
_PART = re.compile(r"\.?(?P<name>[^.\[\]]+)|\[(?P<index>\d+)\]|\[(?P<quote>['\"])(?P<key>.*?)(?P=quote)\]")


def is_expression_text(value: object) -> bool:
    """Say whether a value stands for one that is known only in a run."""
    return isinstance(value, Mapping) and len(value) == 1 and not {GET, JOIN, JSON_GET}.isdisjoint(value)


def gets_in(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every `Get` inside a value with the place of what holds it."""
    if isinstance(value, Mapping):
        if len(value) == 1 and isinstance(value.get(GET), str):
            yield path, str(value[GET])
            return
        for key, member in value.items():
            yield from gets_in(member, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for index, member in enumerate(value):
            yield from gets_in(member, (*path, index))


def named(get: str, owner: str) -> str:
    """Return the step or parameter that a `Get` names, where it is one of that owner's (`Steps`, `Parameters`)."""
    begin, _, rest = get.partition(".")
    return rest.split(".", 1)[0].split("[", 1)[0] if begin == owner else ""


def steps_read(value: object) -> tuple[str, ...]:
    """Return the steps that a value reads, each once, in order."""
    return tuple(dict.fromkeys(name for _, get in gets_in(value) if (name := named(get, "Steps"))))


def parameters_read(value: object) -> frozenset[str]:
    """Return the parameters that a value reads."""
    return frozenset(name for _, get in gets_in(value) if (name := named(get, "Parameters")))


def path_parts(text: str) -> tuple[str | int, ...]:
    """Split `Outputs['train'].S3Output[0]` into its parts; raise `ValueError` for what is no path."""
    parts: list[str | int] = []
    place = 0
    while place < len(text):
        match = _PART.match(text, place)
        if match is None or match.end() == place:
            raise ValueError(f"'{text}' is no path: write it like Outputs['train'].S3Output.S3Uri.")
        name, index, key = match["name"], match["index"], match["key"]
        parts.append(int(index) if index is not None else name if name is not None else key)
        place = match.end()
    return tuple(parts)


def value_of(raw: object, resolve: Callable[[object], object]) -> Value:
    """Return an expression as a value of ours; raise `ValueError` with a sentence where there is none like it.

    `resolve` turns `${params.Name}` and `${step.file}` into values.
    """
    if isinstance(raw, str | int | float | bool):
        return raw
    if isinstance(raw, Mapping) and len(raw) == 1:
        (function, argument), *_ = raw.items()
        if function == GET and isinstance(argument, str):
            return _got(argument, resolve)
        if function == JOIN and isinstance(argument, Mapping):
            return _joined(argument, resolve)
        if function == JSON_GET and isinstance(argument, Mapping):
            return _file_value(argument, resolve)
    raise ValueError("This is a value that only SageMaker Pipelines knows how to read; compare a plain value instead.")


def condition_of(raw: object, resolve: Callable[[object], object]) -> Condition:
    """Return a condition as one of ours; raise `ValueError` with a sentence where there is none like it."""
    if not isinstance(raw, Mapping):
        raise ValueError("A condition is an object with a Type, such as Equals.")  # noqa: TRY004 - makes a finding
    kind = str(raw.get("Type"))
    if kind in _OPERATORS:
        left, right = value_of(raw.get("LeftValue"), resolve), value_of(raw.get("RightValue"), resolve)
        return Comparison(left, _OPERATORS[kind], right)
    if kind == "Not":
        return Not(condition_of(raw.get("Condition"), resolve))
    if kind == "Or":
        return AnyOf(tuple(condition_of(one, resolve) for one in _list(raw.get("Conditions"))))
    if kind == "In":
        looked_for = value_of(raw.get("QueryValue", raw.get("Value")), resolve)
        choices = _list(raw.get("Values", raw.get("In")))
        return AnyOf(tuple(Comparison(looked_for, "==", value_of(one, resolve)) for one in choices))
    raise ValueError(f"There is no condition of the type '{kind}': take {', '.join(_OPERATORS)}, In, Not or Or.")


def all_of(raw: object, resolve: Callable[[object], object]) -> Condition:
    """Return conditions that must all hold as one."""
    conditions = tuple(condition_of(one, resolve) for one in _list(raw))
    if not conditions:
        raise ValueError("A condition step needs at least one condition.")
    return conditions[0] if len(conditions) == 1 else AllOf(conditions)


def _list(raw: object) -> list[object]:
    if isinstance(raw, list | tuple):
        return list(raw)
    raise ValueError("The conditions and the values to look among are lists.")


def _got(get: str, resolve: Callable[[object], object]) -> Value:
    owner, _, rest = get.partition(".")
    if owner == "Parameters":
        return resolve(f"${{params.{rest}}}")  # type: ignore[return-value]  # a reference resolves to a value
    if owner == "Execution" and rest in _FACTS:
        return ExecutionValue(_FACTS[rest])
    if owner == "Steps":
        step, *path = path_parts(rest)
        if path[:1] == ["OutputParameters"]:
            path[0] = "Payload"
        if path:
            return StepOutput(str(step), tuple(path))
    raise ValueError(f"'{get}' is a value that SageMaker Pipelines alone has.")


def _joined(argument: Mapping[str, object], resolve: Callable[[object], object]) -> Value:
    between = str(argument.get("On", ""))
    parts: list[Value] = []
    for one in _list(argument.get("Values")):
        parts.extend((between, value_of(one, resolve)) if parts else (value_of(one, resolve),))
    return joined(*parts)


def _file_value(argument: Mapping[str, object], resolve: Callable[[object], object]) -> Value:
    file = argument.get("PropertyFile")
    got = file.get(GET) if isinstance(file, Mapping) else None
    parts = path_parts(str(got).removeprefix("Steps.")) if isinstance(got, str) else ()
    if len(parts) != len(("step", "PropertyFiles", "name")):
        raise ValueError("The property file is named as Steps.<step>.PropertyFiles.<name>.")
    found = resolve(f"${{{parts[0]}.{parts[2]}}}")
    if not isinstance(found, FileValue):
        raise ValueError(f"The step '{parts[0]}' has no property file '{parts[2]}'.")  # noqa: TRY004 - makes a finding
    return FileValue(
        step=found.step,
        output=found.output,
        file=found.file,
        uri=found.uri,
        path=path_parts(str(argument.get("Path", ""))),
    )
