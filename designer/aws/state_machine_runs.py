"""Executions of Step Functions state machines."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from designer.aws.refusals import refusing
from designer.aws.runs import RunRecord, RunStatus, SelectedSteps, StepRecord, refuse_selection

if TYPE_CHECKING:
    from mypy_boto3_stepfunctions import SFNClient
    from mypy_boto3_stepfunctions.type_defs import HistoryEventTypeDef

_STATUS = {
    "RUNNING": RunStatus.RUNNING,
    "SUCCEEDED": RunStatus.SUCCEEDED,
    "FAILED": RunStatus.FAILED,
    "TIMED_OUT": RunStatus.FAILED,
    "ABORTED": RunStatus.STOPPED,
    "PENDING_REDRIVE": RunStatus.FAILED,
}


class StateMachineRuns:
    """Starts and reads executions; `pipeline` is the state machine's ARN."""

    def __init__(self, client: "SFNClient") -> None:
        self._client = client

    def start(self, pipeline: str, parameters: Mapping[str, object], selected: SelectedSteps | None = None) -> str:
        """Start an execution with the parameters as its input, and return its ARN."""
        refuse_selection(selected, "a state machine")
        with refusing("start the state machine"):
            answer = self._client.start_execution(stateMachineArn=pipeline, input=json.dumps(dict(parameters)))
        return answer["executionArn"]

    def read(self, pipeline: str, run_id: str) -> RunRecord:
        """Return an execution with its states."""
        with refusing(f"describe the execution of '{pipeline}'"):
            found = self._client.describe_execution(executionArn=run_id)
            pages = self._client.get_paginator("get_execution_history").paginate(
                executionArn=run_id, includeExecutionData=False
            )
            events = [event for page in pages for event in page["events"]]
        status = _STATUS[found["status"]]
        reason = ": ".join(part for part in (found.get("error", ""), found.get("cause", "")) if part)
        return RunRecord(
            id=run_id,
            status=status,
            started=found.get("startDate"),
            ended=found.get("stopDate"),
            reason=reason,
            steps=_steps(events, status, reason),
        )

    def recent(self, pipeline: str) -> tuple[RunRecord, ...]:
        """Return the latest executions, newest first."""
        with refusing(f"list the executions of '{pipeline}'"):
            found = self._client.list_executions(stateMachineArn=pipeline, maxResults=50)
        return tuple(
            RunRecord(
                id=one["executionArn"],
                status=_STATUS[one["status"]],
                started=one.get("startDate"),
                ended=one.get("stopDate"),
            )
            for one in found["executions"]
        )

    def stop(self, pipeline: str, run_id: str) -> None:
        """Ask an execution to end."""
        with refusing(f"stop the execution of '{pipeline}'"):
            self._client.stop_execution(executionArn=run_id)


def _steps(events: Iterable["HistoryEventTypeDef"], status: RunStatus, reason: str) -> tuple[StepRecord, ...]:
    """Fold the history into one record per state, in the order of first entry; a loop counts as one."""
    records: dict[str, StepRecord] = {}
    for event in events:
        entered, exited = event.get("stateEnteredEventDetails"), event.get("stateExitedEventDetails")
        if entered:
            name = entered["name"]
            started = records[name].started if name in records else event["timestamp"]
            records[name] = StepRecord(name=name, status=RunStatus.RUNNING, started=started)
        elif exited and exited["name"] in records:
            before = records[exited["name"]]
            records[before.name] = StepRecord(
                name=before.name, status=RunStatus.SUCCEEDED, started=before.started, ended=event["timestamp"]
            )
    left = {RunStatus.FAILED: RunStatus.FAILED, RunStatus.STOPPED: RunStatus.STOPPED}.get(status)
    return tuple(
        StepRecord(name=one.name, status=left, started=one.started, reason=reason)
        if left and one.status is RunStatus.RUNNING
        else one
        for one in records.values()
    )
