"""Names fit the limits of the chosen target."""

import re
from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject

# Limits: botocore's models of 2026, and the states language for state names.
_PATTERNS = {
    "sagemaker": (re.compile(r"[A-Za-z0-9_-]{1,64}"), "letters, digits, '-' and '_', 64 at most"),
    "stepfunctions": (re.compile(r"[^\x00-\x1f]{1,80}"), "80 characters at most"),
    "codepipeline": (re.compile(r"[A-Za-z0-9.@_-]{1,100}"), "letters, digits and '.@-_', 100 at most"),
}


def _spots(subject: Subject) -> Iterator[Spot]:
    target = subject.target
    if target is None or target.id not in _PATTERNS:
        return
    pattern, words = _PATTERNS[target.id]
    for step in subject.attempt.workflow.steps:
        if not pattern.fullmatch(step.id):
            message = f"'{step.id}' cannot be a name in {target.title}: it takes {words}."
            yield Spot(message=message, node=step.node, target=target.id)


RULE = Rule(
    id="T302",
    severity=Severity.ERROR,
    title="Names fit the target",
    why="Each engine has its own limits for the names of steps, states and actions.",
    spots=_spots,
)
