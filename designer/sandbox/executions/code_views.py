"""How CodePipeline tells about executions, stages and actions."""

from designer.sandbox.documents import Record
from designer.sandbox.executions.code_model import ActionRun, CodeExecution, RuleRun


def execution_summary(execution: CodeExecution) -> Record:
    """Return an execution as a list of executions shows it."""
    return {
        "pipelineExecutionId": execution.execution_id,
        "status": execution.status,
        "startTime": execution.started,
        "lastUpdateTime": execution.changed,
        "sourceRevisions": [
            {"actionName": run.action["name"], "revisionId": run.external_id, "revisionSummary": run.summary}
            for run in execution.actions
            if run.action["actionTypeId"]["category"] == "Source" and run.status == "Succeeded"
        ],
        "trigger": {"triggerType": "StartPipelineExecution", "triggerDetail": "sandbox"},
        "executionMode": execution.declaration.get("executionMode", "SUPERSEDED"),
    }


def execution_description(execution: CodeExecution) -> Record:
    """Return an execution as GetPipelineExecution shows it."""
    return {
        "pipelineName": execution.declaration["name"],
        "pipelineVersion": execution.declaration["version"],
        "pipelineExecutionId": execution.execution_id,
        "status": execution.status,
        "statusSummary": execution.summary,
        "artifactRevisions": [],
        "variables": [{"name": name, "resolvedValue": value} for name, value in execution.variables.items()],
        "trigger": {"triggerType": "StartPipelineExecution", "triggerDetail": "sandbox"},
        "executionMode": execution.declaration.get("executionMode", "SUPERSEDED"),
    }


def action_detail(execution: CodeExecution, run: ActionRun) -> Record:
    """Return an action's run as ListActionExecutions shows it."""
    result: Record = {"externalExecutionId": run.external_id, "externalExecutionSummary": run.summary}
    if run.error:
        result["errorDetails"] = {"code": "JobFailed", "message": run.error}
        result["externalExecutionSummary"] = run.summary or run.error
    return {
        **_run_head(execution, run),
        "actionExecutionId": run.run_id,
        "actionName": run.action["name"],
        "lastUpdateTime": run.changed,
        "status": run.status,
        "input": {
            "actionTypeId": run.action["actionTypeId"],
            "configuration": run.action.get("configuration", {}),
            "resolvedConfiguration": run.configuration,
            "region": "us-east-1",
            "inputArtifacts": [{"name": item["name"]} for item in run.action.get("inputArtifacts", [])],
            **({"namespace": run.action["namespace"]} if "namespace" in run.action else {}),
        },
        "output": {
            "outputArtifacts": [{"name": item["name"]} for item in run.action.get("outputArtifacts", [])],
            "executionResult": result,
            "outputVariables": run.outputs,
        },
    }


def rule_detail(execution: CodeExecution, run: RuleRun) -> Record:
    """Return a look at a rule as ListRuleExecutions shows it."""
    result = {"errorDetails": {"code": "RuleFailed", "message": run.error}} if run.error else {}
    return {
        **_run_head(execution, run),
        "ruleExecutionId": run.run_id,
        "ruleName": run.rule["name"],
        "lastUpdateTime": run.started,
        "status": "Failed" if run.error else "Succeeded",
        "input": {"ruleTypeId": run.rule["ruleTypeId"], "configuration": run.rule.get("configuration", {})},
        "output": {"executionResult": result},
    }


def _run_head(execution: CodeExecution, run: ActionRun | RuleRun) -> Record:
    """Return what is told alike of an action's run and of a look at a rule: where it belongs, and when it began."""
    return {
        "pipelineExecutionId": execution.execution_id,
        "pipelineVersion": execution.declaration["version"],
        "stageName": run.stage,
        "startTime": run.started,
    }


def pipeline_state(declaration: Record, executions: list[CodeExecution], disabled: frozenset[str]) -> Record:
    """Return where a pipeline's stages stand, each with the latest execution that came to it."""
    return {
        "pipelineName": declaration["name"],
        "pipelineVersion": declaration["version"],
        "stageStates": [_stage_state(stage, executions, disabled) for stage in declaration["stages"]],
    }


def _stage_state(stage: Record, executions: list[CodeExecution], disabled: frozenset[str]) -> Record:
    name = stage["name"]
    came = [execution for execution in executions if name in execution.stages]
    latest = came[-1] if came else None
    shown: Record = {
        "stageName": name,
        "inboundTransitionState": {"enabled": name not in disabled},
        "actionStates": [_action_state(action, name, latest) for action in stage["actions"]],
    }
    if latest is not None:
        run = latest.stages[name]
        shown["latestExecution"] = {"pipelineExecutionId": latest.execution_id, "status": run.status}
        if run.reason:
            shown["beforeEntryConditionState"] = {"latestExecution": {"status": "Failed", "summary": run.reason}}
    return shown


def _action_state(action: Record, stage: str, execution: CodeExecution | None) -> Record:
    run = execution.latest(stage, action["name"]) if execution is not None else None
    if run is None:
        return {"actionName": action["name"]}
    latest: Record = {
        "actionExecutionId": run.run_id,
        "status": run.status,
        "summary": run.summary,
        "lastStatusChange": run.changed,
        "externalExecutionId": run.external_id,
    }
    if run.token:
        latest["token"] = run.token
    if run.error:
        latest["errorDetails"] = {"code": "JobFailed", "message": run.error}
    return {"actionName": action["name"], "latestExecution": latest}
