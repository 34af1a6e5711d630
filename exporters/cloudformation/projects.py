"""CodeBuild projects of the pipeline, each with its role and its log group."""

import re
from collections.abc import Mapping

from designer.catalog.needs import BuildProject, Statement
from exporters.cloudformation.intrinsics import attribute, ref, rendered
from exporters.cloudformation.names import role_arn
from exporters.cloudformation.resource import Resource, log_group, resource
from exporters.cloudformation.roles import role

_PLACEHOLDER = re.compile(r"\$\{(\w+)\}")


def project_resources(
    project: BuildProject, names: Mapping[str, object], retention_days: int, *, in_code_pipeline: bool
) -> dict[str, Resource]:
    """Return a build project with what belongs to it; in CodePipeline its source comes with the action."""
    own = project.logical_id
    properties: dict[str, object] = {
        "Description": f"Step {project.node} of the pipeline",
        "ServiceRole": role_arn(f"{own}Role"),
        "Source": _source(project, names, in_code_pipeline=in_code_pipeline),
        "Artifacts": {"Type": "CODEPIPELINE" if in_code_pipeline else "NO_ARTIFACTS"},
        "Environment": _environment(project, names),
        "TimeoutInMinutes": project.timeout_minutes,
        "LogsConfig": {"CloudWatchLogs": {"Status": "ENABLED", "GroupName": ref(f"{own}Logs")}},
    }
    group = {"Fn::Sub": f"/aws/codebuild/${{AWS::StackName}}-{own}"}
    known = {**names, f"{own}LogsArn": attribute(f"{own}Logs", "Arn")}
    statements = _statements(project, in_code_pipeline=in_code_pipeline)
    return {
        f"{own}Logs": log_group(group, retention_days),
        f"{own}Role": role(
            ("codebuild.amazonaws.com",), statements, known, description=f"Role of the build project of {project.node}"
        ),
        own: resource("AWS::CodeBuild::Project", properties),
    }


def _source(project: BuildProject, names: Mapping[str, object], *, in_code_pipeline: bool) -> dict[str, object]:
    buildspec = _buildspec(project, names)
    if in_code_pipeline:
        return {"Type": "CODEPIPELINE", "BuildSpec": buildspec}
    if not project.source_key:
        return {"Type": "NO_SOURCE", "BuildSpec": buildspec}
    location = rendered(f"${{AssetsBucket}}/{project.source_key}", names)
    return {"Type": "S3", "Location": location, "BuildSpec": buildspec}


def _buildspec(project: BuildProject, names: Mapping[str, object]) -> object:
    """Fill deployed names, save those that the project's environment gives to the shell under the same name."""
    shell = set(project.environment) - {"AssetsBucket"}
    filled = {
        name: names[name] for name in _PLACEHOLDER.findall(project.buildspec) if name in names and name not in shell
    }
    return rendered(project.buildspec, filled)


def _environment(project: BuildProject, names: Mapping[str, object]) -> dict[str, object]:
    environment: dict[str, object] = {
        "Type": "LINUX_CONTAINER",
        "Image": project.image,
        "ComputeType": project.compute_type,
    }
    if project.privileged:
        environment["PrivilegedMode"] = True
    if project.environment:
        variables = [{"Name": key, "Value": rendered(value, names)} for key, value in project.environment.items()]
        environment["EnvironmentVariables"] = variables
    return environment


def _statements(project: BuildProject, *, in_code_pipeline: bool) -> tuple[Statement, ...]:
    own: list[Statement] = [
        Statement(
            actions=("logs:CreateLogStream", "logs:PutLogEvents"),
            resources=(f"${{{project.logical_id}LogsArn}}",),
            reason="Write its log",
        )
    ]
    if project.source_key:
        objects = (f"arn:${{Partition}}:s3:::${{AssetsBucket}}/{project.source_key}",)
        own.append(
            Statement(actions=("s3:GetObject", "s3:GetObjectVersion"), resources=objects, reason="Fetch its code")
        )
    if in_code_pipeline:
        own.append(
            Statement(
                actions=("s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"),
                resources=("arn:${Partition}:s3:::${ArtifactBucket}/*",),
                reason="Take and give the artifacts of actions",
            )
        )
    return (*own, *project.statements)
