"""Executions of SageMaker pipelines."""

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING

from designer.aws.refusals import refusing
from designer.aws.runs import RunRecord, RunStatus, SelectedSteps, StepRecord

if TYPE_CHECKING:
    from mypy_boto3_sagemaker import SageMakerClient

_STATUS = {
    "Starting": RunStatus.WAITING,
    "Executing": RunStatus.RUNNING,
    "Stopping": RunStatus.RUNNING,
    "Stopped": RunStatus.STOPPED,
    "Failed": RunStatus.FAILED,
    "Succeeded": RunStatus.SUCCEEDED,
}


class SageMakerRuns:
    """Starts and reads executions; `pipeline` is its name."""

    def __init__(self, client: "SageMakerClient") -> None:
        self._client = client

    def start(self, pipeline: str, parameters: Mapping[str, object], selected: SelectedSteps | None = None) -> str:
        """Start an execution, of selected steps alone where some are given, and return its ARN."""
        values = [{"Name": name, "Value": _text(value)} for name, value in parameters.items()]
        with refusing(f"start pipeline '{pipeline}'"):
            answer = self._client.start_pipeline_execution(
                PipelineName=pipeline,
                PipelineParameters=values,  # type: ignore[arg-type]
                ClientRequestToken=uuid.uuid4().hex,
                **_selection(selected),  # type: ignore[arg-type]
            )
        return answer["PipelineExecutionArn"]

    def read(self, pipeline: str, run_id: str) -> RunRecord:
        """Return an execution with its steps."""
        with refusing(f"describe the execution of '{pipeline}'"):
            found = self._client.describe_pipeline_execution(PipelineExecutionArn=run_id)
            pages = self._client.get_paginator("list_pipeline_execution_steps").paginate(
                PipelineExecutionArn=run_id, SortOrder="Ascending"
            )
            steps = [step for page in pages for step in page["PipelineExecutionSteps"]]
        return RunRecord(
            id=run_id,
            status=_STATUS[found["PipelineExecutionStatus"]],
            started=found.get("CreationTime"),
            ended=found.get("LastModifiedTime"),
            reason=found.get("FailureReason", ""),
            steps=tuple(
                StepRecord(
                    name=step["StepName"],
                    status=_STATUS[step["StepStatus"]],
                    started=step.get("StartTime"),
                    ended=step.get("EndTime"),
                    reason=step.get("FailureReason", ""),
                )
                for step in steps
            ),
        )

    def recent(self, pipeline: str) -> tuple[RunRecord, ...]:
        """Return the latest executions, newest first."""
        with refusing(f"list the executions of '{pipeline}'"):
            found = self._client.list_pipeline_executions(PipelineName=pipeline, SortOrder="Descending")
        return tuple(
            RunRecord(
                id=one["PipelineExecutionArn"],
                status=_STATUS[one["PipelineExecutionStatus"]],
                started=one.get("StartTime"),
                reason=one.get("PipelineExecutionFailureReason", ""),
            )
            for one in found["PipelineExecutionSummaries"]
        )

    def stop(self, pipeline: str, run_id: str) -> None:
        """Ask an execution to end."""
        with refusing(f"stop the execution of '{pipeline}'"):
            self._client.stop_pipeline_execution(PipelineExecutionArn=run_id, ClientRequestToken=uuid.uuid4().hex)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _selection(selected: SelectedSteps | None) -> dict[str, object]:
    if selected is None:
        return {}
    source = {"SourcePipelineExecutionArn": selected.source} if selected.source else {}
    return {"SelectiveExecutionConfig": {**source, "SelectedSteps": [{"StepName": name} for name in selected.steps]}}
