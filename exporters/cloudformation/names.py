"""What each deployed name stands for in the template."""

from collections.abc import Iterable

from designer.catalog.needs import BuildProject, Function, GitTrigger, Need, Repository, TemplateResource, Topic
from exporters.cloudformation.engine import EngineResource
from exporters.cloudformation.intrinsics import attribute, either, ref

MAKE_ROLES = "MakeRoles"
MAKE_BUCKET = "MakeBucket"
BUCKET = "PipelineBucket"
EXECUTION_ROLE = "ExecutionRole"
ENGINE_ROLE = "EngineRole"
TRIGGER_ROLE = "TriggerRole"
LOGS = "PipelineLogs"


def role_arn(logical_id: str) -> dict[str, object]:
    """Return the ARN of a role of ours, or of the one that exists."""
    return either(MAKE_ROLES, attribute(logical_id, "Arn"), ref("ExistingRoleArn"))


def deployed_names(engine: EngineResource, needs: Iterable[Need]) -> dict[str, object]:
    """Return each name that definitions and requests may use, with its intrinsic function."""
    names: dict[str, object] = {
        "AssetsBucket": ref("AssetsBucket"),
        "ArtifactBucket": either(MAKE_BUCKET, ref(BUCKET), ref("ExistingBucket")),
        "ExecutionRoleArn": role_arn(EXECUTION_ROLE),
        "EngineRoleArn": role_arn(ENGINE_ROLE),
        "AccountId": ref("AWS::AccountId"),
        "Region": ref("AWS::Region"),
        "Partition": ref("AWS::Partition"),
        "StackName": ref("AWS::StackName"),
    }
    if engine.log_group:
        names["PipelineLogsArn"] = attribute(LOGS, "Arn")
    for need in needs:
        names |= _names_of(need)
    return names | dict(engine.names)


def _names_of(need: Need) -> dict[str, object]:
    if isinstance(need, Function | BuildProject):
        return {
            f"{need.logical_id}Arn": attribute(need.logical_id, "Arn"),
            f"{need.logical_id}Name": ref(need.logical_id),
        }
    if isinstance(need, Repository):
        return {
            f"{need.logical_id}Uri": attribute(need.logical_id, "RepositoryUri"),
            f"{need.logical_id}Arn": attribute(need.logical_id, "Arn"),
            f"{need.logical_id}Name": ref(need.logical_id),
        }
    if isinstance(need, TemplateResource):
        return {f"{need.logical_id}Ref": ref(need.logical_id)}
    if isinstance(need, Topic):
        return {f"{need.logical_id}Arn": ref(need.logical_id)}
    if isinstance(need, GitTrigger) and need.provider == "connection":
        return {f"{need.logical_id}Arn": need.connection_arn or attribute(need.logical_id, "ConnectionArn")}
    return {}
