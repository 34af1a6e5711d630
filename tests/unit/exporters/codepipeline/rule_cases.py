"""A node of every kind that is a rule of a stage: its settings, how it is written, what the pipeline's role must be allowed.

Source: the page of each rule in the rule structure reference of the CodePipeline user guide.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from designer.workflow.model import Workflow
from tests.unit.exporters.codepipeline.delivery_cases import SOURCES
from tests.unit.exporters.drawing import drawn

_HERE = "us-east-1:123456789012"
_LOG = f"arn:aws:logs:{_HERE}:log-group:/aws/codepipeline/churn:run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Settings of a node, the provider and configuration that come of them, and what is needed: actions by ARN."""

    settings: Mapping[str, object]
    provider: str
    configuration: Mapping[str, str]
    takes: bool = False
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


RULINGS: Mapping[str, Ruling] = {
    "alarm_rule": Ruling(
        settings={"alarm": "errors", "states": ["ALARM", "OK"], "wait_minutes": 20},
        provider="CloudWatchAlarm",
        configuration={"AlarmName": "errors", "AlarmStates": "ALARM,OK", "WaitTime": "20"},
        needs={f"arn:aws:cloudwatch:{_HERE}:alarm:errors": ("cloudwatch:DescribeAlarms",)},
    ),
    "window_rule": Ruling(
        settings={"window": "* 0-30 9 ? * MON", "timezone": "Europe/Paris"},
        provider="DeploymentWindow",
        configuration={"Cron": "* 0-30 9 ? * MON", "TimeZone": "Europe/Paris"},
    ),
    "variable_rule": Ruling(
        settings={"variable": "${params.Go}", "operator": "differs from", "value": "0"},
        provider="VariableCheck",
        configuration={"Variable": "#{variables.Go}", "Value": "0", "Operator": "NE"},
    ),
    "function_rule": Ruling(
        settings={"function": "may-go", "parameters": {"n": 1}},
        provider="LambdaInvoke",
        configuration={"FunctionName": "may-go", "UserParameters": '{"n": 1}'},
        needs={f"arn:aws:lambda:{_HERE}:function:may-go": ("lambda:InvokeFunction",)},
    ),
    "build_rule": Ruling(
        settings={"project": "smoke"},
        provider="CodeBuild",
        configuration={"ProjectName": "smoke"},
        takes=True,
        needs={f"arn:aws:codebuild:{_HERE}:project/smoke": ("codebuild:StartBuild", "codebuild:BatchGetBuilds")},
    ),
    "commands_rule": Ruling(
        settings={"commands": ["make smoke"]},
        provider="Commands",
        configuration={},
        takes=True,
        needs={_LOG: ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")},
    ),
}
"""By kind."""
CALLING_RULES = tuple(kind for kind, ruling in RULINGS.items() if ruling.needs)


def guarded(
    *kinds: str, more: Mapping[str, object] | None = None, settings: Mapping[str, object] | None = None
) -> Workflow:
    """Return a pipeline whose frame `Release` holds a copy to S3 and a rule of each kind under its own name.

    `more` are settings of all rules, `settings` those of the pipeline.
    """
    nodes: dict[str, object] = {**SOURCES, "site": {"kind": "s3_deploy", "settings": {"bucket": "site"}}}
    edges = ["code.source -> made.source", "made.artifact -> site.source"]
    for kind in kinds:
        nodes[kind] = {"kind": kind, "settings": {**RULINGS[kind].settings, **(more or {})}}
        edges += [f"made.artifact -> {kind}.source"] if RULINGS[kind].takes else []
    return drawn(
        nodes,
        *edges,
        parameters={"Go": {"type": "String", "default": "1"}},
        frames=[{"id": "f", "title": "Release", "nodes": ["site", *kinds]}],
        settings=dict(settings or {}),
    )
