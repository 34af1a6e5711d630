"""EC2 deploy: copies an artifact to instances and runs scripts there."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, delivered, here, logging, needs, source_input, where
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.needs import Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import arn, resolved, settings_of
from designer.catalog.steps import Action

_LOOKING = (
    "ec2:DescribeInstances",
    "elasticloadbalancing:DescribeTargetGroupAttributes",
    "elasticloadbalancing:DescribeTargetGroups",
    "elasticloadbalancing:DescribeTargetHealth",
    "ssm:CancelCommand",
    "ssm:DescribeInstanceInformation",
    "ssm:ListCommandInvocations",
)
_COUNT = r"^$|^\d+%?$"


class Ec2DeploySettings(DeliverySettings):
    """To which instances, and what runs there."""

    tag_key: Annotated[str, Form(group="Instances")] = Field(
        min_length=1, description="A tag that the instances have, such as Name."
    )
    tag_value: Annotated[str, Form(group="Instances")] = Field(
        default="", description="The value of the tag. Empty: any instance that has the tag."
    )
    instances: Annotated[Literal["EC2", "SSM_MANAGED_NODE"], Form(editor="choice", group="Instances")] = Field(
        default="EC2", description="Instances of EC2, or machines elsewhere that Systems Manager knows."
    )
    folder: Annotated[str, Form(group="Deployment", placeholder="/home/ec2-user/app")] = Field(
        pattern=r"^/", description="The folder on the instance that the files are copied to."
    )
    before_script: Annotated[str, Form(group="Deployment")] = Field(
        default="", description="A script in the artifact that runs before."
    )
    after_script: Annotated[str, Form(group="Deployment")] = Field(
        min_length=1, description="A script in the artifact that runs after the files are there."
    )
    at_a_time: Annotated[str, Form(group="Deployment", advanced=True)] = Field(
        default="", pattern=_COUNT, description="How many instances at a time: a number or a percentage such as 25%."
    )
    most_failures: Annotated[str, Form(group="Deployment", advanced=True)] = Field(
        default="", pattern=_COUNT, description="After how many failures it is given up: a number or a percentage."
    )
    target_groups: Annotated[tuple[str, ...], Form(editor="list", group="Deployment", advanced=True)] = Field(
        default=(), description="Target groups that the instances leave while they are worked on."
    )


def lower(placed: Placed) -> Lowered:
    """Make an EC2 deploy action."""
    settings = settings_of(placed, Ec2DeploySettings)
    action = Action(
        category="Deploy",
        provider="EC2",
        configuration={
            "InstanceTagKey": settings.tag_key,
            "InstanceTagValue": settings.tag_value,
            "InstanceType": settings.instances,
            "TargetDirectory": resolved(placed, settings.folder),
            "PreScript": settings.before_script,
            "PostScript": settings.after_script,
            "MaxBatch": settings.at_a_time,
            "MaxError": settings.most_failures,
            "TargetGroupNameList": ",".join(settings.target_groups),
        },
    )
    return delivered(placed, action, _statements(placed, settings))


def _statements(placed: Placed, settings: Ec2DeploySettings) -> tuple[Statement, ...]:
    tag = f"aws:ResourceTag/{settings.tag_key}"
    tagged = {"StringEquals": {tag: settings.tag_value}} if settings.tag_value else {"Null": {tag: "false"}}
    machines = "instance/*" if settings.instances == "EC2" else "managed-instance/*"
    script = arn("ssm", "document/AWS-RunShellScript", region=where(placed), account="")
    found = [
        needs(placed, "find the instances and watch them", _LOOKING, "*"),
        Statement(
            actions=("ssm:SendCommand",),
            resources=(here(placed, "ec2" if settings.instances == "EC2" else "ssm", machines),),
            reason=f"{placed.id}: run commands on the instances that have the tag",
            conditions=tagged,
        ),
        needs(placed, "run shell commands", ("ssm:SendCommand",), script),
        logging(placed, where(placed)),
    ]
    if settings.target_groups:
        moving = ("elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets")
        groups = (here(placed, "elasticloadbalancing", f"targetgroup/{one}/*") for one in settings.target_groups)
        found.append(needs(placed, "take instances out of their target groups", moving, *groups))
    return tuple(found)


KIND = Kind(
    id="ec2_deploy",
    title="EC2 deploy",
    summary="Copies an artifact to the instances that have a tag, and runs scripts there.",
    category=Category.DEPLOY,
    settings=Ec2DeploySettings,
    lower=lower,
    inputs=fixed(source_input("What is copied, with the scripts.")),
)
