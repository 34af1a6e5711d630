import hashlib
from dataclasses import replace

import pytest

from designer.aws.stacks import ResourceChange, StackRecord
from designer.deployment import assets_bucket
from designer.deployment.model import Change, Deployable
from designer.deployment.planning import make_assets_bucket, plan
from designer.errors import Refusal
from tests.unit.deployment.fakes import FakeBuckets, FakeStacks

ASSETS = assets_bucket.bucket_name("123456789012", "us-east-1")
DEPLOYABLE = Deployable(
    stack="churn", template="Resources: {}", assets={}, parameters={"ExistingBucket": ""}, assets_bucket=ASSETS
)


def account() -> FakeStacks:
    return FakeStacks(FakeBuckets())


def test_a_plan_changes_nothing_and_says_what_would_be_made() -> None:
    stacks = account()

    proposed = plan(DEPLOYABLE, stacks, stacks.buckets)

    assert proposed.is_new
    assert [one.logical_id for one in proposed.changes] == ["Pipeline"]
    assert proposed.prepares == (f"Bucket '{ASSETS}' will be made for code and templates.",)
    assert stacks.buckets.content == {}


def test_the_template_is_given_the_name_of_the_assets_bucket() -> None:
    stacks = account()

    plan(DEPLOYABLE, stacks, stacks.buckets)

    _, template, parameters, is_new = stacks.proposed[0]
    assert template == {"TemplateBody": "Resources: {}"}
    assert parameters == {"ExistingBucket": "", "AssetsBucket": ASSETS}
    assert is_new


def test_a_stack_that_exists_is_updated_and_a_planned_one_is_still_new() -> None:
    stacks = account()
    stacks.records["churn"] = StackRecord(name="churn", status="UPDATE_ROLLBACK_COMPLETE")
    assert not plan(DEPLOYABLE, stacks, stacks.buckets).is_new

    stacks.records["churn"] = StackRecord(name="churn", status="REVIEW_IN_PROGRESS")
    assert plan(DEPLOYABLE, stacks, stacks.buckets).is_new


@pytest.mark.parametrize("status", ["ROLLBACK_COMPLETE", "DELETE_FAILED", "UPDATE_ROLLBACK_FAILED"])
def test_a_stack_that_cannot_be_updated_is_refused_with_what_to_do(status: str) -> None:
    stacks = account()
    stacks.records["churn"] = StackRecord(name="churn", status=status, reason="no such image")

    with pytest.raises(Refusal, match=status) as refused:
        plan(DEPLOYABLE, stacks, stacks.buckets)

    assert "Delete it first" in refused.value.hint
    assert "no such image" in refused.value.hint


def test_a_template_too_large_for_the_request_is_uploaded_under_its_hash() -> None:
    stacks = account()
    large = "#" * 51_201

    plan(replace(DEPLOYABLE, template=large), stacks, stacks.buckets)

    key = f"templates/{hashlib.sha256(large.encode()).hexdigest()[:32]}.yaml"
    assert stacks.buckets.content[ASSETS][key] == large.encode()
    assert stacks.proposed[-1][1] == {"TemplateURL": f"https://{ASSETS}.s3.eu-west-1.amazonaws.com/{key}"}


def test_a_template_of_just_the_allowed_size_is_sent_as_it_is() -> None:
    stacks = account()

    plan(replace(DEPLOYABLE, template="#" * 51_200), stacks, stacks.buckets)

    assert stacks.buckets.content == {}


def test_a_bucket_that_the_user_named_is_never_made() -> None:
    stacks = account()

    with pytest.raises(Refusal, match="There is no bucket 'mine'"):
        make_assets_bucket("mine", stacks, stacks.buckets)


def test_an_assets_bucket_that_is_there_is_not_made_again() -> None:
    stacks = FakeStacks(FakeBuckets({ASSETS: {}}))

    make_assets_bucket(ASSETS, stacks, stacks.buckets)

    assert stacks.proposed == []


@pytest.mark.parametrize(
    ("change", "dangerous"),
    [
        (ResourceChange(action="Remove", logical_id="B", type="AWS::S3::Bucket"), True),
        (ResourceChange(action="Modify", logical_id="B", type="AWS::S3::Bucket", replacement="True"), True),
        (ResourceChange(action="Modify", logical_id="B", type="AWS::S3::Bucket", replacement="False"), False),
        (ResourceChange(action="Add", logical_id="B", type="AWS::S3::Bucket"), False),
        (ResourceChange(action="Remove", logical_id="R", type="AWS::IAM::Role"), False),
    ],
)
def test_a_change_that_loses_data_is_dangerous(change: ResourceChange, dangerous: bool) -> None:
    stacks = FakeStacks(FakeBuckets(), changes=(change,))

    (planned,) = plan(DEPLOYABLE, stacks, stacks.buckets).changes

    assert isinstance(planned, Change)
    assert planned.is_dangerous is dangerous
