"""What there is in an account to choose from: roles, places in S3, container images."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from designer.aws.refusals import refusing

_MOST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Something to choose: the value that goes into a setting, and what tells it from the others."""

    value: str
    detail: str = ""


class ListingGateway:
    """Lists, each cut off after 300 entries."""

    def __init__(self, iam: Any, s3: Any, ecr: Any) -> None:  # noqa: ANN401 - boto3 makes its clients at run time
        self._iam, self._s3, self._ecr = iam, s3, ecr

    def roles(self) -> tuple[Listed, ...]:
        """Return the roles that services may take on, with those services."""
        with refusing("list the roles"):
            pages = self._iam.get_paginator("list_roles").paginate()
            found = list(islice((role for page in pages for role in page["Roles"]), _MOST))
        listed = ((role["Arn"], _trusted(role.get("AssumeRolePolicyDocument"))) for role in found)
        return tuple(Listed(value=arn, detail=services) for arn, services in listed if services)

    def buckets(self) -> tuple[Listed, ...]:
        """Return the buckets, as addresses."""
        with refusing("list the buckets"):
            found = self._s3.list_buckets()["Buckets"]
        return tuple(Listed(value=f"s3://{one['Name']}/") for one in found[:_MOST])

    def within(self, bucket: str, prefix: str) -> tuple[Listed, ...]:
        """Return the folders and objects directly below a prefix, as addresses."""
        with refusing(f"look into s3://{bucket}/{prefix}"):
            found = self._s3.list_objects_v2(Bucket=bucket, Prefix=prefix, Delimiter="/", MaxKeys=_MOST)
        folders = [Listed(value=f"s3://{bucket}/{one['Prefix']}") for one in found.get("CommonPrefixes", [])]
        objects = [
            Listed(value=f"s3://{bucket}/{one['Key']}", detail=_size(one["Size"]))
            for one in found.get("Contents", [])
            if one["Key"] != prefix
        ]
        return (*folders, *objects)

    def images(self) -> tuple[Listed, ...]:
        """Return the latest image of each repository."""
        with refusing("list the repositories"):
            pages = self._ecr.get_paginator("describe_repositories").paginate()
            found = list(islice((one for page in pages for one in page["repositories"]), _MOST))
        return tuple(Listed(value=f"{one['repositoryUri']}:latest", detail=one["repositoryName"]) for one in found)


def _trusted(policy: object) -> str:
    """Return the services that a role trusts, without what all their names end with."""
    statements = policy.get("Statement", []) if isinstance(policy, Mapping) else []
    services: dict[str, None] = {}
    for one in statements if isinstance(statements, list) else [statements]:
        principal = one.get("Principal") if isinstance(one, Mapping) else None
        given = principal.get("Service", []) if isinstance(principal, Mapping) else []
        services |= dict.fromkeys([given] if isinstance(given, str) else given)
    return ", ".join(_short(services))


def _short(services: Iterable[str]) -> Iterable[str]:
    return (service.removesuffix(".amazonaws.com") for service in services)


def _size(count: int) -> str:
    for unit in ("bytes", "kB", "MB"):
        if count < 1000:  # noqa: PLR2004 - units of a thousand
            return f"{count:.0f} {unit}"
        count //= 1000
    return f"{count:.0f} GB"
