"""Where each step stands: at the top of the pipeline or inside a branch of one of its conditions.

A SageMaker condition step holds the steps of its two branches inside itself, and nothing outside may wait for a step
inside. So a step belongs to a branch when it runs only if that branch is taken, and a step that would run whichever
branch was taken, after steps of both, has no place at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from designer.catalog.branches import ELSE, ERROR, THEN
from designer.catalog.steps import Choice
from designer.workflow.model import Dependency, Workflow

Region: TypeAlias = tuple[tuple[str, str], ...]
"""The branches that lead to a step, outermost first, each as (choice, branch); empty for the top."""

TOP: Region = ()


def place(region: Region) -> Region:
    """Return where a step of a region stands: what runs when another failed stands beside it."""
    return tuple(one for one in region if one[1] != ERROR)


@dataclass(slots=True)
class Regions:
    """The region of every step, and a sentence for each step that has none."""

    of: dict[str, Region] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def find_regions(workflow: Workflow) -> Regions:
    """Find where every step stands; a step with a problem stands as deep as what it depends on."""
    found = Regions()
    choices = {step.id for step in workflow.steps if isinstance(step, Choice)}
    for step in workflow.steps:
        data, flow = _inherited(workflow.after.get(step.id, ()), choices, found.of)
        alive, problem = _any_of(step.id, flow)
        region, conflict = _all_of(step.id, {*data, alive} if flow else data)
        found.of[step.id] = region
        if problem or conflict:
            found.problems[step.id] = problem or conflict
    return found


def _inherited(
    after: tuple[Dependency, ...], choices: set[str], known: Mapping[str, Region]
) -> tuple[set[Region], set[Region]]:
    taken = {(dependency.step, dependency.branch) for dependency in after if dependency.branch}
    data: set[Region] = set()
    flow: set[Region] = set()
    for dependency in after:
        region = known.get(dependency.step, TOP)
        either = {(dependency.step, THEN), (dependency.step, ELSE)} <= taken
        if dependency.branch == ERROR or (dependency.branch and dependency.step in choices and not either):
            region = (*region, (dependency.step, dependency.branch))
        (data if dependency.data else flow).add(region)
    return data, flow


def _any_of(step: str, flow: set[Region]) -> tuple[Region, str]:
    """Return the region of a step that runs when one of what stands before it has run."""
    if len(flow) <= 1:
        return next(iter(flow), TOP), ""
    failing = next((one for region in flow for one, branch in region if branch == ERROR), "")
    if failing:
        return max(flow, key=len), (
            f"“{step}” goes on whether “{failing}” failed or not, and a step of SageMaker Pipelines waits for all that it "
            "depends on. Put it into both ways, or let it follow one."
        )
    names = " and ".join(sorted(f"“{region[-1][0]}”" for region in flow if region))
    return max(flow, key=len), (
        f"“{step}” goes on whichever way the condition {names} went, and SageMaker Pipelines cannot wait for a step "
        f"inside a branch from outside it. Put “{step}” into each branch that needs it, or move what it waits for "
        "before the condition."
    )


def _all_of(step: str, regions: set[Region]) -> tuple[Region, str]:
    """Return the region of a step that runs only when all that it depends on has run: the innermost, if they nest."""
    deepest = max(sorted(regions), key=len, default=TOP)
    if all(deepest[: len(region)] == region for region in regions):
        return deepest, ""
    return deepest, (
        f"“{step}” needs steps of branches that do not lie inside one another, and SageMaker Pipelines keeps each "
        f"branch to itself. Let “{step}” depend on one branch only."
    )
