"""Where a distributed map reads its items from and writes its results to, as fields of a Map state.

Source: the ItemReader and ResultWriter pages of the Step Functions developer guide.
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from designer.catalog.values import Joined, Value, is_expression, joined

Reader: TypeAlias = Literal["list", "csv", "json", "jsonl", "parquet", "manifest", "objects"]
_SCHEME = "s3://"
_GET = "getObject"
_LIST = "listObjectsV2"


def item_reader(read: Reader, address: Value, options: Mapping[str, object]) -> dict[str, object]:
    """Return the reader without its partition-bound resource: `Action`, `Arguments` and `ReaderConfig`."""
    if read == "list":
        return {}
    bucket, key = _bucket_and_key(address)
    if read == "objects":
        config = dict(options)
        return {"Action": _LIST, "Arguments": {"Bucket": bucket, "Prefix": key}, "ReaderConfig": config}
    config = {"InputType": read.upper(), **options}
    return {"Action": _GET, "Arguments": {"Bucket": bucket, "Key": key}, "ReaderConfig": config}


def result_writer(address: Value) -> dict[str, object]:
    """Return the writer's `Arguments`; empty for no writer."""
    if address == "":
        return {}
    bucket, prefix = _bucket_and_key(address)
    return {"Arguments": {"Bucket": bucket, "Prefix": prefix}}


def _bucket_and_key(address: Value) -> tuple[Value, Value]:
    """Split an S3 address; of one that is put together, the bucket is what stands before the first slash."""
    if isinstance(address, Joined):
        return _split_joined(address)
    if is_expression(address) or not str(address).startswith(_SCHEME):
        raise ValueError("Write the address in S3 as 's3://bucket/key'; references may stand in bucket and key.")
    bucket, _, key = str(address).removeprefix(_SCHEME).partition("/")
    return bucket, key


def _split_joined(address: Joined) -> tuple[Value, Value]:
    first, *rest = address.parts
    if not isinstance(first, str) or not first.startswith(_SCHEME):
        raise ValueError("An address in S3 begins with 's3://'.")
    head = first.removeprefix(_SCHEME)
    bucket: list[Value] = []
    for at, part in enumerate((head, *rest)):
        if isinstance(part, str) and "/" in part:
            before, _, after = part.partition("/")
            return joined(*bucket, before), joined(after, *rest[at:])
        bucket.append(part)
    return joined(*bucket), ""
