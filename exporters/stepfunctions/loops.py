"""Ways back: flow that leads to an earlier step, as in a loop that waits and asks again."""

from collections.abc import Mapping
from dataclasses import dataclass

from designer.catalog.steps import Choice
from designer.errors import TargetRefused
from designer.graph.order import circles, predecessors
from designer.graph.regions import Tie
from designer.workflow.model import Workflow


@dataclass(frozen=True, slots=True)
class Untangled:
    """The ties without those that lead back, and where those lead, by step and branch."""

    ties: tuple[Tie, ...]
    loops: Mapping[tuple[str, str], str]


def untangle(workflow: Workflow, ties: tuple[Tie, ...]) -> Untangled:
    """Take the ways back out of a workflow; refuse one that carries data or stands beside another way on."""
    if not workflow.has_cycles:
        return Untangled(ties, {})
    loops: dict[tuple[str, str], str] = {}
    for tie in _ways_back(workflow, ties):
        beside = [one for one in ties if (one.source, one.branch) == (tie.source, tie.branch) and one != tie]
        if tie.data or beside:
            raise _refusal((tie.target, tie.source))
        loops[tie.source, tie.branch] = tie.target
    kept = tuple(tie for tie in ties if loops.get((tie.source, tie.branch)) != tie.target)
    ids = [step.id for step in workflow.steps]
    caught = workflow.caught()
    for circle in circles(predecessors(((tie.source, tie.target) for tie in kept), ids)):
        raise _refusal(circle)
    for circle in circles(predecessors(((tie.source, tie.target) for tie in ties), ids)):
        if not any(isinstance(workflow.step(step), Choice) or step in caught for step in circle):
            raise _refusal(circle)
    return Untangled(kept, loops)


def _ways_back(workflow: Workflow, ties: tuple[Tie, ...]) -> list[Tie]:
    """Return the ties that lead to a step from which their own source was reached."""
    leaving: dict[str, list[Tie]] = {step.id: [] for step in workflow.steps}
    for tie in ties:
        leaving[tie.source].append(tie)
    entered = {tie.target for tie in ties}
    back: list[Tie] = []
    done: set[str] = set()
    for root in sorted(leaving, key=lambda step: step in entered):
        _follow(root, leaving, done, back)
    return back


def _follow(root: str, leaving: Mapping[str, list[Tie]], done: set[str], back: list[Tie]) -> None:
    if root in done:
        return
    done.add(root)
    open_steps = {root}
    work = [(root, iter(leaving[root]))]
    while work:
        step, ties = work[-1]
        tie = next(ties, None)
        if tie is None:
            work.pop()
            open_steps.discard(step)
        elif tie.target in open_steps:
            back.append(tie)
        elif tie.target not in done:
            done.add(tie.target)
            open_steps.add(tie.target)
            work.append((tie.target, iter(leaving[tie.target])))


def _refusal(circle: tuple[str, ...]) -> TargetRefused:
    names = " -> ".join((*circle, circle[0]))
    return TargetRefused(
        f"These steps wait for each other: {names}.",
        reasons=(f"{circle[-1]}: a way back must be flow, and the only way on.",),
        hint="Let the way back be flow from a step or branch that leads nowhere else, with a condition on the way.",
    )
