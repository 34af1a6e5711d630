"""How well CodePipeline takes each node of a workflow, and why not where it does not."""

from collections.abc import Iterator

from designer.catalog.needs import GitTrigger, ImageTrigger, ObjectTrigger, ScheduleTrigger, TemplateResource
from designer.catalog.steps import Call, Choice, Each, Failure, NativeAction, Pause, Step
from designer.catalog.values import ParameterValue, expressions_in
from designer.workflow.model import Workflow
from designer.workflow.support import Level, Support
from exporters.codepipeline.actions import longest_text
from exporters.codepipeline.guards import Guard
from exporters.codepipeline.kept import is_imported
from exporters.codepipeline.parts import rules_of, step_values
from exporters.codepipeline.plan import Plan, plan_of
from exporters.codepipeline.rules import why_no_rule
from exporters.codepipeline.staging import staged
from exporters.codepipeline.texts import LONGEST_TEXT, is_writable
from exporters.levels import worst
from exporters.natives import beside_the_run, left_out, why_elsewhere

_LONGEST_BUILD_SECONDS = 36 * 3600
_MOST_RULES = 5
_MOST_STAGES = 49
_MOST_VARIABLES = 50


def support(workflow: Workflow) -> tuple[Support, ...]:
    """Return how each node is taken, in the order of the steps; triggers come last."""
    return support_of(plan_of(workflow))


def support_of(plan: Plan) -> tuple[Support, ...]:
    """Return how each node of a planned workflow is taken."""
    workflow = plan.workflow
    found: dict[str, list[Support]] = {}
    whole = _why_not_at_all(workflow)
    for step in workflow.steps:
        found.setdefault(step.node, []).append(_of_step(step, plan, whole))
    parts = () if whole else staged(plan)
    for rule in rules_of(workflow):
        reason = next(why_no_rule(rule, plan, parts), "")
        level = Level.IMPOSSIBLE if reason else Level.NATIVE
        found.setdefault(rule.node, []).append(Support(node=rule.node, level=level, reason=reason))
    whole = whole or _too_many_stages(plan, found)
    if whole:
        found = {node: [Support(node=node, level=Level.IMPOSSIBLE, reason=whole)] for node in found}
    for report in _of_needs(workflow):
        found.setdefault(report.node, []).append(report)
    return tuple(worst(node, reports) for node, reports in found.items())


def _of_needs(workflow: Workflow) -> Iterator[Support]:
    for need in workflow.needs:
        if isinstance(need, ObjectTrigger | ScheduleTrigger):
            reason = "A rule or schedule of EventBridge in the template starts the pipeline."
            yield Support(node=need.node, level=Level.LOWERED, reason=reason)
        elif isinstance(need, TemplateResource):
            yield beside_the_run(need)
        elif isinstance(need, ImageTrigger):
            yield Support(node=need.node, level=Level.NATIVE)
        elif isinstance(need, GitTrigger):
            yield _of_git(need, workflow)


def _of_git(need: GitTrigger, workflow: Workflow) -> Support:
    first = next(one for one in workflow.needs if isinstance(one, GitTrigger))
    if first is need:
        return Support(node=need.node, level=Level.NATIVE)
    reason = "One repository starts a pipeline here, and there is another one already. Take one of them away."
    return Support(node=need.node, level=Level.IMPOSSIBLE, reason=reason)


def _why_not_at_all(workflow: Workflow) -> str:
    if workflow.has_cycles:
        return "CodePipeline has no loops. Export to Step Functions."
    if len(workflow.parameters) > _MOST_VARIABLES:
        return f"The pipeline has {len(workflow.parameters)} parameters, and CodePipeline takes {_MOST_VARIABLES}."
    return ""


def _too_many_stages(plan: Plan, found: dict[str, list[Support]]) -> str:
    if is_imported(plan.workflow) or any(
        report.level is Level.IMPOSSIBLE for reports in found.values() for report in reports
    ):
        return ""
    count = len(staged(plan))
    if count <= _MOST_STAGES:
        return ""
    return f"It would take {count} stages beside the source, and a pipeline has {_MOST_STAGES}. Draw fewer frames."


def _rules_left_out(step: Step) -> str:
    rules = [retry for retry in step.retries if retry.errors] if isinstance(step, Call) else []
    return " Its retry rules are left out: CodePipeline tries nothing again by itself." if rules else ""


def _of_step(step: Step, plan: Plan, whole: str) -> Support:
    reason = whole or next(_why_impossible(step, plan), "")
    if reason:
        return Support(node=step.node, level=Level.IMPOSSIBLE, reason=reason)
    if step.id not in plan.native:
        return Support(node=step.node, level=Level.LOWERED, reason=_how(step) + _rules_left_out(step))
    if plan.guards[step.id].is_open:
        return Support(node=step.node, level=Level.NATIVE)
    reason = "It stands in a stage of its own, which is skipped when the branch is not taken."
    return Support(node=step.node, level=Level.LOWERED, reason=reason)


def _why_impossible(step: Step, plan: Plan) -> Iterator[str]:
    elsewhere = why_elsewhere(step, NativeAction)
    if elsewhere or isinstance(step, Each):
        yield elsewhere or "CodePipeline cannot go through a list of items. Export to Step Functions."
        return
    if step.id in plan.workflow.inside:
        yield "It stands in a map, and CodePipeline has none. Export to Step Functions."
        return
    if isinstance(step, Call) and step.token:
        yield "It waits until somebody sends a token back, and CodePipeline has none. Export to Step Functions."
    if step.id in plan.caught:
        yield "Something runs when it fails, and in CodePipeline a failure ends the pipeline. Export to Step Functions."
    yield from _why_no_guard(plan.guards[step.id], is_native=step.id in plan.native)
    yield from _why_no_values(step, plan)
    if isinstance(step, Call) and step.wait and step.timeout_seconds > _LONGEST_BUILD_SECONDS:
        yield "The build that waits for it may run 36 hours, and its own limit is longer. Shorten it."


def _why_no_guard(guard: Guard, *, is_native: bool) -> Iterator[str]:
    if guard.is_too_large:
        yield "Whether it runs hangs on too many branches together. Draw fewer conditions before it."
    if is_native and any(len(clause) > 1 for clause in guard.clauses):
        yield "It follows one branch or another, and a stage can only be skipped for one. Let one edge lead here."
    if is_native and len(guard.clauses) > _MOST_RULES:
        yield f"It depends on more than {_MOST_RULES} branches, and a stage has no more rules than that."


def _why_no_values(step: Step, plan: Plan) -> Iterator[str]:
    values = step_values(step)
    if step.id in plan.native and not all(is_writable(value) for value in values):
        yield (
            "It takes a value out of a file or the start of the execution, and CodePipeline has no variable for these. "
            "Let a Lambda function before it return the value."
        )
        return
    empty = {one.name for one in plan.workflow.parameters if one.default == ""}
    used = [one.name for value in values for one in expressions_in(value) if isinstance(one, ParameterValue)]
    for name in sorted(empty.intersection(used)):
        yield f"The parameter '{name}' is empty by default, and CodePipeline takes no empty value. Give it a value."
    if longest_text(step, plan) > LONGEST_TEXT:
        yield f"It takes more values than an action can hand over ({LONGEST_TEXT} characters). Split it in two."


def _how(step: Step) -> str:
    if left_out(step):
        return left_out(step)
    if isinstance(step, Choice):
        return "A build decides, and the builds after it look at what it said."
    if isinstance(step, Pause):
        return "A build sleeps, which is paid for."
    if isinstance(step, Failure):
        return "A build fails with the message."
    if isinstance(step, Call) and step.service == "lambda" and step.operation == "Invoke":
        return (
            "A build invokes the function and waits for its answer; the Lambda action of CodePipeline would wait for "
            "the function to report back by itself."
        )
    if isinstance(step, Call) and step.wait:
        return f"A build calls {step.operation} and waits until it has ended."
    return f"A build calls {step.operation}." if isinstance(step, Call) else ""
