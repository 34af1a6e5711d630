"""Nothing that the pipeline makes is open to everybody."""

from collections.abc import Iterator

from designer.catalog.steps import Call
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.texts import texts_in

_OPEN = {
    "assignpublicip": ("ENABLED", "The task gets a public address; keep it in private subnets behind a load balancer."),
    "acl": ("public-", "Everybody could read this; keep the bucket private and hand out presigned addresses."),
    "principal": ("*", "Everybody could use this; name the account or role that may."),
}


def _spots(subject: Subject) -> Iterator[Spot]:
    for step in subject.attempt.workflow.steps:
        if not isinstance(step, Call):
            continue
        for path, text in texts_in(step.request):
            value, message = _OPEN.get(path[-1].lower() if path else "", ("", ""))
            if value and text.startswith(value):
                yield Spot(message=message, node=step.node, setting=".".join(path))


RULE = Rule(
    id="X503",
    severity=Severity.WARNING,
    title="Nothing is public",
    why="A public bucket or service is found by others within hours.",
    spots=_spots,
)
