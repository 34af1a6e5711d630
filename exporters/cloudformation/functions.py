"""Lambda functions of the pipeline, each with its role and its log group."""

from collections.abc import Mapping

from designer.catalog.needs import Function, Statement
from exporters.cloudformation.intrinsics import attribute, ref, rendered
from exporters.cloudformation.names import role_arn
from exporters.cloudformation.resource import Resource, log_group, resource
from exporters.cloudformation.roles import role


def function_resources(function: Function, names: Mapping[str, object], retention_days: int) -> dict[str, Resource]:
    """Return a function with what belongs to it."""
    own = function.logical_id
    properties: dict[str, object] = {
        "Description": f"Step {function.node} of the pipeline",
        "Runtime": function.runtime,
        "Handler": function.handler,
        "Code": {"S3Bucket": ref("AssetsBucket"), "S3Key": function.asset_key},
        "Role": role_arn(f"{own}Role"),
        "Timeout": function.timeout_seconds,
        "MemorySize": function.memory_mb,
        "LoggingConfig": {"LogGroup": ref(f"{own}Logs")},
    }
    if function.environment:
        properties["Environment"] = {"Variables": rendered(function.environment, names)}
    statements = (_logs(own), *function.statements)
    described = f"Role of the function of {function.node}"
    group = {"Fn::Sub": f"/aws/lambda/${{AWS::StackName}}-{own}"}
    return {
        f"{own}Logs": log_group(group, retention_days),
        f"{own}Role": role(
            ("lambda.amazonaws.com",),
            statements,
            {**names, f"{own}LogsArn": attribute(f"{own}Logs", "Arn")},
            description=described,
        ),
        own: resource("AWS::Lambda::Function", properties),
    }


def _logs(logical_id: str) -> Statement:
    return Statement(
        actions=("logs:CreateLogStream", "logs:PutLogEvents"),
        resources=(f"${{{logical_id}LogsArn}}",),
        reason="Write its log",
    )
