"""The artifact bucket: encrypted, closed to the public, spoken to over TLS only."""

from exporters.cloudformation.intrinsics import attribute, ref
from exporters.cloudformation.names import BUCKET, MAKE_BUCKET
from exporters.cloudformation.resource import Resource, resource, stateful

_NONCURRENT_DAYS = 30
_ABORT_DAYS = 7


def artifact_bucket(*, kms_key: str, notifies: bool) -> dict[str, Resource]:
    """Return the bucket and its policy; `notifies` sends its events to EventBridge."""
    properties: dict[str, object] = {
        "BucketEncryption": {"ServerSideEncryptionConfiguration": [_encryption(kms_key)]},
        "PublicAccessBlockConfiguration": {
            "BlockPublicAcls": True,
            "BlockPublicPolicy": True,
            "IgnorePublicAcls": True,
            "RestrictPublicBuckets": True,
        },
        "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
        "VersioningConfiguration": {"Status": "Enabled"},
        "LifecycleConfiguration": {
            "Rules": [
                {
                    "Id": "tidy",
                    "Status": "Enabled",
                    "NoncurrentVersionExpiration": {"NoncurrentDays": _NONCURRENT_DAYS},
                    "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": _ABORT_DAYS},
                },
            ],
        },
    }
    if notifies:
        properties["NotificationConfiguration"] = {"EventBridgeConfiguration": {"EventBridgeEnabled": True}}
    return {
        BUCKET: stateful("AWS::S3::Bucket", properties, condition=MAKE_BUCKET),
        f"{BUCKET}Policy": _tls_only(),
    }


def _encryption(kms_key: str) -> dict[str, object]:
    if not kms_key:
        return {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
    by_default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": kms_key}
    return {"BucketKeyEnabled": True, "ServerSideEncryptionByDefault": by_default}


def _tls_only() -> Resource:
    statement = {
        "Sid": "OnlyOverTls",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [attribute(BUCKET, "Arn"), {"Fn::Sub": f"${{{BUCKET}.Arn}}/*"}],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    properties = {"Bucket": ref(BUCKET), "PolicyDocument": {"Version": "2012-10-17", "Statement": [statement]}}
    return resource("AWS::S3::BucketPolicy", properties, condition=MAKE_BUCKET)
