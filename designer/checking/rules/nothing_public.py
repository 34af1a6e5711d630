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
    calls = (step for step in subject.attempt.workflow.steps if isinstance(step, Call))
    for _, found in subject.memory.each(_of_call, calls):
        yield from found


def _of_call(call: Call) -> tuple[Spot, ...]:
    found = [(path, text, _OPEN.get(path[-1].lower() if path else "")) for path, text in texts_in(call.request)]
    return tuple(
        Spot(message=known[1], node=call.node, setting=".".join(path))
        for path, text, known in found
        if known and text.startswith(known[0])
    )


RULE = Rule(
    id="X503",
    severity=Severity.WARNING,
    title="Nothing is public",
    why="A public bucket or service is found by others within hours.",
    spots=_spots,
)
