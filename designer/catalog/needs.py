"""What a workflow needs to exist in the account before it runs; the template makes it.

`logical_id` is the CloudFormation logical id (letters and digits), derived from the node's id so that it stays the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from designer.catalog.values import Value

HANDING_ARTIFACTS = (
    "s3:GetObject",
    "s3:GetObjectVersion",
    "s3:PutObject",
    "s3:GetBucketVersioning",
    "s3:GetBucketLocation",
)
"""What CodePipeline does with a bucket through which it hands artifacts from action to action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An IAM permission and why it is needed. `resources` are ARNs, with expressions where unknown."""

    actions: tuple[str, ...]
    resources: tuple[Value, ...]
    reason: str
    conditions: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def pass_role(roles: tuple[Value, ...], principal: str, reason: str) -> Statement:
    """Return the permission to hand these roles to one service and to no other."""
    return Statement(
        actions=("iam:PassRole",),
        resources=roles,
        reason=reason,
        conditions={"StringEquals": {"iam:PassedToService": principal}},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file to upload to `AssetsBucket` before anything runs, under a key that holds its content's hash."""

    key: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A Lambda function of ours. Gives `Deployed(f"{logical_id}Arn")`. `asset_key` is a zip among the assets."""

    logical_id: str
    node: str
    runtime: str
    handler: str
    asset_key: str
    timeout_seconds: int
    memory_mb: int
    environment: Mapping[str, Value] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildProject:
    """A CodeBuild project of ours. Gives `Deployed(f"{logical_id}Name")`.

    `source_key` is a zip among the assets that holds the code, or empty when the code comes with the pipeline's source
    artifact or there is none.
    """

    logical_id: str
    node: str
    buildspec: str
    image: str = "aws/codebuild/standard:7.0"
    compute_type: str = "BUILD_GENERAL1_SMALL"
    privileged: bool = False
    environment: Mapping[str, Value] = field(default_factory=dict)
    source_key: str = ""
    timeout_minutes: int = 60
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageGroup:
    """A model package group that is made unless it exists. Gives nothing: it is addressed by name."""

    logical_id: str
    node: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """An ECR repository of ours. Gives `Deployed(f"{logical_id}Uri")`."""

    logical_id: str
    node: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """An SNS topic of ours. Gives `Deployed(f"{logical_id}Arn")`."""

    logical_id: str
    node: str
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateResource:
    """A resource that the template makes beside the pipeline, and that no run touches.

    Gives `Deployed(f"{logical_id}Ref")`, what CloudFormation returns of it by `Ref`. `type` and `properties` are as
    CloudFormation spells them; `after` are the logical ids of what must exist before it.
    """

    logical_id: str
    node: str
    type: str
    properties: Mapping[str, object]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectTrigger:
    """A new object under `prefix` of `bucket` starts the pipeline; `bucket` empty means the artifact bucket."""

    logical_id: str
    node: str
    bucket: Value
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageTrigger:
    """An image that is pushed to a repository of the account under a tag starts the pipeline; `tag` empty means any."""

    logical_id: str
    node: str
    repository: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleTrigger:
    """A schedule (`rate(1 day)`, `cron(0 6 * * ? *)`) starts the pipeline."""

    logical_id: str
    node: str
    expression: str
    timezone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class GitTrigger:
    """A push starts the pipeline and gives its source. `provider`: `connection`, `codecommit` or `s3`.

    For a connection `repository` is `owner/name` and `connection_arn` may be empty: the template then makes one. For S3
    `repository` is `bucket/key`. With `tags` (patterns) a pushed tag starts it, and no push to the branch; `pull_requests`
    are the events of pull requests to the branch that start it too (`OPEN`, `UPDATED`, `CLOSED`).
    """

    logical_id: str
    node: str
    provider: str
    repository: str
    branch: str = "main"
    connection_arn: Value = ""
    connection_provider: str = "GitHub"
    paths: tuple[str, ...] = ()
    excluded_paths: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    pull_requests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRule:
    """A rule that CodePipeline looks at before or after the stage which the node's frame makes; nothing else has such.

    When one rule of a `moment` does not hold, `result` is what happens. `configuration` and `commands` are spelled as
    the API does and may hold values; `reads` are the nodes whose artifacts it takes. `region` and `role_arn` are empty for
    the pipeline's own, `timeout_minutes` is None for the service's own limit. `statements` are what the pipeline's role needs.
    """

    logical_id: str
    node: str
    moment: Literal["before_entry", "on_success", "on_failure"]
    result: Literal["fail", "skip", "rollback"]
    provider: str
    configuration: Mapping[str, Value] = field(default_factory=dict)
    commands: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    region: str = ""
    role_arn: Value = ""
    timeout_minutes: int | None = None
    statements: tuple[Statement, ...] = ()


Trigger: TypeAlias = ObjectTrigger | ImageTrigger | ScheduleTrigger | GitTrigger
Need: TypeAlias = (
    Asset | Function | BuildProject | PackageGroup | Repository | Topic | TemplateResource | StageRule | Trigger
)
