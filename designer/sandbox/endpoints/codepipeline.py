"""CodePipeline: pipelines and their executions. moto's has neither stages that advance nor approvals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

from designer.sandbox.address import ACCOUNT_ID, REGION
from designer.sandbox.documents import Record
from designer.sandbox.executions.code_model import ActionRun, CodeExecution
from designer.sandbox.executions.code_pipeline import CodePipelineRunner
from designer.sandbox.executions.code_views import (
    action_detail,
    execution_description,
    execution_summary,
    pipeline_state,
    rule_detail,
)
from designer.sandbox.wire.api_error import ApiError
from designer.sandbox.wire.front import Operation

SERVICE = "codepipeline"
_FEWEST_STAGES = 2


@dataclass(slots=True)
class CodePipelines:
    """Hold the account's pipelines and their executions."""

    runner: CodePipelineRunner
    pipelines: dict[str, Record] = field(default_factory=dict)
    metadata: dict[str, Record] = field(default_factory=dict)
    tags: dict[str, list[Record]] = field(default_factory=dict)
    executions: dict[str, list[CodeExecution]] = field(default_factory=dict)
    disabled: dict[str, set[str]] = field(default_factory=dict)

    def operations(self) -> dict[tuple[str, str], Operation]:
        """Return CodePipeline's operations on these pipelines."""
        calls: Mapping[str, Operation] = {
            "CreatePipeline": self.create_pipeline,
            "UpdatePipeline": self.update_pipeline,
            "GetPipeline": self.get_pipeline,
            "DeletePipeline": self.delete_pipeline,
            "ListPipelines": self.list_pipelines,
            "GetPipelineState": self.get_pipeline_state,
            "DisableStageTransition": lambda given: self._set_transition(given, enabled=False),
            "EnableStageTransition": lambda given: self._set_transition(given, enabled=True),
            "TagResource": self._tag,
            "UntagResource": self._untag,
            "ListTagsForResource": lambda given: {"tags": self.tags.get(_name_in(given["resourceArn"]), [])},
        }
        runs = CodeRuns(self)
        return {(SERVICE, name): call for name, call in {**calls, **runs.calls()}.items()}

    def create_pipeline(self, given: Record) -> Record:
        """Add a pipeline; no execution starts by itself, since nothing triggers in the sandbox."""
        declaration = {**given["pipeline"], "version": 1}
        name = declaration["name"]
        if name in self.pipelines:
            raise ApiError("PipelineNameInUseException", f"A pipeline with the name '{name}' already exists in account")
        _check(declaration)
        self.pipelines[name] = declaration
        self.tags[name] = given.get("tags", [])
        self.executions[name] = []
        created = datetime.now(UTC)
        self.metadata[name] = {"pipelineArn": _arn(name), "created": created, "updated": created}
        return {"pipeline": declaration, "tags": self.tags[name]}

    def update_pipeline(self, given: Record) -> Record:
        """Replace a pipeline's declaration by its next version."""
        declaration = given["pipeline"]
        name = declaration["name"]
        present = self.pipeline(name)
        _check(declaration)
        self.pipelines[name] = {**declaration, "version": present["version"] + 1}
        self.metadata[name]["updated"] = datetime.now(UTC)
        return {"pipeline": self.pipelines[name]}

    def get_pipeline(self, given: Record) -> Record:
        """Return a pipeline's declaration."""
        name = given["name"]
        return {"pipeline": self.pipeline(name), "metadata": self.metadata[name]}

    def delete_pipeline(self, given: Record) -> Record:
        """Remove a pipeline; one that is not there is as good as removed."""
        name = given["name"]
        for execution in self.executions.pop(name, []):
            execution.stop.set()
        for table in (self.pipelines, self.metadata, self.tags, self.disabled):
            table.pop(name, None)
        return {}

    def list_pipelines(self, _given: Record) -> Record:
        """List the pipelines."""
        return {
            "pipelines": [
                {"name": name, "version": declaration["version"], "pipelineType": declaration.get("pipelineType", "V1"),
                 "executionMode": declaration.get("executionMode", "SUPERSEDED"),
                 "created": self.metadata[name]["created"], "updated": self.metadata[name]["updated"]}
                for name, declaration in self.pipelines.items()
            ]
        }  # fmt: skip

    def get_pipeline_state(self, given: Record) -> Record:
        """Tell where a pipeline's stages stand."""
        declaration = self.pipeline(given["name"])
        disabled = frozenset(self.disabled.get(given["name"], ()))
        state = pipeline_state(declaration, self.executions[given["name"]], disabled)
        return {**state, **{name: self.metadata[given["name"]][name] for name in ("created", "updated")}}

    def pipeline(self, name: str) -> Record:
        """Return a pipeline's declaration; refuse where there is none."""
        if name not in self.pipelines:
            raise ApiError(
                "PipelineNotFoundException", f"Account '{ACCOUNT_ID}' does not have a pipeline with name '{name}'"
            )
        return self.pipelines[name]

    def _set_transition(self, given: Record, *, enabled: bool) -> Record:
        self.pipeline(given["pipelineName"])
        stages = self.disabled.setdefault(given["pipelineName"], set())
        (stages.discard if enabled else stages.add)(given["stageName"])
        return {}

    def _tag(self, given: Record) -> Record:
        name = _name_in(given["resourceArn"])
        kept = {tag["key"]: tag for tag in [*self.tags.get(name, []), *given["tags"]]}
        self.tags[name] = list(kept.values())
        return {}

    def _untag(self, given: Record) -> Record:
        name = _name_in(given["resourceArn"])
        self.tags[name] = [tag for tag in self.tags.get(name, []) if tag["key"] not in given["tagKeys"]]
        return {}


@dataclass(slots=True)
class CodeRuns:
    """Answer the operations on executions of pipelines."""

    account: CodePipelines

    def calls(self) -> Mapping[str, Operation]:
        """Return the operations by name."""
        return {
            "StartPipelineExecution": self.start,
            "StopPipelineExecution": self.stop,
            "RetryStageExecution": self.retry,
            "GetPipelineExecution": lambda given: {"pipelineExecution": execution_description(self._found(given))},
            "ListPipelineExecutions": self.list_executions,
            "ListActionExecutions": self.list_actions,
            "ListRuleExecutions": self.list_rules,
            "PutApprovalResult": self.put_approval,
            "PutJobSuccessResult": self.put_job_success,
            "PutJobFailureResult": self.put_job_failure,
        }

    def start(self, given: Record) -> Record:
        """Start an execution with a snapshot of the declaration."""
        declaration = self.account.pipeline(given["name"])
        execution = CodeExecution(
            execution_id=str(uuid4()), declaration=declaration,
            variables=_variables(declaration, given.get("variables", [])),
        )  # fmt: skip
        self.account.executions[given["name"]].append(execution)
        self.account.runner.start(execution)
        return {"pipelineExecutionId": execution.execution_id}

    def stop(self, given: Record) -> Record:
        """Stop an execution."""
        execution = self._found(given)
        if execution.status not in {"InProgress", "Stopping"}:
            raise ApiError("PipelineExecutionNotStoppableException", f"The execution has ended: {execution.status}")
        execution.status = "Stopping"
        execution.summary = given.get("reason", "")
        execution.stop.set()
        return {"pipelineExecutionId": execution.execution_id}

    def retry(self, given: Record) -> Record:
        """Run the actions of a stage again that failed, or all of them, and go on from there."""
        execution, name = self._found(given), given["stageName"]
        stage = next((item for item in execution.declaration["stages"] if item["name"] == name), None)
        if stage is None:
            raise ApiError("StageNotFoundException", f"Unable to find stage '{name}'")
        if name not in execution.stages or execution.stages[name].status not in {"Failed", "Stopped"}:
            raise ApiError("StageNotRetryableException", f"The stage '{name}' has not failed in this execution")
        done = {run.action["name"] for run in execution.actions if run.stage == name and run.status == "Succeeded"}
        left = frozenset(action["name"] for action in stage["actions"]) - done
        again = left if given.get("retryMode", "FAILED_ACTIONS") == "FAILED_ACTIONS" else frozenset()
        self.account.runner.start(execution, from_stage=name, again=again)
        return {"pipelineExecutionId": execution.execution_id}

    def list_executions(self, given: Record) -> Record:
        """List the executions of a pipeline, the newest first."""
        self.account.pipeline(given["pipelineName"])
        found = reversed(self.account.executions[given["pipelineName"]])
        return {"pipelineExecutionSummaries": [execution_summary(item) for item in found]}

    def list_actions(self, given: Record) -> Record:
        """List the actions that have begun, the newest first."""
        found = [action_detail(execution, run) for execution in self._wanted(given) for run in execution.actions]
        return {"actionExecutionDetails": list(reversed(found))}

    def list_rules(self, given: Record) -> Record:
        """List the rules that were looked at, the newest first."""
        found = [rule_detail(execution, run) for execution in self._wanted(given) for run in execution.rules]
        return {"ruleExecutionDetails": list(reversed(found))}

    def _wanted(self, given: Record) -> list[CodeExecution]:
        self.account.pipeline(given["pipelineName"])
        wanted = given.get("filter", {}).get("pipelineExecutionId")
        executions = self.account.executions[given["pipelineName"]]
        return [one for one in executions if wanted in {None, one.execution_id}]

    def put_approval(self, given: Record) -> Record:
        """Answer a manual approval."""
        self.account.pipeline(given["pipelineName"])
        for execution in self.account.executions[given["pipelineName"]]:
            run = execution.latest(given["stageName"], given["actionName"])
            if run is not None and run.token and run.token == given["token"]:
                run.answer = given["result"]
                run.answered.set()
                return {"approvedAt": datetime.now(UTC)}
        raise ApiError("InvalidApprovalTokenException", "The approval token is not, or no longer, valid")

    def put_job_success(self, given: Record) -> Record:
        """Take the success that a Lambda function reports of its action."""
        return self._report(given["jobId"], {"outputs": given.get("outputVariables", {})})

    def put_job_failure(self, given: Record) -> Record:
        """Take the failure that a Lambda function reports of its action."""
        return self._report(given["jobId"], {"failure": given["failureDetails"].get("message", "")})

    def _report(self, job_id: str, answer: Record) -> Record:
        for run in self._runs():
            if run.run_id == job_id:
                run.answer = answer
                run.answered.set()
                return {}
        raise ApiError("JobNotFoundException", f"No job has the id {job_id}")

    def _runs(self) -> list[ActionRun]:
        return [run for found in self.account.executions.values() for execution in found for run in execution.actions]

    def _found(self, given: Record) -> CodeExecution:
        name = given["pipelineName"]
        self.account.pipeline(name)
        for execution in self.account.executions[name]:
            if execution.execution_id == given["pipelineExecutionId"]:
                return execution
        raise ApiError(
            "PipelineExecutionNotFoundException",
            f"The pipeline has no execution with id {given['pipelineExecutionId']}",
        )


def _variables(declaration: Record, given: list[Record]) -> dict[str, str]:
    declared = {item["name"]: item.get("defaultValue") for item in declaration.get("variables", [])}
    values = {item["name"]: str(item["value"]) for item in given}
    unknown = sorted(set(values) - set(declared))
    if unknown:
        raise ApiError("ValidationException", f"Variables not declared in the pipeline: {', '.join(unknown)}")
    missing = [name for name, default in declared.items() if name not in values and default is None]
    if missing:
        raise ApiError("ValidationException", f"Variables without a value: {', '.join(missing)}")
    return {name: values.get(name, str(default)) for name, default in declared.items()}


def _check(declaration: Record) -> None:
    stages = declaration["stages"]
    if len(stages) < _FEWEST_STAGES:
        raise _invalid(f"Pipeline has only {len(stages)} stage(s). There should be a minimum of 2 stages in a pipeline")
    if any(action["actionTypeId"]["category"] != "Source" for action in stages[0]["actions"]):
        raise _invalid(f"First stage in a pipeline must only contain Source actions: {stages[0]['name']}")
    names = [stage["name"] for stage in stages]
    if len(set(names)) < len(names):
        raise _invalid("Stage names must be unique in a pipeline")
    made: set[str] = set()
    for stage in stages:
        for action in stage["actions"]:
            missing = [item["name"] for item in action.get("inputArtifacts", []) if item["name"] not in made]
            if missing:
                raise _invalid(f"Input artifact {missing[0]} of action {action['name']} is made by no earlier action")
            made.update(item["name"] for item in action.get("outputArtifacts", []))


def _invalid(message: str) -> ApiError:
    return ApiError("InvalidStructureException", message)


def _arn(name: str) -> str:
    return f"arn:aws:codepipeline:{REGION}:{ACCOUNT_ID}:{name}"


def _name_in(arn: str) -> str:
    return arn.rsplit(":", 1)[-1]
