"""What is remembered of an execution of a SageMaker pipeline."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from designer.sandbox.documents import Record, Value
from designer.sandbox.wire.api_error import ApiError

ENDED = frozenset({"Succeeded", "Failed", "Stopped"})
# Where each step type's arguments hold steps of their own, which are no part of the step itself.
BRANCHES = ("IfSteps", "ElseSteps", "ForEachBody")


@dataclass(slots=True, kw_only=True)
class StepRun:
    """Hold one step of an execution."""

    name: str
    kind: str
    status: str = "Executing"
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    ended: datetime | None = None
    reason: str = ""
    metadata: Record = field(default_factory=dict)
    result: Record = field(default_factory=dict)
    display_name: str = ""
    attempt: int = 1


@dataclass(slots=True, kw_only=True)
class Execution:
    """Hold an execution of a pipeline."""

    arn: str
    execution_id: str
    pipeline_name: str
    pipeline_arn: str
    role_arn: str
    definition_text: str
    definition: Record
    parameters: Mapping[str, Value]
    display_name: str = ""
    description: str = ""
    status: str = "Executing"
    reason: str = ""
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    modified: datetime = field(default_factory=lambda: datetime.now(UTC))
    steps: dict[str, StepRun] = field(default_factory=dict)
    selected: frozenset[str] = frozenset()
    reused: Mapping[str, StepRun] = field(default_factory=dict)
    stop: threading.Event = field(default_factory=threading.Event)
    tokens: dict[str, str] = field(default_factory=dict)

    def results(self) -> Mapping[str, StepRun]:
        """Return the steps that have begun, with those taken from another execution."""
        return {**self.reused, **self.steps}

    def runs(self, step: str) -> bool:
        """Say whether a step belongs to what this execution runs."""
        return not self.selected or step in self.selected


def parameter_values(definition: Record, given: list[Record]) -> dict[str, Value]:
    """Return the parameters of an execution by name, typed; refuse unknown, missing and forbidden ones."""
    declared = {item["Name"]: item for item in definition.get("Parameters", [])}
    texts = {item["Name"]: item["Value"] for item in given}
    unknown = sorted(set(texts) - set(declared))
    if unknown:
        known = ", ".join(sorted(declared)) or "none"
        raise ApiError(
            "ValidationException",
            f"Pipeline parameters [{', '.join(unknown)}] are not defined in the pipeline, which has: {known}",
        )
    missing = [name for name, item in declared.items() if name not in texts and "DefaultValue" not in item]
    if missing:
        raise ApiError(
            "ValidationException", f"Pipeline parameters [{', '.join(missing)}] have no value and no default"
        )
    return {name: _typed(item, texts.get(name, item.get("DefaultValue"))) for name, item in declared.items()}


def _typed(declaration: Record, value: Value) -> Value:
    name, kind = declaration["Name"], declaration.get("Type", "String")
    allowed = declaration.get("EnumValues")
    if allowed and value not in allowed:
        raise ApiError(
            "ValidationException", f"Pipeline parameter {name} must be one of {', '.join(map(str, allowed))}"
        )
    try:
        if kind == "Integer":
            return int(value)
        if kind == "Float":
            return float(value)
    except ValueError as error:
        raise ApiError("ValidationException", f"Pipeline parameter {name} must be of type {kind}: {value}") from error
    if kind == "Boolean":
        return str(value).lower() == "true"
    return value
