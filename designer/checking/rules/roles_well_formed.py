"""A role that is named is a role's ARN."""

import re
from collections.abc import Iterator, Mapping

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject

_ROLE = re.compile(r"arn:aws[a-z-]*:iam::\d{12}:role/[\w+=,.@/-]{1,576}")
_IN_DOCUMENT = ("execution_role",)
# Other settings for roles take a name as well.
_IN_NODE = ("role", "role_arn")


def _spots(subject: Subject) -> Iterator[Spot]:
    document = subject.graph.document
    yield from _in_settings(document.settings, _IN_DOCUMENT, "", "settings.")
    for node in document.nodes.values():
        yield from _in_settings(node.settings, _IN_NODE, node.id, "")


def _in_settings(settings: Mapping[str, object], keys: tuple[str, ...], node: str, prefix: str) -> Iterator[Spot]:
    for key in keys:
        value = settings.get(key)
        if value and not ("${" in str(value) or _ROLE.fullmatch(str(value))):
            message = f"'{value}' is no role's ARN; it looks like arn:aws:iam::123456789012:role/Name."
            yield Spot(message=message, node=node, setting=f"{prefix}{key}")


RULE = Rule(
    id="A402",
    severity=Severity.ERROR,
    title="Roles are well formed",
    why="AWS tells of a wrong role only when the first job is to start.",
    spots=_spots,
)
