"""Permissions to read data that is not the pipeline's own."""

from designer.catalog.needs import Statement
from designer.catalog.requests import arn
from designer.catalog.values import Value

_SCHEME = "s3://"


def may_read(uri: Value, bucket: str, reason: str) -> tuple[Statement, ...]:
    """Return the statements for reading what lies at an address; none when the bucket cannot be known."""
    known = isinstance(uri, str) and uri.startswith(_SCHEME)
    name, _, key = str(uri).removeprefix(_SCHEME).partition("/") if known else (bucket, "", "")
    if not name:
        return ()
    return (
        Statement(actions=("s3:GetObject",), resources=(arn("s3", f"{name}/{key}*", regional=False),), reason=reason),
        Statement(
            actions=("s3:ListBucket", "s3:GetBucketLocation"),
            resources=(arn("s3", name, regional=False),),
            reason=reason,
        ),
    )
