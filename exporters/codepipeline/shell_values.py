"""How a value is written in a buildspec: as an expression of jq over environment variables.

A request is a jq program: JSON is one already, and an expression takes the place of what is not known yet. So no value is
ever pasted into JSON or into a shell word, and a quote in a parameter breaks nothing.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from designer.catalog.steps import VARIABLE
from designer.catalog.values import (
    AsText,
    Deployed,
    ExecutionValue,
    Expression,
    FileValue,
    Joined,
    JsonText,
    ParameterValue,
    StepOutput,
    expressions_in,
    is_expression,
)

EXECUTION_ID = "PIPELINE_EXECUTION_ID"
EXECUTION_ID_VARIABLE = "#{codepipeline.PipelineExecutionId}"
EXECUTION_START = "PIPELINE_START"
_NUMBERS = ("Integer", "Float")


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The environment of one action.

    `action` maps names to texts with CodePipeline variables, given by the action; `project` maps names to values known
    when the template is deployed; `files` are the JSON files that must be read first, by the variable they fill.
    `needs_start` is set when the start of the execution must be looked up first.
    """

    action: Mapping[str, str] = field(default_factory=dict)
    project: Mapping[str, Deployed] = field(default_factory=dict)
    files: Mapping[str, FileValue] = field(default_factory=dict)
    needs_start: bool = False


def variable(prefix: str, *parts: str | int) -> str:
    """Return the name of an environment variable (`TRAIN_ModelArtifacts_S3ModelArtifacts`)."""
    words = "_".join(re.sub(r"[^A-Za-z0-9]+", "_", str(part)) for part in parts)
    return f"{prefix}_{words}"


def output_variable(path: tuple[str | int, ...]) -> str:
    """Return the name under which a step exports a member of its answer; variables of an action have theirs already."""
    if path[:1] == (VARIABLE,):
        return str(path[1])
    return variable("OUT", *path)


def environment_of(*values: object) -> Environment:
    """Return all that these values take from the environment, in a stable order."""
    found = tuple(one for value in values for one in expressions_in(value))
    action = {name: text for one in found for name, text in _given_by_action(one)}
    project = {one.name: one for one in found if isinstance(one, Deployed)}
    return Environment(
        action=dict(sorted(action.items())),
        project=dict(sorted(project.items())),
        files={_file_variable(one): one for one in found if isinstance(one, FileValue)},
        needs_start=any(isinstance(one, ExecutionValue) and one.fact == "start" for one in found),
    )


def _given_by_action(value: Expression) -> Iterator[tuple[str, str]]:
    if isinstance(value, ParameterValue):
        yield variable("PARAM", value.name), f"#{{variables.{value.name}}}"
    elif isinstance(value, StepOutput):
        yield _step_variable(value), f"#{{{value.step}.{output_variable(value.path)}}}"
    elif isinstance(value, ExecutionValue) and value.fact != "name":
        yield EXECUTION_ID, EXECUTION_ID_VARIABLE


def _step_variable(value: StepOutput) -> str:
    return variable("STEP", value.step, *value.path)


def _file_variable(value: FileValue) -> str:
    return variable("FILE", value.step, value.output, *value.path)


def jq(value: object, pipeline: str) -> str:
    """Return a jq expression that gives a value, or a request with values in it."""
    return "".join(_written(value, pipeline, "  "))


def _written(value: object, pipeline: str, indent: str) -> Iterator[str]:
    if is_expression(value):
        yield _expression(value, pipeline)
    elif isinstance(value, Mapping) and value:
        lines = [
            f"{literal(str(key))}: {''.join(_written(one, pipeline, indent + '  '))}" for key, one in value.items()
        ]
        yield "{\n" + ",\n".join(f"{indent}{line}" for line in lines) + f"\n{indent[:-2]}}}"
    elif isinstance(value, list | tuple) and value:
        lines = ["".join(_written(one, pipeline, indent + "  ")) for one in value]
        yield "[\n" + ",\n".join(f"{indent}{line}" for line in lines) + f"\n{indent[:-2]}]"
    else:
        yield literal(list(value) if isinstance(value, tuple) else value)


def _expression(value: object, pipeline: str) -> str:
    if isinstance(value, ParameterValue):
        return _parameter(value)
    if isinstance(value, StepOutput):
        return f"env.{_step_variable(value)}"
    if isinstance(value, ExecutionValue):
        return {"id": f"env.{EXECUTION_ID}", "start": f"env.{EXECUTION_START}", "name": literal(pipeline)}[value.fact]
    if isinstance(value, Deployed):
        return f"env.{value.name}"
    if isinstance(value, FileValue):
        return f"(env.{_file_variable(value)} | fromjson)"
    return _text(value, pipeline)


def _text(value: object, pipeline: str) -> str:
    if isinstance(value, AsText):
        return as_text(value.value, pipeline)
    if isinstance(value, JsonText):
        members = ", ".join(f"{literal(name)}: {jq(member, pipeline)}" for name, member in value.members)
        return f"({{{members}}} | tojson)"
    if isinstance(value, Joined):
        return "(" + " + ".join(as_text(part, pipeline) for part in value.parts) + ")"
    return literal(value)


def _parameter(value: ParameterValue) -> str:
    name = f"env.{variable('PARAM', value.name)}"
    if value.type in _NUMBERS:
        return f"({name} | tonumber)"
    return f'({name} | ascii_downcase == "true")' if value.type == "Boolean" else name


def as_text(value: object, pipeline: str) -> str:
    """Return a jq expression that gives a value as text."""
    if isinstance(value, ParameterValue):
        name = f"env.{variable('PARAM', value.name)}"
        return f"({name} | ascii_downcase)" if value.type == "Boolean" else name
    if isinstance(value, FileValue):
        return f"({_expression(value, pipeline)} | tostring)"
    if is_expression(value):
        return _expression(value, pipeline)
    return literal(str(value).lower() if isinstance(value, bool) else str(value))


def literal(value: object) -> str:
    """Return JSON that jq reads as this value, and in which the template finds no `${...}` to fill in."""
    return json.dumps(value).replace("${", "\\u0024{")


def jq_path(path: tuple[str | int, ...]) -> str:
    """Return a jq path (`.ModelArtifacts.S3ModelArtifacts`, `.builds[0].buildStatus`)."""
    parts = (
        f"[{part}]"
        if isinstance(part, int)
        else f".{part}"
        if re.fullmatch(r"[A-Za-z_]\w*", part)
        else f"[{literal(part)}]"
        for part in path
    )
    text = "".join(parts)
    return text if text.startswith(".") else f".{text}"
