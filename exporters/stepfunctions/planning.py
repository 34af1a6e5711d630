"""The plan of a machine: how its steps nest, what each reads of the others, and how things are called."""

from collections.abc import Iterable, Mapping

from designer.catalog.steps import Call, Choice, Step
from designer.catalog.values import FileValue, StepOutput
from designer.graph.regions import Block, Tie, structure
from designer.workflow.model import Workflow
from exporters.stepfunctions.calls import entry_name, read_outputs
from exporters.stepfunctions.integrations import integration
from exporters.stepfunctions.jsonata import Code
from exporters.stepfunctions.loops import untangle
from exporters.stepfunctions.naming import Names, made_name
from exporters.stepfunctions.scopes import Scopes
from exporters.stepfunctions.states import Plan
from exporters.stepfunctions.values import expressions_of, is_made_name, variables_of


def plan_machine(workflow: Workflow) -> tuple[Plan, Block]:
    """Return the plan of a workflow and its steps, nested."""
    steps = {step.id: step for step in workflow.steps}
    calls = {step.id: step for step in workflow.steps if isinstance(step, Call)}
    untangled = untangle(workflow, _ties(workflow, steps))
    choices = [step.id for step in workflow.steps if isinstance(step, Choice)]
    block = structure(list(steps), untangled.ties, choices)
    requests = {call.id: _request(call, workflow) for call in calls.values()}
    repeating = frozenset(call.id for call in calls.values() if _repeats(call, workflow))
    named = {step: call for step, call in calls.items() if step not in repeating}
    scopes = Scopes(block, {step.id: tuple(variables_of(step, named)) for step in steps.values()})
    running = [step for step in steps.values() if step.id in scopes.places]
    outputs = list(_distinct(found for step in running for found in expressions_of(step)))

    def made(output: StepOutput) -> object | None:
        return requests[output.step][calls[output.step].name_member] if is_made_name(output, named) else None

    def path(output: StepOutput) -> tuple[str | int, ...]:
        call = calls.get(output.step)
        return read_outputs(output, call, waits=call is not None and integration(call, workflow.region).waits)

    plan = Plan(
        region=workflow.region,
        steps=steps,
        calls=calls,
        scopes=scopes,
        names=Names([*steps, *(entry_name(call) for call in calls.values())]),
        used=_used(outputs, named),
        files=_files(outputs),
        loops=untangled.loops,
        repeating=repeating,
        made=made,
        path=path,
        request=lambda call: requests[call.id],
    )
    return plan, block


def _ties(workflow: Workflow, steps: Mapping[str, Step]) -> tuple[Tie, ...]:
    """Return who comes after whom; whoever reads of a step comes after it, also where nothing else says so."""
    ties = [
        Tie(source=one.step, target=step, branch=one.branch, data=one.data)
        for step, dependencies in workflow.after.items()
        for one in dependencies
    ]
    for step in steps.values():
        for found in expressions_of(step):
            if isinstance(found, StepOutput | FileValue) and found.step in steps and found.step != step.id:
                ties.append(Tie(source=found.step, target=step.id, data=True))  # noqa: PERF401 - reads better so
    return tuple(dict.fromkeys(ties))


def _request(call: Call, workflow: Workflow) -> dict[str, object]:
    request = dict(call.request)
    if call.name_member and call.name_member not in request:
        name = made_name(call, workflow.name, repeats=_repeats(call, workflow))
        return {call.name_member: Code(name), **request}
    return request


def _repeats(call: Call, workflow: Workflow) -> bool:
    """Say whether a call may make several things in one execution; one that is asked about by name may not."""
    is_polled = call.wait is not None and not integration(call, workflow.region).waits
    return workflow.has_cycles and not is_polled and bool(call.name_member) and call.name_member not in call.request


def _distinct(found: Iterable[object]) -> Iterable[object]:
    seen: list[object] = []
    for one in found:
        if one not in seen:
            seen.append(one)
    return seen


def _used(outputs: list[object], calls: Mapping[str, Call]) -> dict[str, tuple[StepOutput, ...]]:
    used: dict[str, list[StepOutput]] = {}
    for output in outputs:
        if isinstance(output, StepOutput) and not is_made_name(output, calls):
            used.setdefault(output.step, []).append(output)
    return {step: tuple(found) for step, found in used.items()}


def _files(outputs: list[object]) -> dict[str, tuple[FileValue, ...]]:
    files: dict[str, dict[tuple[str, str], FileValue]] = {}
    for output in outputs:
        if isinstance(output, FileValue):
            files.setdefault(output.step, {}).setdefault((output.output, output.file), output)
    return {step: tuple(found.values()) for step, found in files.items()}
