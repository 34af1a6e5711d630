"""Check a pipeline: all findings, or those that matter for one target."""

from designer.checking.finding import Finding, Severity
from designer.checking.memory import Memory
from designer.checking.run import check
from designer.errors import TargetRefused
from designer.usecases.project import Project
from designer.workflow.targets import Target


def findings(project: Project, chosen: Target | None = None, memory: Memory | None = None) -> tuple[Finding, ...]:
    """Return what is wrong, worst first. With a target, what that target minds comes too.

    With a `memory` made of that of the check before, only what has changed since is looked at.
    """
    return check(project.graph, project.lowered, chosen, memory=memory)


def refuse_errors(found: tuple[Finding, ...], chosen: Target) -> None:
    """Raise when an error stands in the way of a target."""
    errors = [one for one in found if one.severity is Severity.ERROR]
    if errors:
        reasons = tuple(f"{one.node}: {one.message}" if one.node else one.message for one in errors)
        count = "one thing is" if len(errors) == 1 else f"{len(errors)} things are"
        raise TargetRefused(f"{count.capitalize()} in the way of {chosen.title}.", reasons=reasons)
