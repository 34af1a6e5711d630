"""Actions: what CodePipeline runs for a step, as its API takes it."""

import json
from collections.abc import Mapping

from designer.catalog.naming import artifact_name, logical_id
from designer.catalog.steps import Approval, Call, NativeAction, Step
from exporters.codepipeline.artifacts import built_from
from exporters.codepipeline.buildspecs import variables_of
from exporters.codepipeline.kept import written
from exporters.codepipeline.native import is_build
from exporters.codepipeline.plan import Plan
from exporters.codepipeline.texts import LONGEST_TEXT, pipeline_text

_SHORTEST_APPROVAL_MINUTES = 5
_LONGEST_APPROVAL_MINUTES = 86_400


def action(step: Step, plan: Plan, run_order: int) -> dict[str, object]:
    """Return the action of a step; `run_order` counts from one in its stage."""
    if isinstance(step, NativeAction):
        if step.kept:
            return {**written(step), "name": step.id, "runOrder": run_order}
        return {"name": step.id, **_delivered(step, plan.workflow.name), "runOrder": run_order}
    if isinstance(step, Approval):
        return {"name": step.id, **_approval(step, plan.workflow.name), "runOrder": run_order}
    if isinstance(step, Call) and step.id in plan.native and not is_build(step):
        return {"name": step.id, **_machine(step, plan.workflow.name), "runOrder": run_order}
    artifacts = plan.artifacts
    taken = built_from(step, plan.workflow, artifacts) if is_build(step) else artifacts.first
    made: dict[str, object] = {
        "name": step.id,
        "actionTypeId": action_type("Build", "CodeBuild"),
        "configuration": _configuration(step, plan),
        "inputArtifacts": [{"name": taken}],
        "runOrder": run_order,
    }
    if not is_build(step):
        return {**made, "namespace": step.id}
    return {**made, "outputArtifacts": _artifacts(step.node)} if step.node in artifacts.read else made


def action_type(category: str, provider: str) -> dict[str, object]:
    """Return the type of an action of AWS's own."""
    return {"category": category, "owner": "AWS", "provider": provider, "version": "1"}


def longest_text(step: Step, plan: Plan) -> int:
    """Return how long the longest value is that an action is configured with; the service takes 1000 characters."""
    configuration = action(step, plan, 1).get("configuration")
    return (
        max((len(str(one)) for one in configuration.values()), default=0) if isinstance(configuration, Mapping) else 0
    )


def _delivered(step: NativeAction, pipeline: str) -> dict[str, object]:
    action = step.action
    made: dict[str, object] = {
        "actionTypeId": action_type(action.category, action.provider)
        | {"owner": action.owner, "version": action.version},
        "namespace": step.id,
    }
    configuration = {name: pipeline_text(value, pipeline) for name, value in action.configuration.items()}
    optional: dict[str, object] = {
        "configuration": configuration,
        "inputArtifacts": [one for node in action.reads for one in _artifacts(node)],
        "outputArtifacts": _artifacts(step.node, action.files) if action.writes else [],
        "region": action.region,
    }
    written_members = {name: _written(member, pipeline) for name, member in action.members.items()}
    return {**made, **written_members, **{name: value for name, value in optional.items() if value}}


def _artifacts(node: str, files: tuple[str, ...] = ()) -> list[dict[str, object]]:
    named: dict[str, object] = {"name": artifact_name(node)}
    return [{**named, "files": list(files)} if files else named]


def _written(member: object, pipeline: str) -> object:
    if isinstance(member, Mapping):
        return {name: _written(one, pipeline) for name, one in member.items()}
    if isinstance(member, list | tuple):
        return [_written(one, pipeline) for one in member]
    return pipeline_text(member, pipeline)


def _machine(step: Call, pipeline: str) -> dict[str, object]:
    given = pipeline_text(step.request.get("input", ""), pipeline)
    configuration = {"StateMachineArn": pipeline_text(step.request["stateMachineArn"], pipeline)}
    return {
        "actionTypeId": action_type("Invoke", "StepFunctions"),
        "configuration": {**configuration, **({"InputType": "Literal", "Input": given} if given else {})},
    }


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
        given = variables_of(step, plan)
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
