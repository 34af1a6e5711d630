"""A node of every kind that is an action of CodePipeline alone: its settings, and what the pipeline's role must be allowed.

Source of the permissions: the page of each action in the action structure reference of the CodePipeline user guide.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from designer.document.model import Scalar
from designer.workflow.model import Workflow
from tests.unit.exporters.drawing import drawn

_HERE = "us-east-1:123456789012"
_LOG = f"arn:aws:logs:{_HERE}:log-group:/aws/codepipeline/churn:run"
_ROLE = "arn:aws:iam::123456789012:role/deploys"
_BUILDSPEC = "version: 0.2\nphases: {build: {commands: [make]}}\nartifacts: {files: ['**/*']}\n"
SOURCES: Mapping[str, object] = {
    "code": {"kind": "git_source", "settings": {"repository": "acme/app"}},
    "made": {"kind": "build", "settings": {"gives_artifact": True, "buildspec": _BUILDSPEC}},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Settings of a node, whether an artifact is joined to it, and what is needed: actions by ARN."""

    settings: Mapping[str, Scalar | object]
    takes: bool = True
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def _stack_set() -> Mapping[str, tuple[str, ...]]:
    actions = ("CreateStackSet", "UpdateStackSet", "DescribeStackSetOperation", "CreateStackInstances")
    return {f"arn:aws:cloudformation:{_HERE}:stackset/base:1": tuple(f"cloudformation:{one}" for one in actions)}


def _code_deploy() -> Mapping[str, tuple[str, ...]]:
    begin = f"arn:aws:codedeploy:{_HERE}"
    return {
        f"{begin}:deploymentgroup:shop/blue": ("codedeploy:CreateDeployment", "codedeploy:GetDeployment"),
        f"{begin}:application:shop": ("codedeploy:GetApplicationRevision", "codedeploy:RegisterApplicationRevision"),
        f"{begin}:deploymentconfig:CodeDeployDefault.OneAtATime": ("codedeploy:GetDeploymentConfig",),
    }


_WRITE_LOG = {_LOG: ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")}
_SHOP = {"application": "shop", "deployment_group": "blue"}
DELIVERIES: Mapping[str, Delivery] = {
    "commands": Delivery(
        settings={"commands": ["make all"], "variables": ["VERSION"], "files": ["dist/**"]}, needs=_WRITE_LOG
    ),
    "image_build": Delivery(
        settings={"repository": "app", "image_tags": ["1", "latest"]},
        needs={
            **_WRITE_LOG,
            f"arn:aws:ecr:{_HERE}:repository/app": (
                "ecr:PutImage",
                "ecr:InitiateLayerUpload",
                "ecr:DescribeRepositories",
            ),
        },
    ),
    "vulnerability_scan": Delivery(
        settings={"most_critical": 0}, needs={**_WRITE_LOG, "anything": ("inspector-scan:ScanSbom",)}
    ),
    "device_farm_test": Delivery(
        settings={"project": "p", "device_pool_arn": "arn:aws:devicefarm:us-west-2::devicepool:1", "app": "app.apk"},
        needs={"anything": ("devicefarm:ScheduleRun", "devicefarm:CreateUpload")},
    ),
    "s3_deploy": Delivery(settings={"bucket": "site"}, needs={"arn:aws:s3:::site/index.html": ("s3:PutObject",)}),
    "stack_deploy": Delivery(
        settings={"stack": "app", "stack_role_arn": _ROLE, "parameters": {"Size": "2"}, "outputs": ["Url"]},
        needs={
            f"arn:aws:cloudformation:{_HERE}:stack/app/1": ("cloudformation:CreateStack", "cloudformation:UpdateStack"),
            _ROLE: ("iam:PassRole",),
        },
    ),
    "stack_set_deploy": Delivery(
        settings={"stack_set": "base", "targets": ["123456789012"], "target_regions": ["us-east-1", "eu-west-1"]},
        needs=_stack_set(),
    ),
    "stack_instances_deploy": Delivery(
        settings={"stack_set": "base", "targets": ["ou-1234-abcd"], "target_regions": ["us-east-1"]},
        takes=False,
        needs=_stack_set(),
    ),
    "codedeploy": Delivery(settings=_SHOP, needs=_code_deploy()),
    "ecs_rolling_deploy": Delivery(
        settings={"cluster": "main", "service": "web", "task_role_arns": [_ROLE]},
        needs={f"arn:aws:ecs:{_HERE}:service/main/web": ("ecs:UpdateService",), _ROLE: ("iam:PassRole",)},
    ),
    "ecs_blue_green": Delivery(
        settings={**_SHOP, "task_role_arns": [_ROLE]},
        needs={**_code_deploy(), "anything": ("ecs:RegisterTaskDefinition",), _ROLE: ("iam:PassRole",)},
    ),
    "kubernetes_deploy": Delivery(
        settings={"cluster": "main", "manifests": ["app.yaml"], "subnets": ["subnet-1"]},
        needs={**_WRITE_LOG, f"arn:aws:eks:{_HERE}:cluster/main": ("eks:DescribeCluster",)},
    ),
    "lambda_release": Delivery(
        settings={"function": "score", "alias": "live", "strategy": "Canary10Percent5Minutes", "alarms": ["errors"]},
        needs={
            f"arn:aws:lambda:{_HERE}:function:score": ("lambda:UpdateFunctionCode", "lambda:PublishVersion"),
            f"arn:aws:lambda:{_HERE}:function:score:live": ("lambda:UpdateAlias",),
        },
    ),
    "ec2_deploy": Delivery(
        settings={"tag_key": "Name", "folder": "/srv/app", "after_script": "start.sh", "target_groups": ["web"]},
        needs={**_WRITE_LOG, "anything": ("ec2:DescribeInstances", "ssm:ListCommandInvocations")},
    ),
    "beanstalk_deploy": Delivery(
        settings={"application": "shop", "environment": "live", "role_arn": _ROLE}, needs={_ROLE: ("sts:AssumeRole",)}
    ),
    "appconfig_deploy": Delivery(
        settings={"application": "a1", "environment": "e1", "profile": "p1", "file": "config.json"},
        needs={f"arn:aws:appconfig:{_HERE}:application/a1/environment/e1": ("appconfig:StartDeployment",)},
    ),
    "catalog_product_deploy": Delivery(
        settings={"product": "prod-1", "version_name": "2"},
        needs={f"arn:aws:catalog:{_HERE}:product/prod-1": ("servicecatalog:CreateProvisioningArtifact",)},
    ),
    "lambda_action": Delivery(
        settings={"function": "tell", "parameters": {"run": "${execution.id}"}, "variables": ["answer"]},
        needs={f"arn:aws:lambda:{_HERE}:function:tell": ("lambda:InvokeFunction",)},
    ),
    "start_pipeline": Delivery(
        settings={"pipeline": "other", "variables": {"run": "${execution.id}"}},
        takes=False,
        needs={f"arn:aws:codepipeline:{_HERE}:other": ("codepipeline:StartPipelineExecution",)},
    ),
    "delivery_action": Delivery(
        settings={
            "provider": "Jenkins",
            "configuration": {"ProjectName": "app"},
            "allowed": [{"actions": ["sqs:SendMessage"], "resources": [f"arn:aws:sqs:{_HERE}:work"]}],
        },
        needs={f"arn:aws:sqs:{_HERE}:work": ("sqs:SendMessage",)},
    ),
}
"""By kind."""


def delivering(*kinds: str, more: Mapping[str, object] | None = None) -> Workflow:
    """Return a pipeline with a source, a build, and a node of each kind under its own name; `more` are settings for all."""
    nodes: dict[str, object] = dict(SOURCES)
    edges = ["code.source -> made.source"]
    for kind in kinds:
        case = DELIVERIES[kind]
        nodes[kind] = {"kind": kind, "settings": {**case.settings, **(more or {})}}
        edges += [f"made.artifact -> {kind}.source"] if case.takes else []
    return drawn(nodes, *edges)
