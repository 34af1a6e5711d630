"""What is remembered of an execution of a CodePipeline."""

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

from designer.sandbox.documents import Record


@dataclass(slots=True, kw_only=True)
class ActionRun:
    """Hold one action of an execution."""

    stage: str
    action: Record
    status: str = "InProgress"
    run_id: str = field(default_factory=lambda: str(uuid4()))
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    changed: datetime = field(default_factory=lambda: datetime.now(UTC))
    configuration: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    external_id: str = ""
    summary: str = ""
    error: str = ""
    token: str = ""
    answer: Record = field(default_factory=dict)
    answered: threading.Event = field(default_factory=threading.Event)


@dataclass(slots=True, kw_only=True)
class RuleRun:
    """Hold one look at a rule of a stage: `error` says why it does not hold, empty where it does."""

    stage: str
    rule: Record
    error: str
    run_id: str = field(default_factory=lambda: str(uuid4()))
    started: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(slots=True, kw_only=True)
class StageRun:
    """Hold one stage of an execution."""

    name: str
    status: str = "InProgress"
    reason: str = ""


@dataclass(slots=True, kw_only=True)
class CodeExecution:
    """Hold an execution of a pipeline, with the declaration that it runs."""

    execution_id: str
    declaration: Record
    variables: dict[str, str]
    status: str = "InProgress"
    summary: str = ""
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    changed: datetime = field(default_factory=lambda: datetime.now(UTC))
    stages: dict[str, StageRun] = field(default_factory=dict)
    actions: list[ActionRun] = field(default_factory=list)
    rules: list[RuleRun] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    abandon: bool = False

    def latest(self, stage: str, action: str) -> ActionRun | None:
        """Return the latest run of an action."""
        found = [run for run in self.actions if run.stage == stage and run.action["name"] == action]
        return found[-1] if found else None


class ActionFailed(Exception):
    """Say why an action failed."""
