"""No secret stands in a setting: the document, its exports and its history are for everybody to read."""

import re
from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.model import Node
from designer.document.texts import texts_in

_SHAPES = (
    (re.compile(r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"), "an AWS access key"),
    (re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"), "a private key"),
    (re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{22,}"), "a GitHub token"),
    (re.compile(r"\bglpat-[\w-]{20,}"), "a GitLab token"),
    (re.compile(r"\bxox[abprs]-[\w-]{10,}"), "a Slack token"),
    (re.compile(r"\bhf_[A-Za-z0-9]{30,}\b"), "a Hugging Face token"),
    (re.compile(r"://[^/\s:@]+:[^/\s:@$]{3,}@"), "a password in an address"),
)
_NAMES = re.compile(
    r"(?:^|[_-])(?:password|passwd|secret|secret_?key|api_?key|access_?key|auth_?token|token)$", re.IGNORECASE
)
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# Words of a tokenizer's vocabulary, and of a protocol's paging, are no secrets.
_HARMLESS = re.compile(
    r"(?:^|_)(?:pad|eos|bos|unk|mask|sep|cls|stop|start|end|special|task|client|request|next|page|continuation)_token$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"^(?:arn:aws|\$|\{%|\{\{resolve:|ssm:|secretsmanager:)")
_HINT = "Keep it in Secrets Manager and give its ARN; the job reads it when it runs."


def _spots(subject: Subject) -> Iterator[Spot]:
    document = subject.graph.document
    for _, found in subject.memory.each(_of_node, document.nodes.values()):
        yield from found
    for parameter in document.parameters.values():
        what = _secret(parameter.name, parameter.default) if isinstance(parameter.default, str) else ""
        if what:
            yield Spot(message=f"This looks like {what}. {_HINT}", setting=f"parameters.{parameter.name}")


def _of_node(node: Node) -> tuple[Spot, ...]:
    found = [(path, _secret(path[-1] if path else "", text)) for path, text in texts_in(node.settings)]
    return tuple(
        Spot(message=f"This looks like {what}. {_HINT}", node=node.id, setting=".".join(path))
        for path, what in found
        if what
    )


def _secret(name: str, text: str) -> str:
    for pattern, what in _SHAPES:
        if pattern.search(text):
            return what
    words = _HUMPS.sub("_", name)
    is_named = text and _NAMES.search(words) and not _HARMLESS.search(words) and not _ELSEWHERE.match(text)
    return f"a secret (it is named '{name}')" if is_named else ""


RULE = Rule(
    id="X501",
    severity=Severity.ERROR,
    title="No secret in a setting",
    why="The pipeline is committed, exported and shown; whoever can read it could use the secret.",
    spots=_spots,
)
