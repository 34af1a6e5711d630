"""Buckets: upload what is not there yet, and empty what is to be deleted."""

from typing import TYPE_CHECKING

from designer.aws.refusals import refusing
from designer.errors import AwsRefused

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


class BucketGateway:
    """What we need of S3."""

    def __init__(self, client: "S3Client") -> None:
        self._client = client

    def exists(self, bucket: str) -> bool:
        """Say whether a bucket is there and ours to look into."""
        try:
            with refusing(f"look at bucket '{bucket}'"):
                self._client.head_bucket(Bucket=bucket)
        except AwsRefused as err:
            if err.code in ("404", "NoSuchBucket", "NotFound"):
                return False
            raise
        return True

    def has(self, bucket: str, key: str) -> bool:
        """Say whether an object is there."""
        try:
            with refusing(f"look at s3://{bucket}/{key}"):
                self._client.head_object(Bucket=bucket, Key=key)
        except AwsRefused as err:
            if err.code in ("404", "NoSuchKey", "NotFound"):
                return False
            raise
        return True

    def upload(self, bucket: str, key: str, content: bytes) -> None:
        """Write an object, encrypted by the bucket's own setting."""
        with refusing(f"write s3://{bucket}/{key}"):
            self._client.put_object(Bucket=bucket, Key=key, Body=content)

    def address(self, bucket: str, key: str) -> str:
        """Return the https address of an object, as CloudFormation takes it for a template."""
        region = self._client.meta.region_name
        suffix = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
        return f"https://{bucket}.s3.{region}.{suffix}/{key}"

    def empty(self, bucket: str) -> int:
        """Delete every object and every version of a bucket; return how many."""
        deleted = 0
        with refusing(f"empty bucket '{bucket}'"):
            for page in self._client.get_paginator("list_object_versions").paginate(Bucket=bucket):
                entries = [*page.get("Versions", []), *page.get("DeleteMarkers", [])]
                for entry in entries:
                    self._client.delete_object(Bucket=bucket, Key=entry["Key"], VersionId=entry["VersionId"])
                deleted += len(entries)
        return deleted
