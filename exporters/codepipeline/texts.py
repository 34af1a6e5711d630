"""Values as CodePipeline itself writes them in the configuration of an action: text with `#{...}` in it."""

import json

from designer.catalog.values import (
    AsText,
    Deployed,
    ExecutionValue,
    FileValue,
    Joined,
    JsonText,
    ParameterValue,
    StepOutput,
    expressions_in,
    is_expression,
)
from exporters.codepipeline.shell_values import EXECUTION_ID_VARIABLE, output_variable

LONGEST_TEXT = 1000


def is_writable(value: object) -> bool:
    """Say whether CodePipeline has a variable for everything in a value; files and the start it knows nothing of."""
    return not any(
        isinstance(one, FileValue) or (isinstance(one, ExecutionValue) and one.fact == "start")
        for one in expressions_in(value)
    )


def pipeline_text(value: object, pipeline: str) -> str:
    """Return a value as text with CodePipeline's own variables; `ValueError` for one that is not writable."""
    if isinstance(value, Joined):
        return "".join(pipeline_text(part, pipeline) for part in value.parts)
    if isinstance(value, AsText):
        return pipeline_text(value.value, pipeline)
    if isinstance(value, JsonText):
        return json.dumps({name: _member(one, pipeline) for name, one in value.members}, ensure_ascii=False)
    if isinstance(value, bool):
        return str(value).lower()
    return _variable(value, pipeline)


def _member(value: object, pipeline: str) -> object:
    return pipeline_text(value, pipeline) if is_expression(value) else value


def _variable(value: object, pipeline: str) -> str:
    if isinstance(value, Deployed):
        return f"${{{value.name}}}"
    if isinstance(value, ParameterValue):
        return f"#{{variables.{value.name}}}"
    if isinstance(value, StepOutput):
        return f"#{{{value.step}.{output_variable(value.path)}}}"
    if isinstance(value, ExecutionValue) and value.fact != "start":
        return pipeline if value.fact == "name" else EXECUTION_ID_VARIABLE
    if not is_writable(value):
        raise ValueError(f"CodePipeline has no variable for {value}")
    return str(value)
