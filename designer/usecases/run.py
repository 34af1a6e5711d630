"""Start a deployed pipeline, and watch it."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from designer.aws.runs import ENDED, RunRecord, RunStatus, SelectedSteps
from designer.catalog.needs import StageRule
from designer.document.model import Parameter
from designer.errors import Refusal, UsageError
from designer.graph import semantics
from designer.monitoring.runs import NodeRun, node_runs
from designer.usecases.account import Gateways
from designer.usecases.project import Project
from designer.workflow.targets import Target

_RESOURCE = "Pipeline"
_MOST_SELECTED = 50


def start(
    stack: str,
    chosen: Target,
    parameters: Mapping[str, object],
    gateways: Gateways,
    selected: SelectedSteps | None = None,
) -> str:
    """Start the pipeline of a stack, or selected steps of it alone, and return the id of the execution."""
    return gateways.runs(chosen).start(_physical_id(stack, gateways), parameters, selected)


def steps_of(project: Project, nodes: Collection[str], source: str = "") -> SelectedSteps | None:
    """Return the steps that these nodes became, None without nodes; refuse nodes that are none.

    What the steps need of others comes from the execution `source`, or from the latest where that is empty.
    """
    steps = tuple(step.id for step in project.lowered.workflow.steps if step.node in nodes)
    working = {step.node for step in project.lowered.workflow.steps}
    idle = sorted(set(nodes) - working)
    if idle:
        raise UsageError(f"Nothing runs at {', '.join(idle)}.", hint=f"There are: {', '.join(sorted(working))}.")
    if len(steps) > _MOST_SELECTED:
        raise UsageError(f"A run takes {_MOST_SELECTED} selected steps, and these are {len(steps)}.")
    return SelectedSteps(steps=steps, source=source) if nodes else None


def watch(
    stack: str,
    chosen: Target,
    run_id: str,
    gateways: Gateways,
    *,
    poll_seconds: float = 2.0,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[RunRecord]:
    """Yield the execution again and again until it has ended."""
    pipeline, runs = _physical_id(stack, gateways), gateways.runs(chosen)
    while True:
        found = runs.read(pipeline, run_id)
        yield found
        if found.status in ENDED:
            return
        sleep(poll_seconds)


def recent(stack: str, chosen: Target, gateways: Gateways) -> tuple[RunRecord, ...]:
    """Return the latest executions, newest first; the very latest with its steps."""
    pipeline, runs = _physical_id(stack, gateways), gateways.runs(chosen)
    found = runs.recent(pipeline)
    return (runs.read(pipeline, found[0].id), *found[1:]) if found else ()


def stop(stack: str, chosen: Target, run_id: str, gateways: Gateways) -> None:
    """Ask an execution to end."""
    gateways.runs(chosen).stop(_physical_id(stack, gateways), run_id)


def by_node(project: Project, found: RunRecord) -> tuple[NodeRun, ...]:
    """Return how far each node is.

    An engine without branches begins every step, and one whose branch was not taken ends at once: it was skipped.
    """
    workflow = project.lowered.workflow
    rules = [(need.node, need.node) for need in workflow.needs if isinstance(need, StageRule)]
    nodes = node_runs(found, [*((step.id, step.node) for step in workflow.steps), *rules])
    taken = {one.node: step.branch for one in nodes for step in one.steps if step.branch}
    skipped = semantics.run(project.graph, taken).skipped if taken else ()
    return tuple(
        replace(one, status=RunStatus.SKIPPED) if one.node in skipped and one.status is RunStatus.SUCCEEDED else one
        for one in nodes
    )


def typed_parameters(project: Project, given: Mapping[str, str]) -> dict[str, object]:
    """Return the parameters of a run in their types; refuse unknown names, wrong values and missing ones."""
    known = project.document.parameters
    for name in given:
        if name not in known:
            raise UsageError(f"There is no parameter '{name}'.", hint=f"There are: {', '.join(known) or 'none'}.")
    missing = [name for name, one in known.items() if one.default is None and name not in given]
    if missing:
        raise UsageError(f"These parameters have no default: {', '.join(missing)}.", hint="Give them with --param N=V.")
    return {name: _typed(known[name], text) for name, text in given.items()}


def _typed(parameter: Parameter, text: str) -> object:
    try:
        value = _parse(parameter.type, text)
    except ValueError as err:
        raise UsageError(f"'{parameter.name}' must be of type {parameter.type}, not '{text}'.") from err
    if parameter.choices and value not in parameter.choices:
        choices = ", ".join(str(one) for one in parameter.choices)
        raise UsageError(f"'{parameter.name}' must be one of {choices}, not '{text}'.")
    return value


def _parse(parameter_type: str, text: str) -> object:
    if parameter_type == "Integer":
        return int(text)
    if parameter_type == "Float":
        return float(text)
    if parameter_type == "Boolean":
        if text.lower() not in ("true", "false"):
            raise ValueError(text)
        return text.lower() == "true"
    return text


def _physical_id(stack: str, gateways: Gateways) -> str:
    if gateways.stacks().find(stack) is None:
        raise Refusal(f"There is no stack '{stack}' in this account and region.", hint="Deploy it first.")
    return gateways.stacks().physical_id(stack, _RESOURCE)
