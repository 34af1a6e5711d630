"""Actions: what CodePipeline runs for a step, as its API takes it."""

import json
import re

from designer.catalog.naming import logical_id
from designer.catalog.needs import BuildProject
from designer.catalog.steps import Approval, Call, Step
from designer.catalog.values import AsText, Deployed, ExecutionValue, Joined, ParameterValue, StepOutput
from designer.workflow.model import Workflow
from exporters.codepipeline.buildspecs import build_for
from exporters.codepipeline.shell_values import output_variable

SOURCE_ARTIFACT = "Source"
_LONGEST_TEXT = 1000


def action(step: Step, workflow: Workflow, run_order: int) -> dict[str, object]:
    """Return the action of a step; `run_order` counts from one in its stage."""
    if isinstance(step, Approval):
        return {"name": step.id, **_approval(step), "runOrder": run_order}
    if is_build(step) and isinstance(step, Call):
        own = {"name": step.id, **_own_build(step), "runOrder": run_order, "namespace": step.id}
        return {**own, "inputArtifacts": [{"name": own_source(step, workflow) or SOURCE_ARTIFACT}]}
    return {"name": step.id, **_generated(step, workflow), "runOrder": run_order, "namespace": step.id}


def is_build(step: Step) -> bool:
    """Say whether a step is a build of the user's own, for which there is a native action."""
    if not isinstance(step, Call) or (step.service, step.operation) != ("codebuild", "StartBuild"):
        return False
    return set(step.request) <= {"projectName", "environmentVariablesOverride"} and isinstance(
        step.request["projectName"], Deployed | str
    )


def action_type(category: str, provider: str) -> dict[str, object]:
    """Return the type of an action of AWS's own."""
    return {"category": category, "owner": "AWS", "provider": provider, "version": "1"}


def _approval(step: Approval) -> dict[str, object]:
    configuration = {"CustomData": pipeline_text(step.message)[:_LONGEST_TEXT]}
    if step.topic_arn:
        configuration["NotificationArn"] = pipeline_text(step.topic_arn)
    return {
        "actionTypeId": action_type("Approval", "Manual"),
        "configuration": configuration,
        "timeoutInMinutes": max(5, min(step.timeout_seconds // 60, 86_400)),
    }


def own_source(step: Step, workflow: Workflow) -> str:
    """Return the artifact that holds the folder a build brings along, or nothing when it brings none."""
    brings = any(isinstance(need, BuildProject) and need.node == step.node and need.source_key for need in workflow.needs)
    return re.sub(r"[^A-Za-z0-9_-]+", "-", f"{step.node}-source")[:100] if brings and is_build(step) else ""


def _own_build(step: Call) -> dict[str, object]:
    given = step.request.get("environmentVariablesOverride", ())
    variables = [
        {"name": one["name"], "value": pipeline_text(one["value"]), "type": one.get("type", "PLAINTEXT")}
        for one in (given if isinstance(given, list | tuple) else ())
    ]
    configuration = {"ProjectName": pipeline_text(step.request["projectName"])}
    if variables:
        configuration["EnvironmentVariables"] = json.dumps(variables)
    return {"actionTypeId": action_type("Build", "CodeBuild"), "configuration": configuration}


def _generated(step: Step, workflow: Workflow) -> dict[str, object]:
    build = build_for(step, workflow)
    variables = [{"name": name, "value": value, "type": "PLAINTEXT"} for name, value in build.variables.items()]
    return {
        "actionTypeId": action_type("Build", "CodeBuild"),
        "configuration": {
            "ProjectName": f"${{{logical_id(step.id, 'StepBuild')}Name}}",
            "EnvironmentVariables": json.dumps(variables),
        },
        "inputArtifacts": [{"name": SOURCE_ARTIFACT}],
    }


def pipeline_text(value: object) -> str:
    """Return a value as text with CodePipeline's own variables."""
    if isinstance(value, Joined):
        return "".join(pipeline_text(part) for part in value.parts)
    if isinstance(value, Deployed):
        return f"${{{value.name}}}"
    if isinstance(value, ParameterValue):
        return f"#{{variables.{value.name}}}"
    return _other_text(value)


def _other_text(value: object) -> str:
    if isinstance(value, AsText):
        return pipeline_text(value.value)
    if isinstance(value, ExecutionValue):
        return "#{codepipeline.PipelineExecutionId}"
    if isinstance(value, StepOutput):
        return f"#{{{value.step}.{output_variable(value.path)}}}"
    return str(value)


def too_long(step: Step, workflow: Workflow) -> bool:
    """Say whether what an action hands over exceeds the 1000 characters of a configuration value."""
    found = action(step, workflow, 1).get("configuration")
    return isinstance(found, dict) and any(len(str(value)) > _LONGEST_TEXT for value in found.values())
