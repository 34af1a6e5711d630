import pytest

from designer.checking.rules.buckets_well_formed import RULE
from tests.unit.checking.subjects import document, spots


@pytest.mark.parametrize("bucket", ["My-Bucket", "ab", "x" * 64, "a..b", "-a-b", "203.0.113.4", "under_score", ""])
def test_an_address_with_an_impossible_bucket_is_found_at_its_setting(bucket: str) -> None:
    found = spots(RULE, document({"a": "free"}, settings={"a": {"table": {"key": f"s3://{bucket}/data"}}}))

    assert [(spot.node, spot.setting) for spot in found] == [("a", "table.key")]


@pytest.mark.parametrize(
    "text",
    [
        "s3://my-bucket/data.csv",
        "s3://my.bucket.3",
        "s3://${params.Bucket}/data",
        "s3://data-${execution.id}/x",
        "s3://arn:aws:s3:us-east-1:123456789012:accesspoint/mine/x",
        "aws s3 cp s3://$BUCKET/x .",
        'print(f"s3://{bucket}/{key}")',
    ],
)
def test_a_possible_bucket_and_an_address_put_together_elsewhere_stay_silent(text: str) -> None:
    assert spots(RULE, document({"a": "free"}, settings={"a": {"text": text}})) == []
