"""Actions: what CodePipeline runs for a step, as its API takes it."""

import json
import re
from collections.abc import Mapping

from designer.catalog.naming import logical_id
from designer.catalog.needs import BuildProject
from designer.catalog.steps import Approval, Call, NativeAction, Step
from designer.catalog.values import Deployed
from designer.workflow.model import Workflow
from exporters.codepipeline.buildspecs import build_for
from exporters.codepipeline.kept import written
from exporters.codepipeline.plan import Plan
from exporters.codepipeline.texts import LONGEST_TEXT, pipeline_text

SOURCE_ARTIFACT = "Source"
_SHORTEST_APPROVAL_MINUTES = 5
_LONGEST_APPROVAL_MINUTES = 86_400


def action(step: Step, plan: Plan, run_order: int) -> dict[str, object]:
    """Return the action of a step; `run_order` counts from one in its stage."""
    if isinstance(step, NativeAction):
        return {**written(step), "name": step.id, "runOrder": run_order}
    if isinstance(step, Approval):
        return {"name": step.id, **_approval(step, plan.workflow.name), "runOrder": run_order}
    made: dict[str, object] = {
        "name": step.id,
        "actionTypeId": action_type("Build", "CodeBuild"),
        "configuration": _configuration(step, plan),
        "inputArtifacts": [{"name": own_source(step, plan.workflow) or SOURCE_ARTIFACT}],
        "runOrder": run_order,
    }
    return made if is_build(step) else {**made, "namespace": step.id}


def is_build(step: Step) -> bool:
    """Say whether a step is a build of the user's own, for which there is a native action."""
    if not isinstance(step, Call) or (step.service, step.operation) != ("codebuild", "StartBuild"):
        return False
    return set(step.request) <= {"projectName", "environmentVariablesOverride"} and isinstance(
        step.request.get("projectName"), Deployed | str
    )


def is_native(step: Step) -> bool:
    """Say whether CodePipeline has an action of its own for a step."""
    return isinstance(step, Approval | NativeAction) or is_build(step)


def action_type(category: str, provider: str) -> dict[str, object]:
    """Return the type of an action of AWS's own."""
    return {"category": category, "owner": "AWS", "provider": provider, "version": "1"}


def own_source(step: Step, workflow: Workflow) -> str:
    """Return the artifact that holds the folder a build brings along, or nothing when it brings none."""
    brings = any(
        isinstance(need, BuildProject) and need.node == step.node and need.source_key for need in workflow.needs
    )
    return re.sub(r"[^A-Za-z0-9_-]+", "-", f"{step.node}-source")[:100] if brings and is_build(step) else ""


def longest_text(step: Step, plan: Plan) -> int:
    """Return how long the longest value is that an action is configured with; the service takes 1000 characters."""
    configuration = action(step, plan, 1).get("configuration")
    return (
        max((len(str(one)) for one in configuration.values()), default=0) if isinstance(configuration, Mapping) else 0
    )


def _approval(step: Approval, pipeline: str) -> dict[str, object]:
    texts = {"CustomData": pipeline_text(step.message, pipeline)[:LONGEST_TEXT]}
    texts["NotificationArn"] = pipeline_text(step.topic_arn, pipeline)
    minutes = step.timeout_seconds // 60
    return {
        "actionTypeId": action_type("Approval", "Manual"),
        "configuration": {name: text for name, text in texts.items() if text},
        "timeoutInMinutes": max(_SHORTEST_APPROVAL_MINUTES, min(minutes, _LONGEST_APPROVAL_MINUTES)),
    }


def _configuration(step: Step, plan: Plan) -> dict[str, object]:
    if isinstance(step, Call) and is_build(step):
        project = pipeline_text(step.request["projectName"], plan.workflow.name)
        variables = _own_variables(step, plan.workflow.name)
    else:
        project = f"${{{logical_id(step.id, 'StepBuild')}Name}}"
        given = build_for(step, plan).variables
        variables = [{"name": name, "value": value} for name, value in given.items()]
    configuration: dict[str, object] = {"ProjectName": project}
    if variables:
        configuration["EnvironmentVariables"] = json.dumps(variables, separators=(",", ":"))
    return configuration


def _own_variables(step: Call, pipeline: str) -> list[dict[str, str]]:
    given = step.request.get("environmentVariablesOverride", ())
    variables: list[dict[str, str]] = []
    for one in given if isinstance(given, list | tuple) else ():
        written = {"name": one["name"], "value": pipeline_text(one["value"], pipeline)}
        kind = one.get("type", "PLAINTEXT")
        variables.append(written if kind == "PLAINTEXT" else {**written, "type": kind})
    return variables
