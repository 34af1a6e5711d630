"""Planning: what a deployment would change, by a change set of CloudFormation."""

import hashlib
import uuid

from designer.aws.buckets import BucketGateway
from designer.aws.stacks import StackGateway
from designer.deployment import assets_bucket
from designer.deployment.applying import settle
from designer.deployment.model import Change, Deployable, Plan
from designer.errors import Refusal

_INLINE_BYTES = 51_200
_NOT_YET_MADE = "REVIEW_IN_PROGRESS"
_BROKEN = ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED", "UPDATE_ROLLBACK_FAILED", "CREATE_FAILED")


def plan(deployable: Deployable, stacks: StackGateway, buckets: BucketGateway) -> Plan:
    """Return what would change.

    A template of more than 51,200 bytes must be uploaded to be planned with, so then the assets bucket is made first.
    """
    found = stacks.find(deployable.stack)
    if found and found.status in _BROKEN:
        message = f"Stack '{deployable.stack}' is in {found.status}, and CloudFormation updates no such stack."
        raise Refusal(message, hint=f"Delete it first: {found.reason or 'see its events in the console'}.")
    is_new = found is None or found.status == _NOT_YET_MADE
    bucket = deployable.assets_bucket
    change_set = stacks.propose(
        deployable.stack,
        f"designer-{uuid.uuid4().hex[:12]}",
        _template_argument(deployable, stacks, buckets),
        {**deployable.parameters, "AssetsBucket": bucket},
        is_new=is_new,
    )
    prepares = () if buckets.exists(bucket) else (f"Bucket '{bucket}' will be made for code and templates.",)
    return Plan(
        stack=deployable.stack,
        is_new=is_new,
        changes=tuple(
            Change(
                action=one.action,
                logical_id=one.logical_id,
                type=one.type,
                replacement=one.replacement,
                properties=one.properties,
            )
            for one in change_set.changes
        ),
        change_set=change_set,
        assets_bucket=bucket,
        prepares=prepares,
    )


def _template_argument(deployable: Deployable, stacks: StackGateway, buckets: BucketGateway) -> dict[str, str]:
    content = deployable.template.encode()
    if len(content) <= _INLINE_BYTES:
        return {"TemplateBody": deployable.template}
    make_assets_bucket(deployable.assets_bucket, stacks, buckets)
    key = f"templates/{hashlib.sha256(content).hexdigest()[:32]}.yaml"
    buckets.upload(deployable.assets_bucket, key, content)
    return {"TemplateURL": buckets.address(deployable.assets_bucket, key)}


def make_assets_bucket(bucket: str, stacks: StackGateway, buckets: BucketGateway) -> None:
    """Make the assets bucket unless it is there; refuse when a bucket that the user named is not."""
    if buckets.exists(bucket):
        return
    if not bucket.startswith(assets_bucket.STACK):
        raise Refusal(f"There is no bucket '{bucket}'.", hint="Make it, or leave it out and one is made.")
    change_set = stacks.propose(
        assets_bucket.STACK,
        f"designer-{uuid.uuid4().hex[:12]}",
        {"TemplateBody": assets_bucket.template()},
        {},
        is_new=True,
    )
    stacks.execute(change_set)
    for _ in settle(assets_bucket.STACK, stacks):
        pass
