import pytest

from designer.aws.stacks import StackRecord
from designer.deployment import assets_bucket
from designer.deployment.applying import apply, destroy, release_assets
from designer.deployment.model import Deployable
from designer.deployment.planning import make_assets_bucket, plan
from designer.errors import AwsRefused
from tests.unit.deployment.fakes import FakeBuckets, FakePackages, FakeStacks

ASSETS = assets_bucket.bucket_name("123456789012", "us-east-1")
DEPLOYABLE = Deployable(
    stack="churn", template="Resources: {}", assets={"assets/ab.zip": b"code"}, assets_bucket=ASSETS
)


def deployed(stacks: FakeStacks) -> list[str]:
    """Deploy and return the statuses that were told."""
    proposed = plan(DEPLOYABLE, stacks, stacks.buckets)
    make_assets_bucket(ASSETS, stacks, stacks.buckets)
    return [news.status for news in apply(proposed, DEPLOYABLE, stacks, stacks.buckets)]


def test_assets_are_uploaded_before_the_stack_changes_and_events_are_told() -> None:
    stacks = FakeStacks(FakeBuckets())

    told = deployed(stacks)

    assert stacks.buckets.content[ASSETS] == {"assets/ab.zip": b"code"}
    assert told == ["CREATE_COMPLETE"]


def test_an_asset_that_is_there_is_not_uploaded_again() -> None:
    stacks = FakeStacks(FakeBuckets())
    deployed(stacks)

    deployed(stacks)

    assert stacks.buckets.uploads == ["assets/ab.zip"]


def test_an_update_tells_only_what_is_new() -> None:
    stacks = FakeStacks(FakeBuckets())
    deployed(stacks)
    stacks.outcome = "UPDATE_COMPLETE"

    assert deployed(stacks) == ["UPDATE_COMPLETE"]


def test_a_plan_without_changes_touches_no_stack() -> None:
    stacks = FakeStacks(FakeBuckets(), changes=())

    assert deployed(stacks) == []
    assert "churn" not in stacks.happened


@pytest.mark.parametrize(
    ("outcome", "undone"),
    [
        ("ROLLBACK_COMPLETE", "Everything made so far was deleted again."),
        ("UPDATE_ROLLBACK_COMPLETE", "The stack is as it was before."),
        ("UPDATE_ROLLBACK_FAILED", "The stack is in UPDATE_ROLLBACK_FAILED."),
    ],
)
def test_a_failure_shows_the_reason_of_aws_and_what_was_undone(outcome: str, undone: str) -> None:
    stacks = FakeStacks(FakeBuckets(), outcome=outcome, failure="The role has no trust for SageMaker")

    with pytest.raises(AwsRefused) as refused:
        deployed(stacks)

    message = (
        "Stack 'churn' could not be changed. Pipeline (AWS::SageMaker::Pipeline): The role has no trust for SageMaker"
    )
    assert refused.value.message == message
    assert refused.value.hint == undone


def test_destroying_empties_the_buckets_and_with_the_last_stack_takes_the_assets_away() -> None:
    stacks = FakeStacks(FakeBuckets({"churn-data": {"x": b"1"}}))
    stacks.bucket_of = {"churn": "churn-data", assets_bucket.STACK: ASSETS}
    deployed(stacks)

    told = [news.status for news in destroy("churn", stacks, stacks.buckets, FakePackages())]

    assert stacks.records == {}
    assert stacks.buckets.content == {}
    assert told == ["DELETE_COMPLETE", "DELETE_COMPLETE"]


def test_assets_that_another_stack_was_deployed_from_stay() -> None:
    stacks = FakeStacks(FakeBuckets())
    stacks.bucket_of = {assets_bucket.STACK: ASSETS}
    deployed(stacks)
    other = StackRecord(name="other", status="UPDATE_COMPLETE", parameters={"AssetsBucket": ASSETS})
    stacks.records["other"] = other

    list(destroy("churn", stacks, stacks.buckets, FakePackages()))

    assert set(stacks.records) == {"other", assets_bucket.STACK}
    assert stacks.buckets.content[ASSETS] == {"assets/ab.zip": b"code"}


def test_a_deletion_that_fails_shows_the_reason_of_aws() -> None:
    stacks = FakeStacks(FakeBuckets())
    deployed(stacks)
    stacks.delete_outcome = "DELETE_FAILED"

    with pytest.raises(AwsRefused, match="'churn' could not be deleted: Role is in use"):
        list(destroy("churn", stacks, stacks.buckets, FakePackages()))


def test_destroying_what_is_not_there_does_nothing() -> None:
    stacks = FakeStacks(FakeBuckets())

    assert list(destroy("churn", stacks, stacks.buckets, FakePackages())) == []


def test_a_model_package_group_is_emptied_before_it_is_deleted() -> None:
    stacks, packages = FakeStacks(FakeBuckets()), FakePackages()
    stacks.group_of = {"churn": "arn:aws:sagemaker:us-east-1:123456789012:model-package-group/churn-models"}
    deployed(stacks)

    list(destroy("churn", stacks, stacks.buckets, packages))

    assert packages.emptied == ["churn-models"]


def test_a_first_deployment_that_fails_takes_the_assets_away_again() -> None:
    stacks = FakeStacks(FakeBuckets(), outcome="DELETE_COMPLETE", failure="No such image")
    stacks.bucket_of = {assets_bucket.STACK: ASSETS}

    with pytest.raises(AwsRefused, match="No such image"):
        deployed(stacks)

    assert stacks.buckets.content == {}
    assert assets_bucket.STACK not in stacks.records


def test_a_bucket_of_the_users_own_is_never_emptied() -> None:
    stacks = FakeStacks(FakeBuckets({"mine": {"x": b"1"}}))

    assert list(release_assets("mine", stacks, stacks.buckets, besides="churn")) == []
    assert stacks.buckets.content == {"mine": {"x": b"1"}}
