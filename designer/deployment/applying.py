"""Applying: the only stage that changes an account. Yields what happens while it does."""

import time
from collections.abc import Callable, Iterator

from designer.aws.buckets import BucketGateway
from designer.aws.model_packages import ModelPackageGateway
from designer.aws.stacks import StackEvent, StackGateway, StackRecord
from designer.deployment import assets_bucket
from designer.deployment.model import Deployable, Plan, Progress
from designer.errors import AwsRefused

_POLL_SECONDS = 0.5


def apply(plan: Plan, deployable: Deployable, stacks: StackGateway, buckets: BucketGateway) -> Iterator[Progress]:
    """Upload the assets that are missing, execute the change set, and yield each event until the stack has settled.

    A failure raises `AwsRefused` with AWS's own reason, after CloudFormation has rolled back; of a stack that was to be new
    nothing is left then.
    """
    for key, content in deployable.assets.items():
        if not buckets.has(plan.assets_bucket, key):
            buckets.upload(plan.assets_bucket, key, content)
    if not plan.changes:
        return
    seen = set() if plan.is_new else {event.id for event in stacks.events(stacks.stack_id(plan.stack))}
    stacks.execute(plan.change_set)
    try:
        yield from settle(plan.stack, stacks, seen=seen)
    except AwsRefused:
        if plan.is_new:
            yield from release_assets(plan.assets_bucket, stacks, buckets, besides=plan.stack)
        raise


def settle(
    stack: str, stacks: StackGateway, *, seen: set[str] | None = None, sleep: Callable[[float], None] = time.sleep
) -> Iterator[Progress]:
    """Yield the events of a stack until it is settled; raise when it ended in anything but success."""
    known = set(seen or ())
    stack_id = stacks.stack_id(stack)
    failures: list[StackEvent] = []
    while True:
        found = stacks.find(stack_id)
        for event in stacks.events(stack_id):
            if event.id not in known:
                known.add(event.id)
                failures.extend([event] if event.status.endswith("_FAILED") else [])
                yield _progress(event)
        if found is None or _is_settled(found):
            _raise_unless_good(stack, found, failures)
            return
        sleep(_POLL_SECONDS)


def _is_settled(found: StackRecord) -> bool:
    return not found.status.endswith("_IN_PROGRESS") or found.status == "REVIEW_IN_PROGRESS"


def _raise_unless_good(stack: str, found: StackRecord | None, failures: list[StackEvent]) -> None:
    status = found.status if found else "DELETE_COMPLETE"
    if not failures and status in ("CREATE_COMPLETE", "UPDATE_COMPLETE", "DELETE_COMPLETE"):
        return
    first = failures[0] if failures else None
    cause = f"{first.logical_id} ({first.type}): {first.reason}" if first else (found.reason if found else "")
    undone = {
        "DELETE_COMPLETE": "Everything made so far was deleted again.",
        "ROLLBACK_COMPLETE": "Everything made so far was deleted again.",
        "UPDATE_ROLLBACK_COMPLETE": "The stack is as it was before.",
    }.get(status, f"The stack is in {status}.")
    raise AwsRefused(f"Stack '{stack}' could not be changed. {cause}", code=status, operation="Stack", hint=undone)


def _progress(event: StackEvent) -> Progress:
    return Progress(
        time=event.time, logical_id=event.logical_id, type=event.type, status=event.status, reason=event.reason
    )


def destroy(
    stack: str, stacks: StackGateway, buckets: BucketGateway, packages: ModelPackageGateway
) -> Iterator[Progress]:
    """Empty what the stack holds, delete the stack, and with the last stack the assets; yield what happens."""
    found = stacks.find(stack)
    if found is None:
        return
    for group in stacks.physical_ids(stack, "AWS::SageMaker::ModelPackageGroup"):
        packages.empty(group.rsplit("/", 1)[-1])
    for bucket in stacks.physical_ids(stack, "AWS::S3::Bucket"):
        if bucket and buckets.exists(bucket):
            buckets.empty(bucket)
    yield from _delete(stack, stacks)
    yield from release_assets(found.parameters.get("AssetsBucket", ""), stacks, buckets, besides=stack)


def release_assets(bucket: str, stacks: StackGateway, buckets: BucketGateway, *, besides: str) -> Iterator[Progress]:
    """Delete the bucket for assets unless a stack other than the one named needs it; a bucket of the user's own stays."""
    if not bucket.startswith(assets_bucket.STACK) or stacks.find(assets_bucket.STACK) is None:
        return
    if assets_bucket.is_shared(stacks, bucket, besides=besides):
        return
    buckets.empty(bucket)
    yield from _delete(assets_bucket.STACK, stacks)


def _delete(stack: str, stacks: StackGateway) -> Iterator[Progress]:
    stack_id = stacks.stack_id(stack)
    seen = {event.id for event in stacks.events(stack_id)}
    stacks.delete(stack)
    while True:
        found = stacks.find(stack_id)
        for event in stacks.events(stack_id):
            if event.id not in seen:
                seen.add(event.id)
                yield _progress(event)
        if found is None or found.status == "DELETE_COMPLETE":
            return
        if found.status == "DELETE_FAILED":
            message = f"Stack '{stack}' could not be deleted: {found.reason}"
            raise AwsRefused(message, code=found.status, operation="DeleteStack", hint="See the events above.")
        time.sleep(_POLL_SECONDS)
