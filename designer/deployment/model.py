"""What is to be deployed, what would change, and what happened: plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from designer.aws.stacks import ChangeSetRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployable:
    """A rendered pipeline: its template, the assets to upload by key, and the stack's name and parameters."""

    stack: str
    template: str
    assets: Mapping[str, bytes]
    parameters: Mapping[str, str] = field(default_factory=dict)
    assets_bucket: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that a deployment would do. `action` is `Add`, `Modify`, `Remove` or `Import`."""

    action: str
    logical_id: str
    type: str
    replacement: str = ""
    properties: tuple[str, ...] = ()

    @property
    def is_dangerous(self) -> bool:
        """Say whether something that holds data would be taken away or made anew."""
        loses = self.action == "Remove" or self.replacement in ("True", "Conditional")
        return loses and self.type in _KEEPS_DATA


_KEEPS_DATA = frozenset(
    {"AWS::S3::Bucket", "AWS::ECR::Repository", "AWS::SageMaker::ModelPackageGroup", "AWS::Logs::LogGroup"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a deployment would change; nothing has been changed yet.

    `prepares` are sentences on what had to be, or will be, made beside the stack: the bucket for assets.
    """

    stack: str
    is_new: bool
    changes: tuple[Change, ...]
    change_set: ChangeSetRecord
    assets_bucket: str
    prepares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A line of news while a stack changes."""

    time: datetime
    logical_id: str
    type: str
    status: str
    reason: str = ""

    @property
    def is_failure(self) -> bool:
        """Say whether this is the report of something that went wrong."""
        return self.status.endswith("_FAILED")
