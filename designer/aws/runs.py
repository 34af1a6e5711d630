"""What every engine tells of an execution, in one shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from designer.errors import Refusal


class RunStatus(StrEnum):
    """How far an execution or a step is."""

    WAITING = "waiting"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    STOPPED = "stopped"
    SKIPPED = "skipped"


ENDED = frozenset({RunStatus.SUCCEEDED, RunStatus.FAILED, RunStatus.STOPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRecord:
    """A step, state or action of an execution, by the engine's name for it.

    `branch` is the branch that a condition says it took, where the engine has no branches of its own.
    """

    name: str
    status: RunStatus
    started: datetime | None = None
    ended: datetime | None = None
    reason: str = ""
    link: str = ""
    branch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """An execution. `id` is what the engine calls it."""

    id: str
    status: RunStatus
    started: datetime | None = None
    ended: datetime | None = None
    reason: str = ""
    steps: tuple[StepRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectedSteps:
    """Which steps of a pipeline a run is to take, by the engine's names for them.

    What they need of the others comes from an earlier execution: `source` is its id, empty for the latest.
    """

    steps: tuple[str, ...]
    source: str = ""


def refuse_selection(selected: SelectedSteps | None, engine: str) -> None:
    """Refuse to run a part of what an engine runs as a whole."""
    if selected is not None:
        raise Refusal(f"Only SageMaker Pipelines runs a part of a pipeline; {engine} runs as a whole.")


class RunGateway(Protocol):
    """Executions of one engine; `pipeline` is the physical id of the deployed resource."""

    def start(self, pipeline: str, parameters: Mapping[str, object], selected: SelectedSteps | None = None) -> str:
        """Start an execution, of selected steps alone where the engine can, and return its id."""

    def read(self, pipeline: str, run_id: str) -> RunRecord:
        """Return an execution with its steps."""

    def recent(self, pipeline: str) -> tuple[RunRecord, ...]:
        """Return the latest executions, newest first, without their steps."""

    def stop(self, pipeline: str, run_id: str) -> None:
        """Ask an execution to end."""
