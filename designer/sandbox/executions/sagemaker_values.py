"""The expressions of a SageMaker pipeline definition: references, joined text, figures from files, conditions."""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from designer.sandbox.documents import Record, Value
from designer.sandbox.executions.sagemaker_model import BRANCHES, Execution

_STEP_REFERENCE = re.compile(r"^Steps\.([A-Za-z0-9_-]+)\.?(.*)$")
_PATH_PART = re.compile(r"\['([^']*)'\]|\[\"([^\"]*)\"\]|\[(\d+)\]|([^.\[\]]+)")
_NAME_MEMBERS = ("OutputName", "InputName", "ChannelName", "Name", "Key")
ReadFile: TypeAlias = Callable[[str], Value]


class ValueMissing(Exception):
    """Say which reference leads nowhere."""


class Values:
    """Resolve expressions in one execution; `read_file` returns the JSON document at an S3 URI."""

    def __init__(self, execution: Execution, read_file: ReadFile, item: Value = None) -> None:
        self._execution = execution
        self._read_file = read_file
        self._item = item

    def for_item(self, item: Value) -> "Values":
        """Return the same values inside a ForEach, for one of its items."""
        return Values(self._execution, self._read_file, item)

    def resolve(self, value: Value) -> Value:
        """Return a value with every expression in it replaced."""
        if isinstance(value, list):
            return [self.resolve(item) for item in value]
        if not isinstance(value, dict):
            return value
        if set(value) == {"Get"}:
            return self.reference(value["Get"])
        if set(value) == {"Std:Join"}:
            join = value["Std:Join"]
            return str(join.get("On", "")).join(_text(self.resolve(item)) for item in join["Values"])
        if set(value) == {"Std:JsonGet"}:
            return self._json_get(value["Std:JsonGet"])
        return {name: self.resolve(item) for name, item in value.items() if name not in BRANCHES}

    def reference(self, path: str) -> Value:
        """Return what a Get path leads to."""
        if path.startswith("Parameters."):
            name = path.removeprefix("Parameters.")
            if name not in self._execution.parameters:
                raise ValueMissing(f"There is no pipeline parameter {name}.")
            return self._execution.parameters[name]
        if path.startswith("Execution."):
            return self._execution_variable(path.removeprefix("Execution."))
        if path.startswith("ForEach."):
            return follow(self._item, path.removeprefix("ForEach.").removeprefix("CurrentItem").lstrip("."), path)
        match = _STEP_REFERENCE.match(path)
        if match is None or match[1] not in self._execution.results():
            raise ValueMissing(f"{path} refers to a step that has not run.")
        return follow(self._execution.results()[match[1]].result, match[2], path)

    def condition(self, condition: Record) -> bool:
        """Return whether a condition holds."""
        kind = condition["Type"]
        if kind == "Not":
            return not self.condition(condition.get("Condition") or condition["Expression"])
        if kind in {"And", "Or"}:
            results = [self.condition(item) for item in condition["Conditions"]]
            return all(results) if kind == "And" else any(results)
        if kind in {"In", "NotIn"}:
            query = self.resolve(condition.get("QueryValue", condition.get("Value")))
            found = query in self.resolve(condition.get("Values", condition.get("In")))
            return found if kind == "In" else not found
        left, right = self.resolve(condition["LeftValue"]), self.resolve(condition["RightValue"])
        if kind not in _COMPARISONS:
            raise ValueMissing(f"The sandbox does not know conditions of type {kind}.")
        return _COMPARISONS[kind](*_alike(left, right))

    def _execution_variable(self, name: str) -> Value:
        execution = self._execution
        known = {
            "PipelineName": execution.pipeline_name,
            "PipelineArn": execution.pipeline_arn,
            "PipelineExecutionId": execution.execution_id,
            "PipelineExecutionArn": execution.arn,
            "StartDateTime": execution.started.isoformat(),
            "CurrentDateTime": execution.modified.isoformat(),
        }
        if name not in known:
            raise ValueMissing(f"There is no execution variable {name}.")
        return known[name]

    def _json_get(self, source: Record) -> Value:
        place = str(self.resolve(source["S3Uri"] if "S3Uri" in source else source["PropertyFile"]))
        return follow(self._read_file(place), source["Path"], f"{place}: {source['Path']}")


def follow(value: Value, path: str, whole: str) -> Value:
    """Return what stands at a path such as `Outputs['train'].S3Output.S3Uri`; lists are entered by name or number."""
    for match in _PATH_PART.finditer(path):
        name = next(part for part in match.groups() if part is not None)
        value = _entered(value, name, whole)
    return value


def references(value: Value) -> Iterator[str]:
    """Yield every Get path in a part of a definition, leaving out the steps that it contains."""
    if isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, dict):
        if isinstance(value.get("Get"), str):
            yield value["Get"]
        for name, item in value.items():
            if name not in BRANCHES:
                yield from references(item)


def referenced_steps(step: Record) -> set[str]:
    """Return the names of the steps that a step waits for."""
    named = {match[1] for path in references(step) if (match := _STEP_REFERENCE.match(path))}
    for item in step.get("DependsOn", []):
        named.add(item if isinstance(item, str) else str(item.get("StepName", item.get("Name", ""))))
    return named


def property_file_paths(definition: Record) -> dict[str, list[str]]:
    """Return, for each property file reference, the paths that the definition's conditions read in it."""
    found: dict[str, list[str]] = {}

    def walk(value: Value) -> None:
        if isinstance(value, list):
            for item in value:
                walk(item)
        elif isinstance(value, dict):
            source = value.get("Std:JsonGet")
            if isinstance(source, dict) and "PropertyFile" in source:
                found.setdefault(source["PropertyFile"]["Get"], []).append(source["Path"])
            for item in value.values():
                walk(item)

    walk(definition)
    return found


def _entered(value: Value, name: str, whole: str) -> Value:
    if isinstance(value, list):
        if name.isdigit() and int(name) < len(value):
            return value[int(name)]
        for item in value:
            if isinstance(item, dict) and any(item.get(member) == name for member in _NAME_MEMBERS):
                return item
    elif isinstance(value, dict) and name in value:
        return value[name]
    raise ValueMissing(f"{whole} leads nowhere: there is no {name}.")


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _alike(left: Value, right: Value) -> tuple[Value, Value]:
    if isinstance(left, str) != isinstance(right, str):
        try:
            return float(left), float(right)
        except (TypeError, ValueError):
            return _text(left), _text(right)
    return left, right


_COMPARISONS: Mapping[str, Callable[[Value, Value], bool]] = {
    "Equals": operator.eq,
    "NotEquals": operator.ne,
    "GreaterThan": operator.gt,
    "GreaterThanOrEqualTo": operator.ge,
    "LessThan": operator.lt,
    "LessThanOrEqualTo": operator.le,
}
