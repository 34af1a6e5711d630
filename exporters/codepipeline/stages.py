"""Stages: by the frames of the canvas where their order allows it, else one for all."""

import re
from collections.abc import Mapping

from designer.catalog.steps import Step
from designer.graph.order import circles, predecessors, topological_order
from designer.workflow.model import Workflow
from exporters.codepipeline.actions import action, is_native
from exporters.codepipeline.guards import BRANCH, Guard
from exporters.codepipeline.plan import Plan

SOURCE_STAGE = "Source"
_RUN = "Run"
_MOST_ACTIONS = 50
_ON_FAILURE: Mapping[str, Mapping[str, object]] = {
    "retry": {"result": "RETRY", "retryConfiguration": {"retryMode": "FAILED_ACTIONS"}},
    "rollback": {"result": "ROLLBACK"},
}


def stages(plan: Plan) -> list[dict[str, object]]:
    """Return the stages after the source, each with its actions in groups that run at the same time."""
    groups = _groups(plan.workflow)
    found: list[dict[str, object]] = []
    names = {SOURCE_STAGE}
    for title, steps in groups:
        for part in _parts(steps, plan.guards):
            name = _free(_stage_name(title), names)
            found.append(_stage(name, part, plan))
    return found


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
    before = predecessors(pairs, dict.fromkeys(home[step.id] for step in workflow.steps))
    if circles(before):
        return [(_RUN, list(workflow.steps))]
    merged: list[tuple[str, list[Step]]] = []
    for group in topological_order(before):
        members = [step for step in workflow.steps if home[step.id] == group]
        title = _RUN if group.startswith("\0") else group
        if merged and title == _RUN and merged[-1][0] == _RUN:
            merged[-1][1].extend(members)
        else:
            merged.append((title, members))
    return merged


def _parts(steps: list[Step], guarded: Mapping[str, Guard]) -> list[list[Step]]:
    """Split a group where a native action must be skipped as a stage of its own, and at fifty actions."""
    parts: list[list[Step]] = [[]]
    for step in steps:
        if is_native(step) and not guarded[step.id].is_open:
            parts += [[step], []]
        elif len(parts[-1]) == _MOST_ACTIONS:
            parts.append([step])
        else:
            parts[-1].append(step)
    return [part for part in parts if part]


def _stage(name: str, steps: list[Step], plan: Plan) -> dict[str, object]:
    orders = _run_orders(steps, plan.workflow)
    stage: dict[str, object] = {
        "name": name,
        "actions": [action(step, plan, orders[step.id]) for step in steps],
    }
    guard = plan.guards[steps[0].id]
    if len(steps) == 1 and is_native(steps[0]) and not guard.is_open:
        stage["beforeEntry"] = {"conditions": [_entry(guard)]}
    failure = _ON_FAILURE.get(str(plan.workflow.settings.get("on_stage_failure")))
    return {**stage, "onFailure": failure} if failure else stage


def _run_orders(steps: list[Step], workflow: Workflow) -> dict[str, int]:
    orders: dict[str, int] = {}
    for step in steps:
        earlier = [orders[one.step] for one in workflow.after.get(step.id, ()) if one.step in orders]
        orders[step.id] = 1 + max(earlier, default=0)
    return orders


def _entry(guard: Guard) -> dict[str, object]:
    """Return the condition by which a stage is skipped: every rule must hold, so each clause has one member."""
    rules = [
        {
            "name": f"taken-{number}",
            "ruleTypeId": {"category": "Rule", "owner": "AWS", "provider": "VariableCheck", "version": "1"},
            "configuration": {"Variable": f"#{{{taken.choice}.{BRANCH}}}", "Value": taken.branch, "Operator": "EQ"},
        }
        for number, (taken,) in enumerate(guard.clauses, start=1)
    ]
    return {"result": "SKIP", "rules": rules}


def _stage_name(title: str) -> str:
    return re.sub(r"[^A-Za-z0-9.@_-]+", "-", title).strip("-")[:90] or _RUN


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free
