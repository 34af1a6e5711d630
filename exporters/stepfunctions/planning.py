"""The plan of a machine: how its steps nest, what each reads of the others, and how things are called."""

from collections.abc import Mapping

from designer.catalog.steps import Call, Choice, Each, Step
from designer.catalog.values import Expression, FileValue, ItemIndex, Joined, StepOutput, expressions_in
from designer.graph.nesting import containers
from designer.graph.regions import Block, Tie, structure
from designer.workflow.model import Workflow
from exporters.stepfunctions.calls import entry_name, read_outputs
from exporters.stepfunctions.integrations import integration
from exporters.stepfunctions.jsonata import Code
from exporters.stepfunctions.loops import untangle
from exporters.stepfunctions.naming import Names, made_name
from exporters.stepfunctions.scopes import Scopes
from exporters.stepfunctions.states import Plan
from exporters.stepfunctions.values import AnswerVariable, expressions_of, is_made_name, variables_in


def plan_machine(workflow: Workflow) -> Plan:
    """Return the plan of a workflow, its steps nested."""
    steps = {step.id: step for step in workflow.steps}
    calls = {step.id: step for step in workflow.steps if isinstance(step, Call)}
    untangled = untangle(workflow, _ties(workflow, steps))
    requests = {call.id: _request(call, workflow) for call in calls.values()}
    repeating = frozenset(call.id for call in calls.values() if _repeats(call, workflow))
    named = {step: call for step, call in calls.items() if step not in repeating}
    read = {step.id: [*expressions_of(step), *expressions_in(requests.get(step.id, {}))] for step in steps.values()}
    given = {step.id: [*expressions_in(step.result)] for step in steps.values() if isinstance(step, Each)}
    scopes = Scopes(
        _blocks(workflow, untangled.ties),
        {step: (*variables_in(found, named), *_asked_by(steps[step], workflow)) for step, found in read.items()},
        {each: tuple(variables_in(found, named)) for each, found in given.items()},
        workflow.caught(),
    )
    everything = [found for step in steps if step in scopes.places for found in (*read[step], *given.get(step, ()))]
    outputs = list(dict.fromkeys(everything))

    def made(output: StepOutput) -> object | None:
        return requests[output.step][calls[output.step].name_member] if is_made_name(output, named) else None

    def path(output: StepOutput) -> tuple[str | int, ...]:
        call = calls.get(output.step)
        return read_outputs(output, call, waits=call is not None and integration(call, workflow.region).waits)

    return Plan(
        region=workflow.region,
        steps=steps,
        calls=calls,
        scopes=scopes,
        names=Names([*steps, *(entry_name(call) for call in calls.values())]),
        parameters=bool(workflow.parameters),
        used=_used(outputs, named),
        files=_files(outputs),
        loops=untangled.loops,
        repeating=repeating,
        made=made,
        path=path,
        request=lambda call: requests[call.id],
    )


def _asked_by(step: Step, workflow: Workflow) -> tuple[AnswerVariable, ...]:
    """Return the variable by which a loop asks for a step, where the service made up what it is asked by."""
    if not isinstance(step, Call) or step.wait is None or not step.wait.answer:
        return ()
    return () if integration(step, workflow.region).waits else (AnswerVariable(step.id),)


def _blocks(workflow: Workflow, ties: tuple[Tie, ...]) -> dict[str, Block]:
    """Return the steps of the pipeline, nested, and those of each nested graph by the step that holds it."""
    holders = ["", *(step.id for step in workflow.steps if isinstance(step, Each))]
    return {holder: _block(workflow, holder, ties) for holder in holders}


def _block(workflow: Workflow, holder: str, ties: tuple[Tie, ...]) -> Block:
    here = {step.id: step for step in workflow.within(holder)}
    choices = [step.id for step in here.values() if isinstance(step, Choice)]
    near = [tie for tie in ties if tie.source in here and tie.target in here]
    return structure(list(here), near, choices, workflow.caught().intersection(here))


def _ties(workflow: Workflow, steps: Mapping[str, Step]) -> tuple[Tie, ...]:
    """Return who comes after whom; whoever reads of a step comes after it, also where nothing else says so."""
    ties = [
        Tie(source=one.step, target=step, branch=one.branch, data=one.data)
        for step, dependencies in workflow.after.items()
        for one in dependencies
    ]
    for step in steps.values():
        for found in expressions_of(step):
            if isinstance(found, StepOutput | FileValue) and found.step in steps:
                reader = _beside(found.step, step.id, workflow.inside)
                if reader != found.step:
                    ties.append(Tie(source=found.step, target=reader, data=True))
    return tuple(dict.fromkeys(ties))


def _beside(step: str, reader: str, inside: Mapping[str, str]) -> str:
    """Return the reader, or the step that holds it in the graph in which the step stands."""
    home = inside.get(step, "")
    return next((one for one in (reader, *containers(inside, reader)) if inside.get(one, "") == home), step)


def _request(call: Call, workflow: Workflow) -> dict[str, object]:
    request = dict(call.request)
    if call.name_member and call.name_member not in request:
        holders = containers(workflow.inside, call.id)
        name = made_name(call, workflow.name, repeats=_repeats(call, workflow), nested=len(holders))
        return {call.name_member: _numbered(name, holders), **request}
    return request


def _numbered(name: str, holders: tuple[str, ...]) -> object:
    """Return a name with the number of each item at hand, so that every run of a nested graph makes another thing."""
    numbers = [part for holder in holders for part in ("-", ItemIndex(holder))]
    return Joined((Code(name), *numbers)) if numbers else Code(name)  # type: ignore[arg-type]  # code is written as it is


def _repeats(call: Call, workflow: Workflow) -> bool:
    """Say whether a call may make several things in one execution; one that is asked about by name may not."""
    is_polled = call.wait is not None and not integration(call, workflow.region).waits
    return workflow.has_cycles and not is_polled and bool(call.name_member) and call.name_member not in call.request


def _used(outputs: list[Expression], calls: Mapping[str, Call]) -> dict[str, tuple[StepOutput, ...]]:
    used: dict[str, list[StepOutput]] = {}
    for output in outputs:
        if isinstance(output, StepOutput) and not is_made_name(output, calls):
            used.setdefault(output.step, []).append(output)
    return {step: tuple(found) for step, found in used.items()}


def _files(outputs: list[Expression]) -> dict[str, tuple[FileValue, ...]]:
    files: dict[str, dict[tuple[str, str], FileValue]] = {}
    for output in outputs:
        if isinstance(output, FileValue):
            files.setdefault(output.step, {}).setdefault((output.output, output.file), output)
    return {step: tuple(found.values()) for step, found in files.items()}
