"""SageMaker: executions of pipelines, which moto ends before they have begun."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record, Value
from designer.sandbox.executions.sagemaker_model import ENDED, Execution, StepRun, parameter_values
from designer.sandbox.executions.sagemaker_pipeline import start_execution
from designer.sandbox.settings import SandboxSettings
from designer.sandbox.wire.api_error import ApiError
from designer.sandbox.wire.front import Operation

SERVICE = "sagemaker"
_EXECUTION_ID_LENGTH = 12


@dataclass(slots=True)
class PipelineExecutions:
    """Hold the executions of the account's SageMaker pipelines; the pipelines themselves are moto's."""

    client_of: ClientOf
    settings: SandboxSettings
    executions: dict[str, Execution] = field(default_factory=dict)
    requests: dict[str, str] = field(default_factory=dict)

    def operations(self) -> dict[tuple[str, str], Operation]:
        """Return the operations on executions."""
        calls: Mapping[str, Operation] = {
            "StartPipelineExecution": self.start,
            "DescribePipelineExecution": lambda given: _description(self._found(given)),
            "ListPipelineExecutions": self.list_executions,
            "ListPipelineExecutionSteps": self.list_steps,
            "ListPipelineParametersForExecution": self.list_parameters,
            "DescribePipelineDefinitionForExecution": self.describe_definition,
            "StopPipelineExecution": self.stop,
            "RetryPipelineExecution": self.retry,
            "SendPipelineExecutionStepSuccess": self.send_success,
            "SendPipelineExecutionStepFailure": self.send_failure,
        }
        return {(SERVICE, name): call for name, call in calls.items()}

    def start(self, given: Record) -> Record:
        """Start an execution."""
        repeated = self.requests.get(given.get("ClientRequestToken", ""))
        if repeated is not None:
            return {"PipelineExecutionArn": repeated}
        pipeline = self._pipeline(given["PipelineName"])
        definition = _read_definition(pipeline["PipelineDefinition"])
        execution_id = uuid4().hex[:_EXECUTION_ID_LENGTH]
        execution = Execution(
            arn=f"{pipeline['PipelineArn']}/execution/{execution_id}",
            execution_id=execution_id,
            pipeline_name=pipeline["PipelineName"],
            pipeline_arn=pipeline["PipelineArn"],
            role_arn=pipeline.get("RoleArn", ""),
            definition_text=pipeline["PipelineDefinition"],
            definition=definition,
            parameters=parameter_values(definition, given.get("PipelineParameters", [])),
            display_name=given.get("PipelineExecutionDisplayName", "")
            or f"execution-{int(datetime.now(UTC).timestamp())}",
            description=given.get("PipelineExecutionDescription", ""),
        )
        self._select(execution, given.get("SelectiveExecutionConfig"))
        self.executions[execution.arn] = execution
        if given.get("ClientRequestToken"):
            self.requests[given["ClientRequestToken"]] = execution.arn
        start_execution(execution, self.client_of, self.settings)
        return {"PipelineExecutionArn": execution.arn}

    def _select(self, execution: Execution, config: Record | None) -> None:
        """Let an execution run selected steps alone, with what another one gave of the rest."""
        if not config:
            return
        others = [one for one in self.executions.values() if one.pipeline_arn == execution.pipeline_arn]
        wanted = config.get("SourcePipelineExecutionArn")
        source = next((one for one in reversed(others) if wanted in {None, one.arn}), None)
        if source is None:
            raise ApiError("ValidationException", "There is no execution to take the results of the other steps from.")
        execution.selected = frozenset(one["StepName"] for one in config["SelectedSteps"])
        execution.reused = {
            name: run
            for name, run in source.results().items()
            if name not in execution.selected and run.status == "Succeeded"
        }

    def list_executions(self, given: Record) -> Record:
        """List the executions of a pipeline, the newest first."""
        pipeline = self._pipeline(given["PipelineName"])
        found = [item for item in self.executions.values() if item.pipeline_arn == pipeline["PipelineArn"]]
        newest_first = given.get("SortOrder", "Descending") == "Descending"
        return {"PipelineExecutionSummaries": [_summary(item) for item in (reversed(found) if newest_first else found)]}

    def list_steps(self, given: Record) -> Record:
        """List the steps of an execution that have begun, the newest first unless asked otherwise."""
        steps = [_step(item) for item in self._found(given).steps.values()]
        newest_first = given.get("SortOrder", "Descending") == "Descending"
        return {"PipelineExecutionSteps": list(reversed(steps)) if newest_first else steps}

    def list_parameters(self, given: Record) -> Record:
        """List the parameters of an execution."""
        parameters = self._found(given).parameters
        return {"PipelineParameters": [{"Name": name, "Value": _text(value)} for name, value in parameters.items()]}

    def describe_definition(self, given: Record) -> Record:
        """Return the definition that an execution runs."""
        execution = self._found(given)
        return {"PipelineDefinition": execution.definition_text, "CreationTime": execution.started}

    def stop(self, given: Record) -> Record:
        """Stop an execution; the steps that have begun end first."""
        execution = self._found(given)
        if execution.status in ENDED:
            raise ApiError(
                "ValidationException", f"Pipeline execution {execution.arn} has already ended: {execution.status}"
            )
        execution.status = "Stopping"
        execution.stop.set()
        return {"PipelineExecutionArn": execution.arn}

    def retry(self, given: Record) -> Record:
        """Go on with an execution that failed or was stopped, from the steps that did not succeed."""
        execution = self._found(given)
        if execution.status not in {"Failed", "Stopped"}:
            raise ApiError(
                "ValidationException", f"Only a failed or stopped execution can be retried, not {execution.status}"
            )
        if any(step.kind == "Fail" and step.status == "Failed" for step in execution.steps.values()):
            raise ApiError("ValidationException", "An execution that was ended by a Fail step cannot be retried")
        start_execution(execution, self.client_of, self.settings)
        return {"PipelineExecutionArn": execution.arn}

    def send_success(self, given: Record) -> Record:
        """Answer a callback step."""
        outputs = {item["Name"]: item["Value"] for item in given.get("OutputParameters", [])}
        return self._answer(given["CallbackToken"], {"outputs": outputs})

    def send_failure(self, given: Record) -> Record:
        """Let a callback step fail."""
        return self._answer(given["CallbackToken"], {"failure": given.get("FailureReason", "")})

    def _answer(self, token: str, answer: Record) -> Record:
        for execution in self.executions.values():
            if token in execution.tokens:
                execution.tokens[token] = json.dumps(answer)
                return {"PipelineExecutionArn": execution.arn}
        raise ApiError("ResourceNotFound", f"No step waits for the callback token {token}")

    def _pipeline(self, name_or_arn: str) -> Record:
        name = name_or_arn.rsplit("/", 1)[-1]
        client = self.client_of(SERVICE)
        try:
            pipeline: Record = client.describe_pipeline(PipelineName=name)
        except client.exceptions.ClientError as error:
            raise ApiError("ResourceNotFound", f"Pipeline '{name}' does not exist.") from error
        return pipeline

    def _found(self, given: Record) -> Execution:
        arn = given["PipelineExecutionArn"]
        if arn not in self.executions:
            raise ApiError("ResourceNotFound", f"Pipeline execution with ARN {arn} does not exist.")
        return self.executions[arn]


def _read_definition(text: str) -> Record:
    try:
        definition: Value = json.loads(text)
    except ValueError as error:
        raise ApiError("ValidationException", f"The pipeline definition is no JSON: {error}") from error
    if not isinstance(definition, dict) or not isinstance(definition.get("Steps"), list):
        raise ApiError("ValidationException", "The pipeline definition has no list of Steps")
    checked: Record = definition
    return checked


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _summary(execution: Execution) -> Record:
    shown: Record = {
        "PipelineExecutionArn": execution.arn,
        "StartTime": execution.started,
        "PipelineExecutionStatus": execution.status,
        "PipelineExecutionDisplayName": execution.display_name,
    }
    if execution.description:
        shown["PipelineExecutionDescription"] = execution.description
    if execution.reason:
        shown["PipelineExecutionFailureReason"] = execution.reason
    return shown


def _description(execution: Execution) -> Record:
    shown = {
        name: value
        for name, value in _summary(execution).items()
        if name not in {"StartTime", "PipelineExecutionFailureReason"}
    }
    return {
        **shown,
        **({"FailureReason": execution.reason} if execution.reason else {}),
        "PipelineArn": execution.pipeline_arn,
        "CreationTime": execution.started,
        "LastModifiedTime": execution.modified,
    }


def _step(run: StepRun) -> Record:
    shown: Record = {
        "StepName": run.name, "StepStatus": run.status, "StartTime": run.started, "AttemptCount": run.attempt,
        "Metadata": run.metadata,
    }  # fmt: skip
    optional = {"StepDisplayName": run.display_name, "EndTime": run.ended, "FailureReason": run.reason}
    return {**shown, **{name: value for name, value in optional.items() if value}}
