"""An account of a few lines: stacks that change as they are told to, and buckets in memory."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from designer.aws.buckets import BucketGateway
from designer.aws.model_packages import ModelPackageGateway
from designer.aws.stacks import ChangeSetRecord, ResourceChange, StackEvent, StackGateway, StackRecord
from designer.deployment import assets_bucket

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ADDED = ResourceChange(action="Add", logical_id="Pipeline", type="AWS::SageMaker::Pipeline")


@dataclass
class FakeBuckets(BucketGateway):
    """Buckets in memory."""

    content: dict[str, dict[str, bytes]] = field(default_factory=dict)
    uploads: list[str] = field(default_factory=list)

    def exists(self, bucket: str) -> bool:
        return bucket in self.content

    def has(self, bucket: str, key: str) -> bool:
        return key in self.content[bucket]

    def upload(self, bucket: str, key: str, content: bytes) -> None:
        self.uploads.append(key)
        self.content[bucket][key] = content

    def address(self, bucket: str, key: str) -> str:
        return f"https://{bucket}.s3.eu-west-1.amazonaws.com/{key}"

    def empty(self, bucket: str) -> int:
        count = len(self.content[bucket])
        self.content[bucket] = {}
        return count


@dataclass
class FakePackages(ModelPackageGateway):
    """A model registry that remembers which groups were emptied."""

    emptied: list[str] = field(default_factory=list)

    def empty(self, group: str) -> int:
        self.emptied.append(group)
        return 1


@dataclass
class FakeStacks(StackGateway):
    """Stacks that end in `outcome` when a change set is executed; `failure` is what their failing resource says."""

    buckets: FakeBuckets
    records: dict[str, StackRecord] = field(default_factory=dict)
    changes: tuple[ResourceChange, ...] = (ADDED,)
    outcome: str = "CREATE_COMPLETE"
    failure: str = ""
    delete_outcome: str = "DELETE_COMPLETE"
    bucket_of: dict[str, str] = field(default_factory=dict)
    group_of: dict[str, str] = field(default_factory=dict)
    proposed: list[tuple[str, Mapping[str, str], Mapping[str, str], bool]] = field(default_factory=list)
    happened: dict[str, list[StackEvent]] = field(default_factory=dict)

    def find(self, stack: str) -> StackRecord | None:
        return self.records.get(stack)

    def all(self) -> Iterator[StackRecord]:
        yield from self.records.values()

    def propose(
        self, stack: str, name: str, template: Mapping[str, str], parameters: Mapping[str, str], *, is_new: bool
    ) -> ChangeSetRecord:
        self.proposed.append((stack, template, parameters, is_new))
        if is_new:
            self.records[stack] = StackRecord(name=stack, status="REVIEW_IN_PROGRESS", parameters=parameters)
        return ChangeSetRecord(id=name, stack=stack, changes=self.changes)

    def execute(self, change_set: ChangeSetRecord) -> None:
        stack = change_set.stack
        if stack == assets_bucket.STACK:
            self.buckets.content[f"{assets_bucket.STACK}-123456789012-us-east-1"] = {}
        elif self.failure:
            self._tell(stack, "Pipeline", "AWS::SageMaker::Pipeline", "CREATE_FAILED", self.failure)
        outcome = "CREATE_COMPLETE" if stack == assets_bucket.STACK else self.outcome
        parameters = self.records[stack].parameters
        self._tell(stack, stack, "AWS::CloudFormation::Stack", outcome)
        self.records[stack] = StackRecord(name=stack, status=outcome, parameters=parameters)

    def delete(self, stack: str) -> None:
        bucket = self.bucket_of.get(stack, "")
        assert not self.buckets.content.get(bucket), "CloudFormation deletes no bucket that holds anything"
        self._tell(stack, stack, "AWS::CloudFormation::Stack", self.delete_outcome)
        if self.delete_outcome == "DELETE_COMPLETE":
            del self.records[stack]
            self.buckets.content.pop(bucket, None)
        else:
            self.records[stack] = StackRecord(name=stack, status=self.delete_outcome, reason="Role is in use")

    def stack_id(self, stack: str) -> str:
        return stack

    def events(self, stack_id: str) -> tuple[StackEvent, ...]:
        return tuple(self.happened.get(stack_id, ()))

    def physical_ids(self, stack: str, resource_type: str) -> tuple[str, ...]:
        held = {"AWS::S3::Bucket": self.bucket_of, "AWS::SageMaker::ModelPackageGroup": self.group_of}
        found = held[resource_type].get(stack)
        return (found,) if found else ()

    def _tell(self, stack: str, logical_id: str, resource_type: str, status: str, reason: str = "") -> None:
        told = self.happened.setdefault(stack, [])
        told.append(
            StackEvent(
                id=f"{stack}-{len(told)}",
                time=NOON,
                logical_id=logical_id,
                type=resource_type,
                status=status,
                reason=reason,
            )
        )
