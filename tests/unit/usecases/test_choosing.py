"""What an account offers for a setting, asked of moto's account."""

import json
from collections.abc import Iterator

import boto3
import pytest
from moto import mock_aws

from designer.errors import UsageError
from designer.usecases.account import AccountChoice, Gateways, opened
from designer.usecases.choosing import offered


@pytest.fixture
def gateways(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gateways]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.delenv("AWS_PROFILE", raising=False)
    with mock_aws(), opened(AccountChoice(), "us-east-1") as found:
        yield found


def values(editor: str, written: str, gateways: Gateways) -> list[str]:
    return [one.value for one in offered(editor, written, gateways)]


def test_roles_are_those_that_services_may_take_on(gateways: Gateways) -> None:
    iam = boto3.client("iam", region_name="us-east-1")
    for name, principal in (
        ("jobs", {"Service": ["sagemaker.amazonaws.com", "states.amazonaws.com"]}),
        ("people", {"AWS": "arn:aws:iam::123456789012:root"}),
    ):
        policy = {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}],
        }
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(policy))

    (role,) = offered("role", "", gateways)

    assert role.value == "arn:aws:iam::123456789012:role/jobs"
    assert role.detail == "sagemaker, states"


def test_a_place_in_s3_is_found_step_by_step(gateways: Gateways) -> None:
    s3 = boto3.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket="lake")
    for key in ("churn/2025/a.csv", "churn/2026/b.csv", "readme.md"):
        s3.put_object(Bucket="lake", Key=key, Body=b"x" * 1500)

    assert values("s3", "", gateways) == ["s3://lake/"]
    assert values("s3", "s3://lake/", gateways) == ["s3://lake/churn/", "s3://lake/readme.md"]
    assert values("s3", "s3://lake/churn/", gateways) == ["s3://lake/churn/2025/", "s3://lake/churn/2026/"]
    assert values("s3", "s3://lake/churn/20", gateways) == ["s3://lake/churn/2025/", "s3://lake/churn/2026/"]
    assert values("s3", "${params.Data}", gateways) == ["s3://lake/"]
    assert offered("s3", "s3://lake/churn/2025/", gateways)[0].detail == "1 kB"


def test_images_are_the_latest_of_each_repository(gateways: Gateways) -> None:
    boto3.client("ecr", region_name="us-east-1").create_repository(repositoryName="team/model")

    assert values("registry", "", gateways) == ["123456789012.dkr.ecr.us-east-1.amazonaws.com/team/model:latest"]


def test_other_settings_have_nothing_to_list(gateways: Gateways) -> None:
    with pytest.raises(UsageError, match="nothing to list"):
        offered("number", "", gateways)
