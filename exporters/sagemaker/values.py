"""How a value is written in a pipeline definition: `Get`, `Std:Join`, `Std:JsonGet`."""

import re
from collections.abc import Callable, Mapping, Sequence

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

EXECUTION = {
    "id": "PipelineExecutionId",
    "start": "StartDateTime",
    "name": "PipelineName",
    "training_job": "TrainingJobName",
    "processing_job": "ProcessingJobName",
}
PAYLOAD = "Payload"
_KEYED_MEMBERS = frozenset({"Outputs", "HyperParameters", "Environment", "FinalMetricDataList", "Tags"})
_MEMBER = re.compile(r"[A-Z][A-Za-z0-9]*")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def written(value: object) -> object:
    """Write a request, or any part of one, as plain JSON."""
    writer = _WRITERS.get(type(value))
    if writer is not None:
        return writer(value)
    if isinstance(value, Mapping):
        return {str(key): written(member) for key, member in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [written(member) for member in value]
    return value


def is_text_already(value: Value) -> bool:
    """Say whether a value needs no conversion to be text."""
    if isinstance(value, ParameterValue):
        return value.type == "String"
    return isinstance(value, str | Deployed | Joined | ExecutionValue | AsText)


def literal_text(value: object) -> str:
    """Return a number or flag as AWS writes it in text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def output_path(path: Sequence[str | int]) -> str:
    """Return the path of a step's answer as a definition spells it (`Outputs['train'].S3Output.S3Uri`)."""
    return "".join(bracketed_parts(path)).removeprefix(".")


def bracketed_parts(path: Sequence[str | int], quote: str = "'") -> tuple[str, ...]:
    """Return each part of a path as it follows the one before: `.Member`, `['key']` or `[0]`."""
    parts: list[str] = []
    before: str | int = ""
    for part in path:
        if isinstance(part, int):
            parts.append(f"[{part}]")
        elif _MEMBER.fullmatch(part) and before not in _KEYED_MEMBERS:
            parts.append(f".{part}")
        else:
            parts.append(f"[{quote}{part}{quote}]")
        before = part
    return tuple(parts)


def bracketed_item(path: Sequence[str | int], quote: str = "'") -> tuple[str, ...]:
    """Return each part of a path into an item: `.member` for plain names, else in brackets."""
    return tuple(
        f"[{part}]"
        if isinstance(part, int)
        else f".{part}"
        if _PLAIN_KEY.fullmatch(part)
        else f"[{quote}{part}{quote}]"
        for part in path
    )


def json_path(path: Sequence[str | int]) -> str:
    """Return the path into a JSON file (`metrics.accuracy.value`)."""
    parts = (
        f"[{part}]" if isinstance(part, int) else f".{part}" if _PLAIN_KEY.fullmatch(part) else f"['{part}']"
        for part in path
    )
    return "".join(parts).removeprefix(".")


def property_file_name(output: str, file: str) -> str:
    """Return the name of the property file that stands for a JSON file of a processing output."""
    stem = file.rsplit("/", 1)[-1].removesuffix(".json")
    return re.sub(r"[^A-Za-z0-9_-]+", "-", stem if stem == output else f"{output}-{stem}")


def _step_output(value: StepOutput) -> object:
    if value.path[:1] == (PAYLOAD,):
        return {"Get": f"Steps.{value.step}.OutputParameters['{value.path[1]}']"}
    return {"Get": f"Steps.{value.step}.{output_path(value.path)}"}


def _joined(value: Joined) -> object:
    whole = joined(*(_piece(part) for part in value.parts))
    if not isinstance(whole, Joined):
        return written(whole)
    return _join([written(part) for part in whole.parts])


def _piece(part: Value) -> Value:
    """Fold what is known before the pipeline runs into plain text."""
    inner = part.value if isinstance(part, AsText) else part
    if isinstance(inner, Deployed):
        return f"${{{inner.name}}}"
    return inner if is_expression(inner) else literal_text(inner)


def _as_text(value: AsText) -> object:
    inner = value.value
    if is_text_already(inner):
        return written(inner)
    return _join([written(inner)]) if is_expression(inner) else literal_text(inner)


def _file_value(value: FileValue) -> object:
    name = property_file_name(value.output, value.file)
    file = {"Get": f"Steps.{value.step}.PropertyFiles.{name}"}
    return {"Std:JsonGet": {"PropertyFile": file, "Path": json_path(value.path)}}


def _join(values: list[object]) -> object:
    return {"Std:Join": {"On": "", "Values": values}}


_WRITERS: Mapping[type[object], Callable[..., object]] = {
    StepOutput: _step_output,
    ParameterValue: lambda value: {"Get": f"Parameters.{value.name}"},
    ExecutionValue: lambda value: {"Get": f"Execution.{EXECUTION[value.fact]}"},
    Deployed: lambda value: f"${{{value.name}}}",
    Joined: _joined,
    AsText: _as_text,
    FileValue: _file_value,
    Item: lambda value: {"Get": f"ForEach.CurrentItem{''.join(bracketed_item(value.path))}"},
}
