"""S3's types. A bucket is made by one call and then set up by one call per property."""

import json
from collections.abc import Callable, Mapping

from botocore.exceptions import ClientError

from designer.sandbox.documents import Record, Value
from designer.sandbox.types.fit import fit
from designer.sandbox.types.names import generated_name
from designer.sandbox.types.resource_type import ResourceType, Work

_LONGEST_NAME = 63


def _create_bucket(work: Work) -> str:
    name = work.properties.get("BucketName") or generated_name(
        work.stack_name, work.logical_id, longest=_LONGEST_NAME, lower=True
    )
    work.client("s3").create_bucket(Bucket=name)
    try:
        _set_up(work.with_physical_id(name), {})
    except Exception:
        work.client("s3").delete_bucket(Bucket=name)
        raise
    return str(name)


def _update_bucket(work: Work) -> None:
    _set_up(work, work.before)


def _set_up(work: Work, before: Record) -> None:
    for name, setting in _SETTINGS.items():
        wanted = work.properties.get(name)
        if wanted == before.get(name):
            continue
        if wanted is None:
            setting["remove"](work)
        else:
            setting["put"](work, wanted)


def _put(operation: str, member: str, adapt: Callable[[Value], Value]) -> Callable[[Work, Value], None]:
    def put(work: Work, wanted: Value) -> None:
        client = work.client("s3")
        model = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[operation])
        value = fit(adapt(wanted), model.input_shape.members[member])
        getattr(client, operation)(Bucket=work.physical_id, **{member: value})

    return put


def _remove(operation: str) -> Callable[[Work], None]:
    return lambda work: getattr(work.client("s3"), operation)(Bucket=work.physical_id)


def _encryption(value: Value) -> Value:
    rules = value.get("ServerSideEncryptionConfiguration", [])
    return {
        "Rules": [
            {
                "ApplyServerSideEncryptionByDefault": rule.get("ServerSideEncryptionByDefault", {}),
                **({"BucketKeyEnabled": rule["BucketKeyEnabled"]} if "BucketKeyEnabled" in rule else {}),
            }
            for rule in rules
        ]
    }


def _lifecycle(value: Value) -> Value:
    return {"Rules": [_lifecycle_rule(rule) for rule in value.get("Rules", [])]}


def _lifecycle_rule(rule: Record) -> Record:
    result: Record = {
        "Status": rule.get("Status", "Enabled"), "Filter": {"Prefix": rule.get("Prefix", "")}
    }  # fmt: skip
    if "Id" in rule:
        result["ID"] = rule["Id"]
    if "ExpirationInDays" in rule:
        result["Expiration"] = {"Days": rule["ExpirationInDays"]}
    for name in ("NoncurrentVersionExpiration", "AbortIncompleteMultipartUpload"):
        if name in rule:
            result[name] = rule[name]
    return result


def _same(value: Value) -> Value:
    return value


def _suspend_versions(work: Work) -> None:
    work.client("s3").put_bucket_versioning(Bucket=work.physical_id, VersioningConfiguration={"Status": "Suspended"})


def _drop_notifications(work: Work) -> None:
    work.client("s3").put_bucket_notification_configuration(Bucket=work.physical_id, NotificationConfiguration={})


def _notifications(value: Value) -> Value:
    # Only the switch for EventBridge: the sandbox fires no triggers, so nothing else would ever be read.
    return {"EventBridgeConfiguration": {}} if "EventBridgeConfiguration" in value else {}


_SETTINGS: Mapping[str, Mapping[str, Callable[..., None]]] = {
    "VersioningConfiguration": {
        "put": _put("put_bucket_versioning", "VersioningConfiguration", _same),
        "remove": _suspend_versions,
    },
    "BucketEncryption": {
        "put": _put("put_bucket_encryption", "ServerSideEncryptionConfiguration", _encryption),
        "remove": _remove("delete_bucket_encryption"),
    },
    "PublicAccessBlockConfiguration": {
        "put": _put("put_public_access_block", "PublicAccessBlockConfiguration", _same),
        "remove": _remove("delete_public_access_block"),
    },
    "LifecycleConfiguration": {
        "put": _put("put_bucket_lifecycle_configuration", "LifecycleConfiguration", _lifecycle),
        "remove": _remove("delete_bucket_lifecycle"),
    },
    "OwnershipControls": {
        "put": _put("put_bucket_ownership_controls", "OwnershipControls", _same),
        "remove": _remove("delete_bucket_ownership_controls"),
    },
    "NotificationConfiguration": {
        "put": _put("put_bucket_notification_configuration", "NotificationConfiguration", _notifications),
        "remove": _drop_notifications,
    },
    "Tags": {
        "put": _put("put_bucket_tagging", "Tagging", lambda value: {"TagSet": value}),
        "remove": _remove("delete_bucket_tagging"),
    },
}


def _delete_bucket(work: Work) -> None:
    work.client("s3").delete_bucket(Bucket=work.physical_id)


def _bucket_attributes(work: Work) -> Record:
    name = work.physical_id
    return {
        "Arn": f"arn:aws:s3:::{name}",
        "DomainName": f"{name}.s3.amazonaws.com",
        "RegionalDomainName": f"{name}.s3.us-east-1.amazonaws.com",
        "DualStackDomainName": f"{name}.s3.dualstack.us-east-1.amazonaws.com",
        "WebsiteURL": f"http://{name}.s3-website-us-east-1.amazonaws.com",
    }


def _actual_bucket(work: Work) -> Record:
    client, name = work.client("s3"), work.physical_id
    client.head_bucket(Bucket=name)
    found: Record = {"BucketName": name}
    versioning = client.get_bucket_versioning(Bucket=name)
    if "VersioningConfiguration" in work.properties:
        found["VersioningConfiguration"] = {"Status": versioning.get("Status", "")}
    if "Tags" in work.properties:
        found["Tags"] = _tags_of(client, name)
    return found


def _tags_of(client: Value, name: str) -> list[Record]:
    try:
        tags: list[Record] = client.get_bucket_tagging(Bucket=name)["TagSet"]
    except ClientError:
        return []
    return tags


def _put_policy(work: Work) -> str:
    document = work.properties["PolicyDocument"]
    text = document if isinstance(document, str) else json.dumps(document)
    work.client("s3").put_bucket_policy(Bucket=work.properties["Bucket"], Policy=text)
    return str(work.properties["Bucket"])


def _actual_policy(work: Work) -> Record:
    text = work.client("s3").get_bucket_policy(Bucket=work.physical_id)["Policy"]
    return {"Bucket": work.physical_id, "PolicyDocument": json.loads(text)}


def _change_policy(work: Work) -> None:
    _put_policy(work)


STORAGE_TYPES: tuple[ResourceType, ...] = (
    ResourceType(
        name="AWS::S3::Bucket",
        create=_create_bucket,
        update=_update_bucket,
        delete=_delete_bucket,
        attributes=_bucket_attributes,
        actual=_actual_bucket,
        named_by="BucketName",
    ),
    ResourceType(
        name="AWS::S3::BucketPolicy",
        create=_put_policy,
        update=_change_policy,
        delete=lambda work: work.client("s3").delete_bucket_policy(Bucket=work.physical_id),
        attributes=lambda _work: {},
        actual=_actual_policy,
    ),
)
