"""How well Step Functions takes each node of a workflow, and why not where it does not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designer.catalog.needs import GitTrigger, ImageTrigger, ObjectTrigger, ScheduleTrigger, StageRule, TemplateResource
from designer.catalog.steps import Approval, Call, Each, NativeState, NativeTask, Step
from designer.errors import TargetRefused
from designer.graph.nesting import containers
from designer.workflow.model import Workflow
from designer.workflow.support import Level, Support
from exporters.levels import worst
from exporters.natives import beside_the_run, left_out, only_in_code_pipeline, why_elsewhere
from exporters.stepfunctions.definition import definition
from exporters.stepfunctions.integrations import integration
from exporters.stepfunctions.naming import LONGEST_STATE_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How each node is taken, and the machine where there is nothing in the way."""

    support: tuple[Support, ...]
    machine: Mapping[str, object]


def support(workflow: Workflow) -> tuple[Support, ...]:
    """Return how each node is taken, in the order of the steps; triggers come last."""
    return taken(workflow).support


def taken(workflow: Workflow) -> Taken:
    """Return how each node is taken, with the definition that this follows from."""
    found: dict[str, list[Support]] = {}
    is_mixed = len({isinstance(step, NativeState) for step in workflow.steps}) > 1
    for step in workflow.steps:
        found.setdefault(step.node, []).extend(_of_step(step, workflow, is_mixed=is_mixed))
    for need in workflow.needs:
        if isinstance(need, ObjectTrigger | ImageTrigger | ScheduleTrigger | GitTrigger):
            found.setdefault(need.node, []).append(_of_trigger(need))
        elif isinstance(need, StageRule):
            found.setdefault(need.node, []).append(only_in_code_pipeline(need))
        elif isinstance(need, TemplateResource):
            found.setdefault(need.node, []).append(beside_the_run(need))
    reports = {node: worst(node, members) for node, members in found.items()}
    machine: Mapping[str, object] = {}
    if workflow.steps and not any(report.level is Level.IMPOSSIBLE for report in reports.values()):
        try:
            machine = definition(workflow)
            shaped = tuple(_never_running(workflow, machine))
        except TargetRefused as refusal:
            shaped = tuple(_refused(workflow, refusal))
        reports |= {report.node: report for report in shaped}
    return Taken(support=tuple(reports.values()), machine=machine)


def _of_step(step: Step, workflow: Workflow, *, is_mixed: bool) -> Iterator[Support]:
    yield Support(node=step.node, level=Level.NATIVE)
    if len(step.id) > LONGEST_STATE_NAME:
        reason = f"“{step.id}” is longer than the {LONGEST_STATE_NAME} characters that a state's name may have."
        yield Support(node=step.node, level=Level.IMPOSSIBLE, reason=reason)
    if is_mixed and not isinstance(step, NativeState):
        reason = "States kept as they were written cannot be joined with other nodes. Export them on their own."
        yield Support(node=step.node, level=Level.IMPOSSIBLE, reason=reason)
    for reason in _why_impossible(step, workflow):
        yield Support(node=step.node, level=Level.IMPOSSIBLE, reason=reason)
    how = _lowered(step, workflow)
    if how:
        yield Support(node=step.node, level=Level.LOWERED, reason=how)


def _why_impossible(step: Step, workflow: Workflow) -> Iterator[str]:
    elsewhere = why_elsewhere(step, NativeState, NativeTask)
    if elsewhere:
        yield elsewhere
    if not isinstance(step, Each) or step.distribution is None or step.distribution.execution_type != "EXPRESS":
        return
    inside = [one for one in workflow.steps if step.id in containers(workflow.inside, one.id)]
    for one in inside:
        if isinstance(one, Approval) or _waits(one):
            yield f"Its executions are EXPRESS, which wait for nothing, and '{one.node}' waits. Choose STANDARD."


def _waits(step: Step) -> bool:
    if isinstance(step, NativeTask):
        return step.integration.endswith(".sync")
    return isinstance(step, Call) and bool(step.wait or step.token)


def _lowered(step: Step, workflow: Workflow) -> str:
    if isinstance(step, Approval):
        if step.topic_arn:
            return "The topic is told, with the command that sends the answer; the execution waits for it."
        return "An event “Approval requested” on the default event bus holds the token; the execution waits for it."
    if not isinstance(step, Call):
        return ""
    if left_out(step):
        return left_out(step)
    if step.update:
        return f"The endpoint is looked for first: {step.operation} when it is not there, else {step.update}."
    if step.wait and not integration(step, workflow.region).waits:
        return f"Step Functions cannot wait for {step.operation}: a loop asks {step.wait.describe} until it has ended."
    return ""


def _refused(workflow: Workflow, refusal: TargetRefused) -> Iterator[Support]:
    """Yield what stands in the way in how the steps are joined."""
    nodes = {step.id: step.node for step in workflow.steps}
    for reason in refusal.reasons:
        step, _, text = reason.partition(": ")
        yield Support(node=nodes.get(step, step), level=Level.IMPOSSIBLE, reason=text)


def _never_running(workflow: Workflow, machine: Mapping[str, object]) -> Iterator[Support]:
    there = set(_state_names(machine))
    for step in workflow.steps:
        if step.id not in there:
            reason = "It can never run, because what it waits for excludes each other, so it is left out."
            yield Support(node=step.node, level=Level.LOWERED, reason=reason)


def _state_names(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        states = value.get("States")
        yield from states if isinstance(states, Mapping) else ()
        for member in value.values():
            yield from _state_names(member)
    elif isinstance(value, list):
        for member in value:
            yield from _state_names(member)


def _of_trigger(trigger: ObjectTrigger | ImageTrigger | ScheduleTrigger | GitTrigger) -> Support:
    if isinstance(trigger, GitTrigger):
        reason = "Step Functions takes no source from git. Export to CodePipeline to start with a push."
        return Support(node=trigger.node, level=Level.IMPOSSIBLE, reason=reason)
    how = "A schedule of EventBridge" if isinstance(trigger, ScheduleTrigger) else "A rule of EventBridge"
    return Support(node=trigger.node, level=Level.LOWERED, reason=f"{how} in the template starts the state machine.")
