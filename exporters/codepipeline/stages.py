"""Stages as the API takes them: actions in groups, and what is looked at before and after."""

from collections.abc import Mapping

from designer.workflow.model import Workflow
from exporters.codepipeline.actions import action
from exporters.codepipeline.guards import BRANCH, Guard
from exporters.codepipeline.plan import Plan
from exporters.codepipeline.rules import HOOKS, hooks, rule_type
from exporters.codepipeline.staging import Staged, staged

_ON_FAILURE: Mapping[str, Mapping[str, object]] = {
    "retry": {"result": "RETRY", "retryConfiguration": {"retryMode": "FAILED_ACTIONS"}},
    "rollback": {"result": "ROLLBACK"},
}


def stages(plan: Plan) -> list[dict[str, object]]:
    """Return the stages after the source, each with its actions in groups that run at the same time."""
    return [_stage(one, plan) for one in staged(plan)]


def _stage(one: Staged, plan: Plan) -> dict[str, object]:
    orders = _run_orders(one, plan.workflow)
    stage: dict[str, object] = {
        "name": one.name,
        "actions": [action(step, plan, orders[step.id]) for step in one.steps],
    }
    failure = _ON_FAILURE.get(str(plan.workflow.settings.get("on_stage_failure")))
    found = {**_entry(one, plan), **({"onFailure": failure} if failure else {}), **hooks(one, plan)}
    return {**stage, **{name: found[name] for name in HOOKS.values() if name in found}}


def _run_orders(one: Staged, workflow: Workflow) -> dict[str, int]:
    orders: dict[str, int] = {}
    for step in one.steps:
        earlier = [orders[before.step] for before in workflow.after.get(step.id, ()) if before.step in orders]
        orders[step.id] = 1 + max(earlier, default=0)
    return orders


def _entry(one: Staged, plan: Plan) -> dict[str, object]:
    guard = plan.guards[one.steps[0].id]
    if len(one.steps) > 1 or guard.is_open or one.steps[0].id not in plan.native:
        return {}
    return {"beforeEntry": {"conditions": [_taken(guard)]}}


def _taken(guard: Guard) -> dict[str, object]:
    """Return the condition by which a stage is skipped: every rule must hold, so each clause has one member."""
    rules = [
        {
            "name": f"taken-{number}",
            "ruleTypeId": rule_type("VariableCheck"),
            "configuration": {"Variable": f"#{{{taken.choice}.{BRANCH}}}", "Value": taken.branch, "Operator": "EQ"},
        }
        for number, (taken,) in enumerate(guard.clauses, start=1)
    ]
    return {"result": "SKIP", "rules": rules}
