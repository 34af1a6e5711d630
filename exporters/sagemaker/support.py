"""How well SageMaker Pipelines takes each node of a workflow, and why not where it does not."""

import re
from collections.abc import Callable, Iterator, Mapping

from designer.catalog.branches import ERROR
from designer.catalog.needs import GitTrigger, ImageTrigger, ObjectTrigger, ScheduleTrigger, StageRule, TemplateResource
from designer.catalog.steps import Approval, Call, Choice, Each, NativeStep, Pause, Step
from designer.catalog.values import FileValue, StepOutput, is_expression
from designer.workflow.model import Workflow
from designer.workflow.support import Level, Support
from exporters.levels import worst
from exporters.natives import beside_the_run, only_in_code_pipeline, why_elsewhere
from exporters.sagemaker.callers import LONGEST_SECONDS, goes_by_function, with_callers
from exporters.sagemaker.maps import why_no_map, why_no_number
from exporters.sagemaker.readings import expressions_of
from exporters.sagemaker.regions import find_regions, place
from exporters.sagemaker.step_types import step_type_of
from exporters.sagemaker.values import PAYLOAD

STEP_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def support(workflow: Workflow) -> tuple[Support, ...]:
    """Return how each node is taken, in the order of the steps; triggers come last."""
    asked = {step.id for step in workflow.steps if isinstance(step, Call) and goes_by_function(step, workflow)}
    workflow = with_callers(workflow)
    problems = find_regions(workflow).problems | _nested_conditions(workflow) | _circles(workflow) | _caught(workflow)
    found: dict[str, list[Support]] = {}
    steps, caught = {step.id: step for step in workflow.steps}, workflow.caught()
    for step in workflow.steps:
        reports = _of_step(step, workflow, steps, problems.get(step.id, ""))
        found.setdefault(step.node, []).extend((*reports, *_left_out(step, caught)))
        if step.id in asked:
            found[step.node].append(_by_function(step))
    for need in workflow.needs:
        if isinstance(need, ObjectTrigger | ImageTrigger | ScheduleTrigger | GitTrigger):
            found.setdefault(need.node, []).append(_of_trigger(need))
        elif isinstance(need, StageRule):
            found.setdefault(need.node, []).append(only_in_code_pipeline(need))
        elif isinstance(need, TemplateResource):
            found.setdefault(need.node, []).append(beside_the_run(need))
    return tuple(worst(node, reports) for node, reports in found.items())


def _of_step(step: Step, workflow: Workflow, steps: Mapping[str, Step], problem: str) -> Iterator[Support]:
    yield Support(node=step.node, level=Level.NATIVE)
    for reason in (
        problem,
        _illegal_name(step),
        _no_step_for(step),
        *_unreadable(step, steps),
        *_payload(step),
        *(why_no_map(step, workflow) if isinstance(step, Each) else ()),
        why_no_number(step) if isinstance(step, Call) else "",
    ):
        if reason:
            yield Support(node=step.node, level=Level.IMPOSSIBLE, reason=reason)
    named = _given_names(step)
    if named:
        reason = f"SageMaker Pipelines names what it makes itself: {' and '.join(named)} is left out."
        yield Support(node=step.node, level=Level.LOWERED, reason=reason)


def _by_function(step: Step) -> Support:
    how = "A Lambda function of ours makes the call, and waits for its end for ten minutes at most."
    return Support(node=step.node, level=Level.LOWERED, reason=how)


def _illegal_name(step: Step) -> str:
    if STEP_NAME.fullmatch(step.id):
        return ""
    return (
        f"“{step.id}” cannot be the name of a step: SageMaker takes up to 64 letters, digits, dashes and underscores."
    )


def _no_step_for(step: Step) -> str:
    if isinstance(step, Pause):
        return "SageMaker Pipelines has no step that waits for a time. Leave it out, or export to Step Functions."
    if isinstance(step, Approval):
        return (
            "SageMaker Pipelines cannot wait for a person. Register the model as pending approval instead, or export "
            "to Step Functions or CodePipeline."
        )
    elsewhere = why_elsewhere(step, NativeStep)
    if elsewhere:
        return elsewhere
    if isinstance(step, Call) and step.token and step.as_step is None:
        return (
            "It waits for an answer, which SageMaker Pipelines asks for by a queue. Use a Callback node, or export to "
            "Step Functions."
        )
    if isinstance(step, Call) and step_type_of(step) is None:
        return (
            f"SageMaker Pipelines has no step for {step.operation}. A function of ours can make the call outside of a map "
            f"and wait {LONGEST_SECONDS} seconds: set a time limit that is no longer, or export to Step Functions."
        )
    return ""


def _unreadable(step: Step, steps: Mapping[str, Step]) -> Iterator[str]:
    """Yield what a step reads in ways that SageMaker cannot: deep inside an answer, or from a file of another step."""
    for value in expressions_of(step):
        source = steps.get(value.step) if isinstance(value, StepOutput | FileValue) else None
        if isinstance(value, StepOutput) and value.path[:1] == (PAYLOAD,) and len(value.path) != len((PAYLOAD, "name")):
            yield (
                f"“{step.id}” reads {'.'.join(map(str, value.path[1:])) or 'all'} of what “{value.step}” returns; a "
                "Lambda step gives single values by name. Let the function return that value at the top."
            )
        if isinstance(value, FileValue) and not value.path:
            yield f"“{step.id}” takes all of {value.file}, and SageMaker reads one value of a file. Name it."
        if isinstance(value, FileValue) and not _writes(source, value.output):
            yield (
                f"“{step.id}” reads the file {value.file}, but SageMaker Pipelines reads only files from outputs of a "
                f"processing step, and “{value.step}” has no such output “{value.output}”."
            )


def _writes(step: Step | None, output: str) -> bool:
    if not isinstance(step, Call) or step.operation != "CreateProcessingJob":
        return False
    config = step.request.get("ProcessingOutputConfig")
    outputs = config.get("Outputs") if isinstance(config, Mapping) else None
    return isinstance(outputs, list | tuple) and any(
        isinstance(one, Mapping) and one.get("OutputName") == output for one in outputs
    )


def _payload(step: Step) -> Iterator[str]:
    """Yield what a Lambda step cannot hand over: its arguments are a flat mapping of texts, numbers and flags."""
    if not isinstance(step, Call) or step.service != "lambda" or step.operation != "Invoke":
        return
    payload = step.request.get("Payload", {})
    if not isinstance(payload, Mapping):
        yield f"The input of “{step.id}” must be named values: a Lambda step hands over nothing else."
        return
    for name, value in payload.items():
        if not is_expression(value) and not isinstance(value, str | int | float | bool):
            yield (
                f"A Lambda step hands over only texts, numbers and flags, and the input “{name}” of “{step.id}” is "
                "none. Write it as JSON text and let the function parse it."
            )


def _given_names(step: Step) -> tuple[str, ...]:
    step_type = step_type_of(step) if isinstance(step, Call) else None
    if not isinstance(step, Call) or step_type is None:
        return ()
    return tuple(name for name in step_type.unnamed if name in step.request)


def _caught(workflow: Workflow) -> dict[str, str]:
    """Return why what runs after a failure cannot: a step waits for one failure, beside the step that fails."""
    regions = find_regions(workflow)
    found: dict[str, str] = {}
    for step in workflow.steps:
        failed = [one.step for one in workflow.after.get(step.id, ()) if one.branch == ERROR]
        taken = [one.step for one in workflow.after.get(step.id, ()) if one.data and one.step in failed]
        if len(failed) > 1:
            names = ", ".join(f"“{one}”" for one in failed)
            found[step.id] = (
                f"“{step.id}” runs when one of {names} fails, and a step of SageMaker Pipelines waits for all that it "
                "depends on. Let one step follow each failure, or export to Step Functions."
            )
        elif taken:
            found[step.id] = f"“{step.id}” runs when “{taken[0]}” fails, and takes what only a good end of it gives."
        elif failed and (place(regions.of[step.id]) or step.id in workflow.inside):
            found[step.id] = (
                f"“{step.id}” runs when “{failed[0]}” fails, inside a condition or a map, where SageMaker Pipelines has "
                "no way for failures. Export to Step Functions."
            )
    return found


def _left_out(step: Step, caught: frozenset[str]) -> Iterator[Support]:
    """Yield what the settings say of errors that SageMaker Pipelines does not know; `caught` are the steps that may fail."""
    if not isinstance(step, Call):
        return
    step_type = step_type_of(step)
    known = step_type.faults if step_type else ()
    unknown = dict.fromkeys(error for retry in step.retries for error in retry.errors if error not in known)
    if unknown:
        reason = f"SageMaker Pipelines does not try this step again after {', '.join(unknown)}: that rule is left out."
        yield Support(node=step.node, level=Level.LOWERED, reason=reason)
    if step.catches and step.id in caught:
        reason = f"What follows its failure runs after any failure, not only after {', '.join(step.catches)}."
        yield Support(node=step.node, level=Level.LOWERED, reason=reason)


def _nested_conditions(workflow: Workflow) -> dict[str, str]:
    regions = find_regions(workflow)
    return {
        step.id: (
            f"“{step.id}” stands in a branch of the condition “{place(regions.of[step.id])[-1][0]}”, and SageMaker Pipelines "
            "takes no condition inside another. Put both into one condition with “and”, or export to Step Functions."
        )
        for step in workflow.steps
        if isinstance(step, Choice) and place(regions.of[step.id])
    }


def _circles(workflow: Workflow) -> dict[str, str]:
    if not workflow.has_cycles:
        return {}
    before = {step.id: {one.step for one in workflow.after.get(step.id, ())} for step in workflow.steps}
    return {
        step_id: f"“{step_id}” runs again after itself, and SageMaker Pipelines has no loops. Export to Step Functions."
        for step_id in before
        if step_id in _all_before(step_id, lambda one: before.get(one, set()))
    }


def _all_before(step_id: str, before: Callable[[str], set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(before(step_id))
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting.extend(before(here))
    return seen


def _of_trigger(trigger: ObjectTrigger | ImageTrigger | ScheduleTrigger | GitTrigger) -> Support:
    if isinstance(trigger, GitTrigger):
        reason = "SageMaker Pipelines takes no source from git. Export to CodePipeline to start with a push."
        return Support(node=trigger.node, level=Level.IMPOSSIBLE, reason=reason)
    how = "A schedule of EventBridge" if isinstance(trigger, ScheduleTrigger) else "A rule of EventBridge"
    return Support(node=trigger.node, level=Level.LOWERED, reason=f"{how} in the template starts the pipeline.")
