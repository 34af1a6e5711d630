"""Roles with their trust and their statements."""

import re
from collections.abc import Iterable, Mapping

from designer.catalog.needs import Statement
from designer.workflow.arn_patterns import pattern_of
from exporters.cloudformation.intrinsics import Holding, rendered
from exporters.cloudformation.names import MAKE_ROLES
from exporters.cloudformation.resource import Resource, resource

_SID_WORDS = 8


def role(
    services: tuple[str, ...], statements: Iterable[Statement], names: Mapping[str, object], *, description: str
) -> Resource:
    """Return a role that these services may take on, made unless one that exists is given."""
    properties: dict[str, object] = {
        "Description": description,
        "AssumeRolePolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Principal": {"Service": _one(services)}, "Action": "sts:AssumeRole"},
            ],
        },
    }
    written = policy_statements(statements, Holding(MAKE_ROLES, names))
    if written:
        document = {"Version": "2012-10-17", "Statement": written}
        properties["Policies"] = [{"PolicyName": "pipeline", "PolicyDocument": document}]
    return resource("AWS::IAM::Role", properties, condition=MAKE_ROLES)


def policy_statements(statements: Iterable[Statement], names: Mapping[str, object]) -> list[object]:
    """Return statements as IAM writes them, each with an id made from its reason."""
    written: list[object] = []
    taken: set[str] = set()
    for statement in statements:
        one: dict[str, object] = {"Sid": _sid(statement.reason, taken), "Effect": "Allow"}
        one["Action"] = _one(statement.actions)
        one["Resource"] = _one([rendered(pattern_of(value), names) for value in statement.resources])
        if statement.conditions:
            one["Condition"] = rendered(statement.conditions, names)
        written.append(one)
    return written


def _one(values: Iterable[object]) -> object:
    several = list(values)
    return several[0] if len(several) == 1 else several


def _sid(reason: str, taken: set[str]) -> str:
    words = re.findall(r"[A-Za-z0-9]+", re.split(r"[;,]", reason, maxsplit=1)[0])[:_SID_WORDS]
    stem = "".join(word[:1].upper() + word[1:] for word in words) or "Statement"
    sid, number = stem, 1
    while sid in taken:
        number += 1
        sid = f"{stem}{number}"
    taken.add(sid)
    return sid
