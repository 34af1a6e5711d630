"""How a value is written in SDK source: parameters and steps by their variables, texts as f-strings and joins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from designer.catalog.steps import AnyOf, Comparison, Condition, Not
from designer.catalog.values import (
    AsText,
    Deployed,
    ExecutionValue,
    FileValue,
    Item,
    Joined,
    ParameterValue,
    StepOutput,
    Value,
    is_expression,
    joined,
)
from exporters.sagemaker.conditions import COMPARISONS
from exporters.sagemaker.python_code import Code, Entries, Written, escaped, invoked, items, quoted
from exporters.sagemaker.values import (
    PAYLOAD,
    bracketed_item,
    bracketed_parts,
    is_text_already,
    json_path,
    literal_text,
    property_file_name,
)

_CONDITIONS = "sagemaker.core.workflow.conditions"
_FUNCTIONS = "sagemaker.core.workflow.functions"
EXECUTION_VARIABLES = "sagemaker.core.workflow.execution_variables"
_EXECUTION = {
    "id": "PIPELINE_EXECUTION_ID",
    "start": "START_DATETIME",
    "name": "PIPELINE_NAME",
    "training_job": "TRAINING_JOB_NAME",
    "processing_job": "PROCESSING_JOB_NAME",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The variables that stand for parameters, steps, property files and placeholders, and what is to be imported."""

    parameters: Mapping[str, str]
    steps: Mapping[str, str]
    files: Mapping[tuple[str, str], str]
    constants: Mapping[str, str]
    imports: set[tuple[str, str]] = field(default_factory=set)

    def use(self, module: str, name: str) -> str:
        """Import a name, and return it."""
        self.imports.add((module, name))
        return name


def value_code(value: object, scope: Scope) -> Code:
    """Write a request, or any part of one, as Python."""
    if is_expression(value):
        return _expression(value, scope)
    if isinstance(value, str):
        return Written(quoted(value))
    if isinstance(value, Mapping):
        return Entries(tuple((quoted(str(key)), value_code(member, scope)) for key, member in value.items()))
    if isinstance(value, Sequence):
        return items(value_code(member, scope) for member in value)
    return Written(repr(value))


def condition_code(condition: Condition, scope: Scope) -> Code:
    """Write a condition that went through `conjuncts`."""
    if isinstance(condition, Comparison):
        name = scope.use(_CONDITIONS, f"Condition{COMPARISONS[condition.operator]}")
        return invoked(name, left=value_code(condition.left, scope), right=value_code(condition.right, scope))
    if isinstance(condition, Not):
        return invoked(scope.use(_CONDITIONS, "ConditionNot"), condition_code(condition.member, scope))
    if not isinstance(condition, AnyOf):
        raise TypeError(condition)
    members = items(condition_code(member, scope) for member in condition.members)
    return invoked(scope.use(_CONDITIONS, "ConditionOr"), conditions=members)


def _expression(value: object, scope: Scope) -> Code:
    if isinstance(value, Joined | Deployed):
        return _text(value.parts if isinstance(value, Joined) else (value,), scope)
    if isinstance(value, AsText):
        return _as_text(value, scope)
    if isinstance(value, ParameterValue):
        return Written(scope.parameters[value.name])
    if isinstance(value, ExecutionValue):
        return Written(f"{scope.use(EXECUTION_VARIABLES, 'ExecutionVariables')}.{_EXECUTION[value.fact]}")
    if isinstance(value, StepOutput):
        return _step_output(value, scope)
    if isinstance(value, Item):
        name = scope.use("sagemaker.mlops.workflow.for_each_step", "CurrentItem")
        return Written(f"{name}()" + "".join(bracketed_item(value.path, '"')))
    if not isinstance(value, FileValue):
        raise TypeError(value)
    return invoked(
        scope.use(_FUNCTIONS, "JsonGet"),
        step_name=Written(f"{scope.steps[value.step]}.name"),
        property_file=Written(scope.files[value.step, property_file_name(value.output, value.file)]),
        json_path=Written(quoted(json_path(value.path))),
    )


def _step_output(value: StepOutput, scope: Scope) -> Code:
    step = scope.steps[value.step]
    if value.path[:1] == (PAYLOAD,):
        return Written(f"{step}.properties.Outputs[{quoted(str(value.path[1]))}]")
    match value.path:
        case ("ProcessingOutputConfig", "Outputs", str(name), "S3Output", "S3Uri"):
            return invoked(f"{step}.output_uri", Written(quoted(name)))
    return Written(f"{step}.properties" + "".join(bracketed_parts(value.path, '"')))


def _as_text(value: AsText, scope: Scope) -> Code:
    inner = value.value
    if is_text_already(inner):
        return value_code(inner, scope)
    if not is_expression(inner):
        return Written(quoted(literal_text(inner)))
    code = value_code(inner, scope)
    if isinstance(code, Written):
        return Written(f"{code.code}.to_string()")
    return invoked(scope.use(_FUNCTIONS, "Join"), on=Written('""'), values=items([code]))


def _text(parts: Sequence[Value], scope: Scope) -> Code:
    groups = _groups(parts)
    codes = [_fixed_text(group, scope) if isinstance(group, list) else value_code(group, scope) for group in groups]
    if len(codes) == 1:
        return codes[0]
    return invoked(scope.use(_FUNCTIONS, "Join"), on=Written('""'), values=items(codes))


def _groups(parts: Sequence[Value]) -> list[list[str | Deployed] | Value]:
    """Put together what is known before the pipeline runs: a list of pieces for each f-string."""
    groups: list[list[str | Deployed] | Value] = []
    flat = joined(*parts)
    for part in flat.parts if isinstance(flat, Joined) else (flat,):
        inner = part.value if isinstance(part, AsText) else part
        known = inner if isinstance(inner, Deployed) else None if is_expression(inner) else literal_text(inner)
        if known is None:
            groups.append(inner)
        elif groups and isinstance(groups[-1], list):
            groups[-1].append(known)
        else:
            groups.append([known])
    return groups


def _fixed_text(pieces: list[str | Deployed], scope: Scope) -> Code:
    names = [piece for piece in pieces if isinstance(piece, Deployed)]
    if not names:
        return Written(quoted("".join(str(piece) for piece in pieces)))
    if len(pieces) == 1:
        return Written(scope.constants[names[0].name])
    inner = "".join(
        f"{{{scope.constants[piece.name]}}}"
        if isinstance(piece, Deployed)
        else escaped(piece).replace("{", "{{").replace("}", "}}")
        for piece in pieces
    )
    return Written(f'f"{inner}"')
