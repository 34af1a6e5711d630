"""The pipeline's own resource in the template, its role, its builds, and how a trigger starts it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from designer.catalog.needs import BuildProject, Statement
from designer.catalog.steps import Call
from designer.workflow.call_permissions import call_statements
from designer.workflow.model import Workflow
from designer.workflow.permissions import engine_statements
from exporters.cloudformation.engine import EngineResource, Start
from exporters.codepipeline.buildspecs import Build, build_for
from exporters.codepipeline.native import is_build
from exporters.codepipeline.plan import Plan
from exporters.codepipeline.sources import needs_archive, source_asset

TYPE = "AWS::CodePipeline::Pipeline"
ID = "codepipeline"


def builds(plan: Plan) -> tuple[Build, ...]:
    """Return the builds that take the place of actions."""
    return tuple(build_for(step, plan) for step in plan.workflow.steps if step.id not in plan.native)


def engine_resource(plan: Plan, request: Mapping[str, object], made: tuple[Build, ...]) -> EngineResource:
    """Return what the template needs to know about a pipeline, given as CreatePipeline takes it, and its builds."""
    workflow = plan.workflow
    own = tuple(build.project for build in made)
    arn = f"arn:${{Partition}}:codepipeline:${{Region}}:${{AccountId}}:{workflow.name}"
    return EngineResource(
        id=ID,
        type=TYPE,
        properties=_as_resource(request),
        role_service="codepipeline.amazonaws.com",
        statements=(*engine_statements(workflow, ID, own), *_machine_statements(plan), *_archive_statements(workflow)),
        start=Start(action="codepipeline:StartPipelineExecution", arn=arn),
        needs=own,
        outputs={
            "PipelineName": ("The name of the pipeline", {"Ref": "Pipeline"}),
            "PipelineArn": ("The ARN of the pipeline", arn),
        },
    )


def _machine_statements(plan: Plan) -> Iterator[Statement]:
    for step in plan.workflow.steps:
        if isinstance(step, Call) and step.id in plan.native and not is_build(step):
            for one in call_statements(plan.workflow, step):
                yield replace(one, actions=(*one.actions, "states:DescribeStateMachine"))


def _archive_statements(workflow: Workflow) -> tuple[Statement, ...]:
    own = (source_asset(workflow).key,) if needs_archive(workflow) else ()
    keys = (*own, *(need.source_key for need in workflow.needs if isinstance(need, BuildProject) and need.source_key))
    if not keys:
        return ()
    bucket = "arn:${Partition}:s3:::${AssetsBucket}"
    return (
        Statement(
            actions=("s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTagging", "s3:GetObjectVersionTagging"),
            resources=tuple(f"{bucket}/{key}" for key in keys),
            reason="Fetch the archives that the builds take",
        ),
        Statement(
            actions=("s3:GetBucketVersioning", "s3:GetBucketLocation", "s3:GetBucketAcl", "s3:ListBucket"),
            resources=(bucket,),
            reason="Look at the bucket of the archives",
        ),
    )


def _as_resource(request: Mapping[str, object]) -> dict[str, object]:
    """Return a request as CloudFormation takes it, which lists the artifact stores that the API maps by Region."""
    stores = request.get("artifactStores")
    properties = _pascal({name: member for name, member in request.items() if name != "artifactStores"})
    if not isinstance(stores, Mapping):
        return properties
    listed = [{"Region": region, "ArtifactStore": _inner(store)} for region, store in stores.items()]
    return {**properties, "ArtifactStores": listed}


def _pascal(value: Mapping[str, object]) -> dict[str, object]:
    """Spell members as CloudFormation does: each with a capital; configurations are spelled alike in both."""
    return {
        key[:1].upper() + key[1:]: member if key == "configuration" else _inner(member) for key, member in value.items()
    }


def _inner(value: object) -> object:
    if isinstance(value, Mapping):
        return _pascal(value)
    return [_inner(member) for member in value] if isinstance(value, list) else value
