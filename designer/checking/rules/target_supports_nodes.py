"""The chosen target can express every node."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.workflow.support import Level


def _spots(subject: Subject) -> Iterator[Spot]:
    if subject.target is None:
        return
    for support in subject.target.support(subject.attempt.workflow):
        if support.level is Level.IMPOSSIBLE:
            title = subject.target.title
            message = support.reason if title in support.reason else f"{title} cannot do this: {support.reason}"
            yield Spot(message=message, node=support.node, target=subject.target.id)


RULE = Rule(
    id="T301",
    severity=Severity.ERROR,
    title="The target can do it",
    why="What an engine cannot do is said, never dropped.",
    spots=_spots,
)
