"""A bucket in an S3 address has a name that a bucket can have."""

import re
from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.model import Node
from designer.document.texts import texts_in

_BUCKET = re.compile(r"(?!\d+\.\d+\.\d+\.\d+$)(?!xn--)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
# The whole setting must be an address: in code and commands, what follows s3:// may be put together later.
_ADDRESS = re.compile(r"s3://([^/\s]*)(?:/.*)?")


def _spots(subject: Subject) -> Iterator[Spot]:
    nodes = (node.node for node in subject.graph.nodes.values())
    for _, found in subject.memory.each(_of_node, nodes):
        yield from found


def _of_node(node: Node) -> tuple[Spot, ...]:
    found = [(path, _ADDRESS.fullmatch(text)) for path, text in texts_in(node.settings)]
    return tuple(
        Spot(
            message=f"'{address.group(1)}' cannot be a bucket: 3 to 63 small letters, digits, hyphens and dots.",
            node=node.id,
            setting=".".join(path),
        )
        for path, address in found
        if address and not _could_be(address.group(1))
    )


def _could_be(bucket: str) -> bool:
    if "$" in bucket or bucket.startswith("arn:"):
        return True
    return bool(_BUCKET.fullmatch(bucket)) and ".." not in bucket


RULE = Rule(
    id="A403",
    severity=Severity.ERROR,
    title="Buckets are well formed",
    why="A job with an impossible address fails after it has waited for its instance.",
    spots=_spots,
)
