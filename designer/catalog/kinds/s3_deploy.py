"""S3 deploy: copies an artifact into a bucket."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, delivered, needs, source_input
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import arn, resolved, settings_of
from designer.catalog.steps import Action
from designer.catalog.values import joined


class S3DeploySettings(DeliverySettings):
    """Where the files go, and how."""

    bucket: Annotated[str, Form(shape="s3:PutObject:Bucket")] = Field(min_length=1, description="A bucket that exists.")
    unpack: Annotated[bool, Form(editor="flag")] = Field(
        default=True, description="Copy the files that are in the artifact. Otherwise the archive itself is copied."
    )
    key: Annotated[str, Form(placeholder="models/${execution.id}")] = Field(
        default="", description="The folder in the bucket; of an archive that is not unpacked, its key."
    )
    canned_acl: Annotated[str, Form(shape="s3:PutObject:ACL", advanced=True)] = Field(
        default="", description="Who may read the files, as S3 spells it, such as bucket-owner-full-control."
    )
    cache_control: Annotated[str, Form(shape="s3:PutObject:CacheControl", advanced=True)] = Field(
        default="", description="How long readers may keep the files, such as max-age=3600."
    )
    kms_key_arn: Annotated[str, Form(advanced=True)] = Field(
        default="", description="The ARN of the KMS key that the files are encrypted with."
    )


def lower(placed: Placed) -> Lowered:
    """Make an S3 deploy action."""
    settings = settings_of(placed, S3DeploySettings)
    key = resolved(placed, settings.key)
    if not settings.unpack and key == "":
        raise ValueError("An archive that is not unpacked needs a key. Give it one, or unpack it.")
    bucket, kms_key = resolved(placed, settings.bucket), resolved(placed, settings.kms_key_arn)
    action = Action(
        category="Deploy",
        provider="S3",
        configuration={
            "BucketName": bucket,
            "Extract": settings.unpack,
            "ObjectKey": key,
            "CannedACL": settings.canned_acl,
            "CacheControl": settings.cache_control,
            "KMSEncryptionKeyARN": kms_key,
        },
    )
    writing = ("s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectVersionAcl")
    allowed = [
        needs(placed, "copy the files", writing, arn("s3", joined(bucket, "/*"), regional=False)),
        needs(placed, "find the bucket", ("s3:ListBucket", "s3:GetBucketLocation"), arn("s3", bucket, regional=False)),
    ]
    if kms_key != "":
        allowed.append(needs(placed, "encrypt the files", ("kms:GenerateDataKey", "kms:Decrypt"), kms_key))
    return delivered(placed, action, tuple(allowed))


KIND = Kind(
    id="s3_deploy",
    title="S3 deploy",
    summary="Copies an artifact of a source or a build into a bucket.",
    category=Category.DEPLOY,
    settings=S3DeploySettings,
    lower=lower,
    inputs=fixed(source_input("What is copied.")),
)
