"""What is worked out once about a whole workflow, before its steps are looked at one by one."""

from collections.abc import Mapping
from dataclasses import dataclass

from designer.catalog.values import StepOutput, expressions_in
from designer.workflow.model import Workflow
from exporters.codepipeline.artifacts import Artifacts, artifacts_of
from exporters.codepipeline.guards import Guard, guards
from exporters.codepipeline.native import native_steps
from exporters.codepipeline.parts import rules_of, step_values


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A workflow with the guard of every step and what others read of its answer, each in a stable order.

    `caught` are the steps after which control is drawn to go on when they fail; `artifacts` what is handed from action to
    action; `native` are the steps for which there is an action, all others are builds of ours.
    """

    workflow: Workflow
    guards: Mapping[str, Guard]
    reads: Mapping[str, tuple[StepOutput, ...]]
    caught: frozenset[str]
    artifacts: Artifacts
    native: frozenset[str]


def plan_of(workflow: Workflow) -> Plan:
    """Return the plan of a workflow."""
    reads: dict[str, set[StepOutput]] = {step.id: set() for step in workflow.steps}
    values = [value for step in workflow.steps for value in step_values(step)]
    values += [value for rule in rules_of(workflow) for value in rule.configuration.values()]
    for value in values:
        for one in expressions_in(value):
            if isinstance(one, StepOutput):
                reads.setdefault(one.step, set()).add(one)
    ordered = {step: tuple(sorted(found, key=lambda one: str(one.path))) for step, found in reads.items()}
    return Plan(
        workflow=workflow,
        guards=guards(workflow),
        reads=ordered,
        caught=workflow.caught(),
        artifacts=artifacts_of(workflow),
        native=native_steps(workflow, ordered),
    )
