"""How well CodePipeline takes each node of a workflow, and why not where it does not."""

from collections.abc import Iterator

from designer.catalog.needs import GitTrigger, ObjectTrigger, ScheduleTrigger
from designer.catalog.steps import Call, Choice, Failure, NativeState, Pause, Step
from designer.workflow.model import Workflow
from designer.workflow.targets import Level, Support
from exporters.codepipeline.actions import too_long
from exporters.codepipeline.guards import Guard, guards
from exporters.codepipeline.actions import is_native

_LONGEST_BUILD_SECONDS = 36 * 3600
_MOST_RULES = 5
_ORDER = (Level.NATIVE, Level.LOWERED, Level.IMPOSSIBLE)


def support(workflow: Workflow) -> tuple[Support, ...]:
    """Return how each node is taken, in the order of the steps; triggers come last."""
    guarded = guards(workflow)
    found: dict[str, list[Support]] = {}
    for step in workflow.steps:
        found.setdefault(step.node, []).extend(_of_step(step, workflow, guarded[step.id]))
    for need in workflow.needs:
        if isinstance(need, ObjectTrigger | ScheduleTrigger):
            reason = "A rule or schedule of EventBridge in the template starts the pipeline."
            found.setdefault(need.node, []).append(Support(node=need.node, level=Level.LOWERED, reason=reason))
        elif isinstance(need, GitTrigger):
            found.setdefault(need.node, []).append(_of_git(need, workflow))
    return tuple(_worst(node, reports) for node, reports in found.items())


def _worst(node: str, reports: list[Support]) -> Support:
    level = max((report.level for report in reports), key=_ORDER.index)
    reasons = dict.fromkeys(report.reason for report in reports if report.level is level and report.reason)
    return Support(node=node, level=level, reason=" ".join(reasons))


def _of_git(need: GitTrigger, workflow: Workflow) -> Support:
    first = next(one for one in workflow.needs if isinstance(one, GitTrigger))
    if first is need:
        return Support(node=need.node, level=Level.NATIVE)
    reason = "One repository starts a pipeline here, and there is another one already. Take one of them away."
    return Support(node=need.node, level=Level.IMPOSSIBLE, reason=reason)


def _of_step(step: Step, workflow: Workflow, guard: Guard) -> Iterator[Support]:
    impossible = _why_impossible(step, workflow, guard)
    if impossible:
        yield Support(node=step.node, level=Level.IMPOSSIBLE, reason=impossible)
    elif is_native(step):
        reason = (
            "" if guard.is_open else "It stands in a stage of its own, which is skipped when the branch is not taken."
        )
        yield Support(node=step.node, level=Level.LOWERED if reason else Level.NATIVE, reason=reason)
    else:
        yield Support(node=step.node, level=Level.LOWERED, reason=_how(step))


def _why_impossible(step: Step, workflow: Workflow, guard: Guard) -> str:
    if workflow.has_cycles:
        return "CodePipeline has no loops. Export to Step Functions."
    if isinstance(step, NativeState):
        return "This is a state of Step Functions, kept as it was written. Export to Step Functions."
    if is_native(step) and len(guard.live) > 1:
        return "It follows one branch or another, and a stage can only be skipped for one. Let one edge lead here."
    if is_native(step) and len(guard.live) + len(guard.needed) > _MOST_RULES:
        return f"It depends on more than {_MOST_RULES} branches, and a stage has no more rules than that."
    if isinstance(step, Call) and step.wait and step.timeout_seconds > _LONGEST_BUILD_SECONDS:
        return "The build that waits for it may run 36 hours, and its own limit is longer. Shorten it."
    if too_long(step, workflow):
        return "It takes more values from other steps than an action can hand over (1000 characters). Split it."
    return ""


def _how(step: Step) -> str:
    if isinstance(step, Choice):
        return "A build decides, and the builds after it look at what it said."
    if isinstance(step, Pause):
        return "A build sleeps, which is paid for."
    if isinstance(step, Failure):
        return "A build fails with the message."
    if isinstance(step, Call) and step.service == "lambda":
        return (
            "A build invokes the function and waits for its answer; the Lambda action of CodePipeline would wait for "
            "the function to report back by itself."
        )
    if isinstance(step, Call) and step.wait:
        return f"A build calls {step.operation} and waits until it has ended."
    return f"A build calls {step.operation}." if isinstance(step, Call) else ""
