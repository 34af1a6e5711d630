"""A pipeline does something."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject


def _spots(subject: Subject) -> Iterator[Spot]:
    graph = subject.graph
    if not graph.document.nodes:
        yield Spot(message="There is nothing here yet; place a node, or begin with a starter.", severity=Severity.HINT)
    elif not subject.attempt.workflow.steps and not subject.attempt.problems and not graph.unknown_kinds:
        yield Spot(message="Nothing here does any work; add a job, a function or a build.")


RULE = Rule(
    id="S102",
    severity=Severity.ERROR,
    title="The pipeline does something",
    why="No engine takes a pipeline without a step.",
    spots=_spots,
)
