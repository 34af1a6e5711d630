import pytest

from designer.aws.buckets import BucketGateway
from designer.errors import AwsRefused
from tests.unit.aws.stubs import answering, client, refusing


def test_a_bucket_that_is_not_there_does_not_exist() -> None:
    s3 = client("s3")
    refusing(s3, "head_bucket", "404", "Not Found", 404)

    assert not BucketGateway(s3).exists("data")


def test_a_bucket_of_somebody_else_is_refused_and_not_taken_for_missing() -> None:
    s3 = client("s3")
    refusing(s3, "head_bucket", "403", "Forbidden", 403)

    with pytest.raises(AwsRefused, match="look at bucket 'data'"):
        BucketGateway(s3).exists("data")


def test_an_object_that_is_not_there_has_to_be_uploaded() -> None:
    s3 = client("s3")
    refusing(s3, "head_object", "404", "Not Found", 404)

    assert not BucketGateway(s3).has("data", "key")


def test_emptying_deletes_old_versions_and_marks_of_deletion_too() -> None:
    s3 = client("s3")
    listed = {
        "Versions": [{"Key": "a", "VersionId": "1"}, {"Key": "a", "VersionId": "2"}],
        "DeleteMarkers": [{"Key": "b", "VersionId": "3"}],
    }
    stubber = answering(
        s3,
        ("list_object_versions", {"Bucket": "data"}, listed),
        ("delete_object", {"Bucket": "data", "Key": "a", "VersionId": "1"}, {}),
        ("delete_object", {"Bucket": "data", "Key": "a", "VersionId": "2"}, {}),
        ("delete_object", {"Bucket": "data", "Key": "b", "VersionId": "3"}, {}),
    )

    assert BucketGateway(s3).empty("data") == 3
    stubber.assert_no_pending_responses()
