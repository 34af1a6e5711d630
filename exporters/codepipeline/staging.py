"""Which steps make a stage: by the frames of the canvas where their order allows it, else one for all."""

import re
from dataclasses import dataclass

from designer.catalog.steps import Step
from designer.graph.order import circles, predecessors, topological_order
from designer.workflow.model import Workflow
from exporters.codepipeline.plan import Plan

SOURCE_STAGE = "Source"
_RUN = "Run"
_MOST_ACTIONS = 50


@dataclass(frozen=True, slots=True)
class Staged:
    """A stage after the source: its name, the title of its frame (or of what stands in none), and its steps."""

    name: str
    title: str
    steps: tuple[Step, ...]


def staged(plan: Plan) -> tuple[Staged, ...]:
    """Return the stages after the source, in their order."""
    names = {SOURCE_STAGE}
    return tuple(
        Staged(name=_free(_stage_name(title), names), title=title, steps=tuple(part))
        for title, steps in _groups(plan.workflow)
        for part in _parts(steps, plan)
    )


def _groups(workflow: Workflow) -> list[tuple[str, list[Step]]]:
    """Return the steps in groups of one frame each, in an order in which the groups may run one after the other."""
    framed = {step: stage.name for stage in workflow.stages for step in stage.steps}
    home = {step.id: framed.get(step.id, "") or f"\0{step.id}" for step in workflow.steps}
    pairs = [
        (home[one.step], home[step.id])
        for step in workflow.steps
        for one in workflow.after.get(step.id, ())
        if home[one.step] != home[step.id]
    ]
    members: dict[str, list[Step]] = {}
    for step in workflow.steps:
        members.setdefault(home[step.id], []).append(step)
    before = predecessors(pairs, members)
    if circles(before):
        return [(_RUN, list(workflow.steps))]
    merged: list[tuple[str, list[Step]]] = []
    for group in topological_order(before):
        title = _RUN if group.startswith("\0") else group
        if merged and title == _RUN and merged[-1][0] == _RUN:
            merged[-1][1].extend(members[group])
        else:
            merged.append((title, members[group]))
    return merged


def _parts(steps: list[Step], plan: Plan) -> list[list[Step]]:
    """Split a group where a native action must be skipped as a stage of its own, and at fifty actions."""
    parts: list[list[Step]] = [[]]
    for step in steps:
        if step.id in plan.native and not plan.guards[step.id].is_open:
            parts += [[step], []]
        elif len(parts[-1]) == _MOST_ACTIONS:
            parts.append([step])
        else:
            parts[-1].append(step)
    return [part for part in parts if part]


def _stage_name(title: str) -> str:
    return re.sub(r"[^A-Za-z0-9.@_-]+", "-", title).strip("-")[:90] or _RUN


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free
