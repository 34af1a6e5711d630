"""What all SageMaker jobs have in common: limits, network, caching, and where results go."""

from typing import Annotated, TypeAlias

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.placed import Placed
from designer.catalog.requests import resolved, without_empty
from designer.catalog.settings import Settings
from designer.catalog.settings_types import Flag, Integer
from designer.catalog.steps import Wait
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import Deployed, ExecutionValue, ItemIndex, Value, joined

_QUEUE_SECONDS = 3600
MODEL_FILE = "model.tar.gz"


CacheFor: TypeAlias = Annotated[
    str,
    Form(group="Limits", placeholder="P30D", advanced=True),
    Field(
        pattern=r"^(P(\d+[YMWD])*(T(\d+[HMS])+)?)?$",
        description="How long SageMaker Pipelines may reuse an earlier result for the same inputs, such as P30D. "
        "Empty: never.",
    ),
]


JobRole: TypeAlias = Annotated[
    str,
    Form(editor="role", group="Permissions", placeholder="arn:aws:iam::123456789012:role/name", advanced=True),
    Field(description="The ARN of a role that exists, for this node alone. Empty: the pipeline's execution role."),
]


class VpcSettings(Settings):
    """In whose network something runs."""

    subnets: Annotated[tuple[str, ...], Form(editor="list", group="Network", advanced=True)] = Field(
        default=(), description="Subnets to run in. Leave empty to run outside of a VPC."
    )
    security_groups: Annotated[tuple[str, ...], Form(editor="list", group="Network", advanced=True)] = Field(
        default=(), description="Security groups, when it runs in subnets of yours."
    )


class JobSettings(VpcSettings, TaskSettings):
    """Settings of every job, beside the work that it does."""

    environment: Annotated[dict[str, str], Form(editor="table", group="Container")] = Field(
        default_factory=dict,
        description="Environment variables for the container. Never put a password here: name a secret instead.",
    )
    max_runtime_seconds: Annotated[Integer, Form(editor="number", unit="s", group="Limits", advanced=True)] = Field(
        default=86_400, description="The job is stopped after this time."
    )
    cache_for: CacheFor = ""
    role_arn: JobRole = ""
    isolate_network: Annotated[Flag, Form(editor="flag", group="Network", advanced=True)] = Field(
        default=False, description="Cut the container off from every network."
    )
    encrypt_traffic: Annotated[Flag, Form(editor="flag", group="Network", advanced=True)] = Field(
        default=False, description="Encrypt what the containers of one job say to each other. Takes a little longer."
    )


def job_wait(job: str, *also_failed: str) -> Wait:
    """Return how to wait for a job of SageMaker, such as `TrainingJob`; `also_failed` are bad ends beside the usual."""
    return Wait(
        describe=f"Describe{job}",
        identifier=f"{job}Name",
        status=(f"{job}Status",),
        succeeded=("Completed",),
        failed=("Failed", "Stopped", *also_failed),
        reason=("FailureReason",),
    )


def output_uri(placed: Placed, output: str) -> Value:
    """Return where an output of this node goes: a folder of its own for each execution, and each item of a map."""
    folder = f"/{placed.pipeline}/{placed.id}/{output}/"
    items = [part for each in placed.each for part in ("/", ItemIndex(each))]
    return joined("s3://", Deployed("ArtifactBucket"), folder, ExecutionValue("id"), *items)


def output_value(placed: Placed, output: str, carried: str) -> Value:
    """Return what an output gives: its folder, or for a model the file `model.tar.gz` in it."""
    uri = output_uri(placed, output)
    return joined(uri, "/", MODEL_FILE) if carried == "model_artifact" else uri


def vpc(placed: Placed, settings: VpcSettings) -> dict[str, object]:
    """Return a request's `VpcConfig`, empty when it runs outside of a VPC."""
    if bool(settings.subnets) != bool(settings.security_groups):
        raise ValueError("What runs in a VPC needs both subnets and security groups.")
    return without_empty(
        {
            "SecurityGroupIds": placed.resolve(list(settings.security_groups)),
            "Subnets": placed.resolve(list(settings.subnets)),
        }
    )


def switch(placed: Placed, setting: Flag) -> Value | None:
    """Return a flag for a request, none when it is plainly off."""
    value = resolved(placed, setting)
    return None if value is False else value


def timeout_seconds(settings: JobSettings) -> int:
    """Return how long an engine should wait: the job's own limit and an hour to get a machine."""
    limit = settings.max_runtime_seconds
    return (limit if isinstance(limit, int) else 432_000) + _QUEUE_SECONDS
