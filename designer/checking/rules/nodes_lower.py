"""The settings of a node are ones that its kind understands."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject


def _spots(subject: Subject) -> Iterator[Spot]:
    for problem in subject.attempt.problems:
        if not problem.follows:
            yield Spot(message=problem.message, node=problem.node, setting=problem.setting)


RULE = Rule(
    id="V201",
    severity=Severity.ERROR,
    title="Settings are understood",
    why="A misspelt setting would be ignored, and the job would run with its default.",
    spots=_spots,
)
