"""What starts the pipeline: rules and schedules, and the role under which they start it."""

from collections.abc import Mapping

from designer.catalog.needs import GitTrigger, ImageTrigger, Need, ObjectTrigger, ScheduleTrigger, Statement, Trigger
from designer.catalog.values import Deployed, ParameterValue
from designer.workflow.model import Workflow
from exporters.cloudformation.engine import EngineResource, Start
from exporters.cloudformation.intrinsics import rendered
from exporters.cloudformation.names import TRIGGER_ROLE, role_arn
from exporters.cloudformation.resource import Resource, resource
from exporters.cloudformation.roles import role

_START = "PipelineStartArn"


def trigger_resources(
    workflow: Workflow, needs: tuple[Need, ...], engine: EngineResource, names: Mapping[str, object]
) -> dict[str, Resource]:
    """Return a rule or schedule for each trigger, and the role where there is one at all."""
    known = {**names, _START: rendered(engine.start.arn, names)}
    made: dict[str, Resource] = {}
    for need in needs:
        if isinstance(need, ObjectTrigger):
            made[need.logical_id] = _rule(need, _object_pattern(need, workflow, names), engine.start, known)
        elif isinstance(need, ImageTrigger):
            made[need.logical_id] = _rule(need, _image_pattern(need), engine.start, known)
        elif isinstance(need, ScheduleTrigger):
            made[need.logical_id] = _schedule(need, engine.start, known)
        elif isinstance(need, GitTrigger) and need.provider != "connection":
            made[need.logical_id] = _rule(need, _git_pattern(need, names), engine.start, known)
    if not made:
        return {}
    starts = Statement(actions=(engine.start.action,), resources=(Deployed(_START),), reason="Start the pipeline")
    services = ("events.amazonaws.com", "scheduler.amazonaws.com")
    return {TRIGGER_ROLE: role(services, (starts,), known, description="Role that starts the pipeline"), **made}


def watches_artifact_bucket(needs: tuple[Need, ...]) -> bool:
    """Say whether a trigger waits for objects in the pipeline's own bucket."""
    return any(isinstance(need, ObjectTrigger) and need.bucket in {"", Deployed("ArtifactBucket")} for need in needs)


def _target(start: Start, known: Mapping[str, object]) -> dict[str, object]:
    target = {"Arn": known[_START], "RoleArn": role_arn(TRIGGER_ROLE)}
    return target | {key: rendered(value, known) for key, value in start.target.items()}


def _rule(trigger: Trigger, pattern: Mapping[str, object], start: Start, known: Mapping[str, object]) -> Resource:
    properties = {
        "Description": f"Trigger {trigger.node} of the pipeline",
        "EventPattern": pattern,
        "State": "ENABLED",
        "Targets": [{"Id": "pipeline", **_target(start, known)}],
    }
    return resource("AWS::Events::Rule", properties)


def _schedule(trigger: ScheduleTrigger, start: Start, known: Mapping[str, object]) -> Resource:
    properties = {
        "Description": f"Trigger {trigger.node} of the pipeline",
        "ScheduleExpression": trigger.expression,
        "ScheduleExpressionTimezone": trigger.timezone,
        "FlexibleTimeWindow": {"Mode": "OFF"},
        "State": "ENABLED",
        "Target": _target(start, known),
    }
    return resource("AWS::Scheduler::Schedule", properties)


def _object_pattern(trigger: ObjectTrigger, workflow: Workflow, names: Mapping[str, object]) -> dict[str, object]:
    bucket = trigger.bucket or Deployed("ArtifactBucket")
    if isinstance(bucket, ParameterValue):
        bucket = next((str(known.default) for known in workflow.parameters if known.name == bucket.name), "")
    key = _key(trigger, workflow.name if bucket == Deployed("ArtifactBucket") else "")
    return _created(rendered(bucket, names), [key] if key else [])


def _key(trigger: ObjectTrigger, own_prefix: str) -> dict[str, object]:
    """Return what keys must be like; without it, what the pipeline itself writes would start it again."""
    if trigger.prefix and trigger.suffix:
        return {"wildcard": f"{_literal(trigger.prefix)}*{_literal(trigger.suffix)}"}
    if trigger.prefix:
        return {"prefix": trigger.prefix}
    if trigger.suffix:
        return {"suffix": trigger.suffix}
    return {"anything-but": {"prefix": f"{own_prefix}/"}} if own_prefix else {}


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("*", "\\*")


def _created(bucket: object, keys: list[object]) -> dict[str, object]:
    detail: dict[str, object] = {"bucket": {"name": [bucket]}}
    if keys:
        detail["object"] = {"key": keys}
    return {"source": ["aws.s3"], "detail-type": ["Object Created"], "detail": detail}


def _image_pattern(trigger: ImageTrigger) -> dict[str, object]:
    detail = {
        "action-type": ["PUSH"],
        "result": ["SUCCESS"],
        "repository-name": [trigger.repository],
        "image-tag": [trigger.tag],
    }
    return {"source": ["aws.ecr"], "detail-type": ["ECR Image Action"], "detail": detail}


def _git_pattern(trigger: GitTrigger, names: Mapping[str, object]) -> dict[str, object]:
    if trigger.provider == "s3":
        bucket, _, key = trigger.repository.partition("/")
        return _created(rendered(bucket, names), [key])
    arn = f"arn:${{Partition}}:codecommit:${{Region}}:${{AccountId}}:{trigger.repository}"
    return {
        "source": ["aws.codecommit"],
        "detail-type": ["CodeCommit Repository State Change"],
        "resources": [rendered(arn, names)],
        "detail": {
            "event": ["referenceCreated", "referenceUpdated"],
            "referenceType": ["branch"],
            "referenceName": [trigger.branch],
        },
    }
