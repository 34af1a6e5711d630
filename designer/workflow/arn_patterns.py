"""Values as they stand in the resource of a permission: what is not known yet becomes `*`."""

import re
from collections.abc import Mapping

from designer.catalog.values import AsText, Deployed, Joined

_S3 = "arn:${Partition}:s3:::"
_STARS = re.compile(r"\*{2,}")
_MEMBER = re.compile(r"(?<!\$)\{(\w+)(!?)\}")


def pattern_of(value: object) -> str:
    """Return text with `${Name}` for deployed names and `*` for whatever is known only while the pipeline runs."""
    if isinstance(value, Joined):
        return _STARS.sub("*", "".join(pattern_of(part) for part in value.parts))
    if isinstance(value, AsText):
        return pattern_of(value.value)
    if isinstance(value, Deployed):
        return f"${{{value.name}}}"
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value) or "*"
    return "*"


def name_in(value: object) -> str:
    """Return the name behind a value that may be a name, an ARN or an address (the part after the last `:` or `/`)."""
    pattern = pattern_of(value)
    deployed = re.fullmatch(r"\$\{(\w+)Arn\}", pattern)
    if deployed:
        return f"${{{deployed.group(1)}Name}}"
    if pattern.startswith("arn:"):
        return pattern.split(":", 5)[-1].split("/")[-1].rpartition("function:")[-1].split(":")[-1]
    if pattern.startswith("https://"):
        return pattern.rsplit("/", 1)[-1]
    return pattern.split(":", 1)[0]


def filled(template: str, request: Mapping[str, object]) -> str:
    """Fill `{Member}` (a name) and `{Member!}` (the whole value) of an ARN from a request; missing members give `*`."""

    def member(match: re.Match[str]) -> str:
        value = request.get(match.group(1))
        if value is None:
            return "*"
        return pattern_of(value) if match.group(2) else name_in(value)

    return _whole_arn(template, request) or _STARS.sub("*", _MEMBER.sub(member, template))


def _whole_arn(template: str, request: Mapping[str, object]) -> str:
    """Return the ARN that the request itself gives, when it is of the template's sort; it may be of another account."""
    found = _MEMBER.search(template)
    value = pattern_of(request.get(found.group(1))) if found else ""
    if found is None or not value.startswith("arn:") or not template.startswith("arn:"):
        return ""
    sort = template[: found.start()].split(":", 5)[-1]
    return value + template[found.end() :] if value.split(":", 5)[-1].startswith(sort) else ""


def objects_at(uri: str) -> str:
    """Return the pattern of the objects that an address in S3 is or begins."""
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    return f"{_S3}{bucket}/{key.rstrip('*')}*"


def bucket_of(uri: str) -> str:
    """Return the bucket of an address in S3, as an ARN."""
    return _S3 + uri.removeprefix("s3://").split("/", 1)[0]


def generated_prefix(pipeline: str) -> str:
    """Return how every name that an engine makes for a job of this pipeline begins, the dash at the end included."""
    return (_words(pipeline)[:24].strip("-") or "pipeline") + "-"


def _words(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")
