"""Which role of a pipeline may do what, each statement with its reason.

The entry to it all: `execution_statements` for the role that jobs run under, `engine_statements` for the role that the
engine runs under, `call_statements` (in `call_permissions`) for a role that makes one call itself.
"""

from collections.abc import Iterable, Iterator

from designer.catalog.needs import (
    HANDING_ARTIFACTS,
    BuildProject,
    GitTrigger,
    ImageTrigger,
    Need,
    ObjectTrigger,
    StageRule,
    Statement,
)
from designer.catalog.steps import Approval, Call, NativeAction, NativeStep, NativeTask
from designer.catalog.values import Deployed, FileValue, expressions_in
from designer.workflow.arn_patterns import pattern_of
from designer.workflow.call_permissions import call_statements
from designer.workflow.data_permissions import data_statements, file_statements, key_statements, merged
from designer.workflow.model import Workflow
from designer.workflow.native_calls import native_calls
from designer.workflow.permission_tables.managed_rules import MANAGED_RULES

_RULE_ACTIONS = ("events:PutTargets", "events:PutRule", "events:DescribeRule")
_LOG_DELIVERY = (
    "logs:CreateLogDelivery",
    "logs:GetLogDelivery",
    "logs:UpdateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:DescribeResourcePolicies",
    "logs:DescribeLogGroups",
)
_TRACING = (
    "xray:PutTraceSegments",
    "xray:PutTelemetryRecords",
    "xray:GetSamplingRules",
    "xray:GetSamplingTargets",
)


def calls_of(workflow: Workflow) -> tuple[Call, ...]:
    """Return the calls of a workflow, those inside states kept as they were written too."""
    return (*(step for step in workflow.steps if isinstance(step, Call)), *native_calls(workflow))


def execution_statements(workflow: Workflow) -> tuple[Statement, ...]:
    """Return what the role needs that the jobs, models and endpoints of a workflow run under."""
    return merged((*data_statements(workflow, calls_of(workflow)), *workflow.statements))


def engine_statements(workflow: Workflow, engine_id: str, needs: Iterable[Need] = ()) -> tuple[Statement, ...]:
    """Return what the engine's own role needs; `needs` are those that the exporter adds to the workflow's.

    Raises `KeyError` for an engine other than `sagemaker`, `stepfunctions` and `codepipeline`.
    """
    if engine_id == "codepipeline":
        return merged(_codepipeline(workflow, (*workflow.needs, *needs)))
    own = {"sagemaker": _sagemaker, "stepfunctions": _step_functions}[engine_id]
    return merged(
        (*own(workflow), *_notices(workflow), *file_statements(_files(workflow)), *key_statements(calls_of(workflow)))
    )


def _sagemaker(workflow: Workflow) -> Iterator[Statement]:
    for call in calls_of(workflow):
        yield from call_statements(workflow, call, prefixes=("pipelines-",))
    yield from _own_steps(workflow, NativeStep)


def _step_functions(workflow: Workflow) -> Iterator[Statement]:
    for call in calls_of(workflow):
        yield from call_statements(workflow, call)
        rule = MANAGED_RULES.get((call.service, call.operation))
        if rule:
            yield Statement(
                actions=_RULE_ACTIONS,
                resources=(f"arn:${{Partition}}:events:${{Region}}:${{AccountId}}:rule/{rule}",),
                reason="Learn of the end of a job through the rule that Step Functions manages",
            )
    yield from _own_steps(workflow, NativeTask)
    yield Statement(
        actions=_LOG_DELIVERY,
        resources=("*",),
        reason="Write the execution log; these actions know no resource",
    )
    yield Statement(actions=_TRACING, resources=("*",), reason="Write traces; these actions know no resource")


def _files(workflow: Workflow) -> tuple[FileValue, ...]:
    return tuple(found for step in workflow.steps for found in _expressions(step) if isinstance(found, FileValue))


def _expressions(step: object) -> Iterator[object]:
    for name in getattr(step, "__slots__", ()):
        value = getattr(step, name)
        yield from expressions_in(value)
        for inner in value if isinstance(value, tuple) else (value,):
            if type(inner).__module__ == "designer.catalog.steps":
                yield from _expressions(inner)


def _notices(workflow: Workflow) -> Iterator[Statement]:
    for step in workflow.steps:
        if isinstance(step, Approval) and step.topic_arn:
            yield Statement(
                actions=("sns:Publish",),
                resources=(pattern_of(step.topic_arn),),
                reason=f"{step.node}: tell who approves",
            )


def _codepipeline(workflow: Workflow, needs: tuple[Need, ...]) -> Iterator[Statement]:
    yield Statement(
        actions=HANDING_ARTIFACTS,
        resources=("arn:${Partition}:s3:::${ArtifactBucket}", "arn:${Partition}:s3:::${ArtifactBucket}/*"),
        reason="Hand artifacts from action to action",
    )
    for need in needs:
        if isinstance(need, BuildProject):
            yield Statement(
                actions=("codebuild:StartBuild", "codebuild:StopBuild", "codebuild:BatchGetBuilds"),
                resources=(
                    f"arn:${{Partition}}:codebuild:${{Region}}:${{AccountId}}:project/${{{need.logical_id}Name}}",
                ),
                reason="Run the build projects of the actions",
            )
        elif isinstance(need, GitTrigger):
            yield _source(need)
        elif isinstance(need, ImageTrigger):
            repository = f"arn:${{Partition}}:ecr:${{Region}}:${{AccountId}}:repository/{need.repository}"
            reason = f"{need.node}: look at the image"
            yield Statement(actions=("ecr:DescribeImages",), resources=(repository,), reason=reason)
        elif isinstance(need, StageRule):
            yield from need.statements
    yield from _notices(workflow)
    yield from _own_steps(workflow, NativeAction)


def _own_steps(workflow: Workflow, own: type[NativeStep | NativeAction | NativeTask]) -> Iterator[Statement]:
    for step in workflow.steps:
        if isinstance(step, own):
            yield from step.statements


def _source(trigger: GitTrigger) -> Statement:
    reason = f"{trigger.node}: fetch the source"
    if trigger.provider == "codecommit":
        actions = (
            "GetBranch",
            "GetCommit",
            "GetRepository",
            "UploadArchive",
            "GetUploadArchiveStatus",
            "CancelUploadArchive",
        )
        return Statement(
            actions=tuple(f"codecommit:{action}" for action in actions),
            resources=(f"arn:${{Partition}}:codecommit:${{Region}}:${{AccountId}}:{trigger.repository}",),
            reason=reason,
        )
    if trigger.provider == "s3":
        bucket = trigger.repository.split("/", 1)[0]
        return Statement(
            actions=("s3:GetObject", "s3:GetObjectVersion", "s3:GetBucketVersioning", "s3:GetObjectTagging"),
            resources=(f"arn:${{Partition}}:s3:::{bucket}", f"arn:${{Partition}}:s3:::{trigger.repository}"),
            reason=reason,
        )
    return Statement(
        actions=("codestar-connections:UseConnection", "codeconnections:UseConnection"),
        resources=(trigger.connection_arn or Deployed(f"{trigger.logical_id}Arn"),),
        reason=reason,
    )


def watched_buckets(workflow: Workflow) -> tuple[ObjectTrigger, ...]:
    """Return the triggers on buckets other than the pipeline's own: their events must be switched on by hand."""
    return tuple(
        need
        for need in workflow.needs
        if isinstance(need, ObjectTrigger) and need.bucket not in {"", Deployed("ArtifactBucket")}
    )
