"""Executions of CodePipeline pipelines."""

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING

from designer.aws.refusals import refusing
from designer.aws.runs import RunRecord, RunStatus, SelectedSteps, StepRecord, refuse_selection

if TYPE_CHECKING:
    from mypy_boto3_codepipeline import CodePipelineClient

_STATUS = {
    "InProgress": RunStatus.RUNNING,
    "Stopping": RunStatus.RUNNING,
    "Stopped": RunStatus.STOPPED,
    "Cancelled": RunStatus.STOPPED,
    "Superseded": RunStatus.STOPPED,
    "Abandoned": RunStatus.STOPPED,
    "Failed": RunStatus.FAILED,
    "Succeeded": RunStatus.SUCCEEDED,
}
# What a build that stands for a condition exports.
_BRANCH = "BRANCH"


class CodePipelineRuns:
    """Starts and reads executions; `pipeline` is its name."""

    def __init__(self, client: "CodePipelineClient") -> None:
        self._client = client

    def start(self, pipeline: str, parameters: Mapping[str, object], selected: SelectedSteps | None = None) -> str:
        """Start an execution with the parameters as its variables, and return its id."""
        refuse_selection(selected, "a CodePipeline")
        variables = [{"name": name, "value": str(value)} for name, value in parameters.items()]
        with refusing(f"start pipeline '{pipeline}'"):
            answer = self._client.start_pipeline_execution(
                name=pipeline,
                clientRequestToken=uuid.uuid4().hex,
                **({"variables": variables} if variables else {}),  # type: ignore[arg-type]
            )
        return answer["pipelineExecutionId"]

    def read(self, pipeline: str, run_id: str) -> RunRecord:
        """Return an execution with its rules and its actions, oldest first."""
        with refusing(f"describe the execution of '{pipeline}'"):
            found = self._client.get_pipeline_execution(pipelineName=pipeline, pipelineExecutionId=run_id)
            pages = self._client.get_paginator("list_action_executions").paginate(
                pipelineName=pipeline, filter={"pipelineExecutionId": run_id}
            )
            actions = [one for page in pages for one in page["actionExecutionDetails"]]
            rules = self._rules(pipeline, run_id)
        steps = rules
        for one in reversed(actions):
            output = one.get("output", {})
            result = output.get("executionResult", {})
            steps.append(
                StepRecord(
                    name=one["actionName"],
                    status=_STATUS[one["status"]],
                    started=one.get("startTime"),
                    ended=one.get("lastUpdateTime") if one["status"] != "InProgress" else None,
                    reason=result.get("externalExecutionSummary", "") if one["status"] == "Failed" else "",
                    link=result.get("externalExecutionUrl", ""),
                    branch=output.get("outputVariables", {}).get(_BRANCH, ""),
                )
            )
        execution = found["pipelineExecution"]
        return RunRecord(
            id=run_id,
            status=_STATUS[execution["status"]],
            started=min((step.started for step in steps if step.started), default=None),
            reason=execution.get("statusSummary", ""),
            steps=tuple(steps),
        )

    def _rules(self, pipeline: str, run_id: str) -> list[StepRecord]:
        pages = self._client.get_paginator("list_rule_executions").paginate(
            pipelineName=pipeline, filter={"pipelineExecutionId": run_id}
        )
        looks = [one for page in pages for one in page["ruleExecutionDetails"]]
        return [
            StepRecord(
                name=one["ruleName"],
                status=_STATUS[one["status"]],
                started=one.get("startTime"),
                ended=one.get("lastUpdateTime") if one["status"] != "InProgress" else None,
                reason=one.get("output", {}).get("executionResult", {}).get("errorDetails", {}).get("message", ""),
            )
            for one in reversed(looks)
        ]

    def recent(self, pipeline: str) -> tuple[RunRecord, ...]:
        """Return the latest executions, newest first."""
        with refusing(f"list the executions of '{pipeline}'"):
            found = self._client.list_pipeline_executions(pipelineName=pipeline)
        return tuple(
            RunRecord(
                id=one["pipelineExecutionId"],
                status=_STATUS[one["status"]],
                started=one.get("startTime"),
                ended=one.get("lastUpdateTime"),
            )
            for one in found["pipelineExecutionSummaries"]
        )

    def stop(self, pipeline: str, run_id: str) -> None:
        """Ask an execution to end."""
        with refusing(f"stop the execution of '{pipeline}'"):
            self._client.stop_pipeline_execution(pipelineName=pipeline, pipelineExecutionId=run_id, abandon=False)

    def approve(self, pipeline: str, action: str, *, summary: str) -> bool:
        """Say yes to the approval that an action waits for; return False when it waits for none."""
        with refusing(f"approve '{action}'"):
            state = self._client.get_pipeline_state(name=pipeline)
            waiting = [
                (stage["stageName"], one["latestExecution"]["token"])
                for stage in state["stageStates"]
                for one in stage.get("actionStates", [])
                if one.get("actionName") == action and one.get("latestExecution", {}).get("token")
            ]
            for stage_name, token in waiting:
                self._client.put_approval_result(
                    pipelineName=pipeline,
                    stageName=stage_name,
                    actionName=action,
                    result={"summary": summary, "status": "Approved"},
                    token=token,
                )
        return bool(waiting)
