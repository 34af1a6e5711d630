"""Lowering: a graph and the files beside it to a workflow.

A node that cannot be lowered is left out and spoken of as a `Problem`, so that the checks see everything that is wrong at
once; `lower` is for those who need it whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from designer.catalog.kind import Input, Lowered, Placed, PortType, Settings
from designer.catalog.needs import Asset, Need, Statement
from designer.catalog.steps import Call, Step
from designer.catalog.tasks import TaskSettings, retries_of
from designer.catalog.values import Value
from designer.errors import Refusal
from designer.graph.model import Graph, GraphNode, Link
from designer.graph.order import circles, predecessors, topological_order
from designer.workflow.model import Dependency, Stage, Workflow
from designer.workflow.resolving import Resolver, Unresolved


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a node could not be lowered.

    `setting` is dotted, and empty when the node as a whole is meant. `follows` is set when the cause is elsewhere (a node
    before this one that could not be lowered, a reference that leads nowhere), so that nobody is told twice.
    """

    node: str
    setting: str
    message: str
    follows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """The workflow as far as it goes, what each node became, and what stood in the way."""

    workflow: Workflow
    lowered: Mapping[str, Lowered]
    problems: tuple[Problem, ...]


@dataclass(slots=True, kw_only=True)
class _Progress:
    lowered: dict[str, Lowered] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def lower(graph: Graph, files: Mapping[str, bytes]) -> Workflow:
    """Lower a whole graph, or refuse with the first thing in the way."""
    found = attempt(graph, files)
    if found.problems:
        first = found.problems[0]
        place = f"{first.node}, {first.setting}" if first.setting else first.node
        raise Refusal(f"{place}: {first.message}", hint="`check` lists everything that is wrong.")
    return found.workflow


def attempt(graph: Graph, files: Mapping[str, bytes]) -> Attempt:
    """Lower what can be lowered. `files` are those beside the document, by relative path."""
    before = predecessors(((link.source, link.target) for link in graph.links), graph.nodes)
    order = topological_order(before)
    progress = _Progress()
    for node_id in order:
        _lower_node(graph, graph.nodes[node_id], files, progress)
    steps = tuple(step for node_id in order for step in _steps(progress, node_id))
    document = graph.document
    workflow = Workflow(
        name=document.name,
        description=document.description,
        region=document.region,
        parameters=tuple(document.parameters.values()),
        steps=steps,
        after=_after(graph, order, progress.lowered),
        document=document,
        needs=_unique_needs(progress.lowered[node_id] for node_id in order if node_id in progress.lowered),
        statements=tuple(one for node_id in order for one in _statements(progress, node_id)),
        stages=tuple(_stages(graph, progress.lowered)),
        settings=document.settings,
        has_cycles=bool(circles(before)),
    )
    return Attempt(workflow=workflow, lowered=progress.lowered, problems=tuple(progress.problems))


def _steps(progress: _Progress, node_id: str) -> tuple[Step, ...]:
    return progress.lowered[node_id].steps if node_id in progress.lowered else ()


def _statements(progress: _Progress, node_id: str) -> tuple[Statement, ...]:
    return progress.lowered[node_id].statements if node_id in progress.lowered else ()


def _lower_node(graph: Graph, node: GraphNode, files: Mapping[str, bytes], progress: _Progress) -> None:
    settings = _settings(node, progress)
    if settings is None:
        return
    outputs = {node_id: lowered.outputs for node_id, lowered in progress.lowered.items()}
    placed = Placed(
        id=node.id,
        settings=settings,
        inputs=_inputs(graph, node, progress.lowered),
        resolve=Resolver(graph.document.parameters, outputs).resolve,
        files=files,
        pipeline=graph.document.name,
        region=graph.document.region,
        document_settings=graph.document.settings,
    )
    try:
        progress.lowered[node.id] = _with_retries(node.kind.lower(placed), settings)
    except Unresolved as err:
        problem = Problem(node=node.id, setting="", message=str(err), follows=not err.is_news)
        progress.problems.append(problem)
    except ValueError as err:
        progress.problems.append(Problem(node=node.id, setting="", message=str(err)))


def _with_retries(lowered: Lowered, settings: Settings) -> Lowered:
    """Put what the settings of every task say of errors into its calls."""
    if not isinstance(settings, TaskSettings):
        return lowered
    retries = retries_of(settings)
    steps = tuple(
        replace(step, retries=retries, catches=settings.catch_errors) if isinstance(step, Call) else step
        for step in lowered.steps
    )
    return replace(lowered, steps=steps)


def _settings(node: GraphNode, progress: _Progress) -> Settings | None:
    try:
        return node.kind.settings.model_validate(node.node.settings)
    except ValidationError as err:
        messages: dict[str, list[str]] = {}
        for one in err.errors():
            setting = ".".join(str(part) for part in one["loc"] if not _is_union_branch(part))
            messages.setdefault(setting, []).append(_sentence(one["type"], one["msg"]))
        progress.problems.extend(
            Problem(node=node.id, setting=setting, message=_either(said)) for setting, said in messages.items()
        )
        return None


_REFERENCE = "a reference such as ${params.Name}"
_WANTED = {
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "text",
    "dict_type": "names with values",
    "list_type": "a list",
    "tuple_type": "a list",
}


def _either(messages: list[str]) -> str:
    """Join what the members of a union each say of one value."""
    wanted = tuple(dict.fromkeys(message.removeprefix(_SHOULD_BE).rstrip(".") for message in messages))
    if len(wanted) == 1:
        return messages[0]
    options = dict.fromkeys(_REFERENCE if one == "text" else one for one in wanted)
    return f"{_SHOULD_BE}{' or '.join(options)}."


_SHOULD_BE = "This should be "


def _is_union_branch(part: str | int) -> bool:
    """Say whether a part of a place is pydantic's name for a member of a union rather than a setting."""
    if not isinstance(part, str):
        return False
    return (
        part in ("int", "float", "str", "bool") or part.startswith("constrained-") or "[" in part or part.endswith("()")
    )


def _sentence(error_type: str, message: str) -> str:
    if error_type == "missing":
        return "This must be given."
    if error_type == "extra_forbidden":
        return "There is no setting of this name."
    if error_type in _WANTED:
        return f"{_SHOULD_BE}{_WANTED[error_type]}."
    if error_type == "string_pattern_mismatch" and "{[^{}]+" in message:
        return f"{_SHOULD_BE}{_REFERENCE}."
    message = message.removeprefix("Value error, ")
    return message if message.endswith(".") else f"{message}."


def _inputs(graph: Graph, node: GraphNode, lowered: Mapping[str, Lowered]) -> dict[str, tuple[Input, ...]]:
    found: dict[str, list[Input]] = {name: [] for name in node.inputs}
    for link in graph.incoming[node.id]:
        given = _given(link, lowered)
        if link.data and not link.implied and given is not None:
            port = graph.nodes[link.source].outputs[link.source_port]
            one = Input(node=link.source, port=link.source_port, type=PortType(port.type), value=given)
            found[link.target_port].append(one)
    return {name: tuple(inputs) for name, inputs in found.items()}


def _given(link: Link, lowered: Mapping[str, Lowered]) -> Value | None:
    source = lowered.get(link.source)
    return source.outputs.get(link.source_port) if source else None


def _after(graph: Graph, order: tuple[str, ...], lowered: Mapping[str, Lowered]) -> dict[str, tuple[Dependency, ...]]:
    after: dict[str, tuple[Dependency, ...]] = {}
    for node_id in order:
        steps = lowered[node_id].steps if node_id in lowered else ()
        for place, step in enumerate(steps):
            if place:
                after[step.id] = (Dependency(step=steps[place - 1].id, data=True),)
            else:
                after[step.id] = tuple(dict.fromkeys(_dependencies(graph, node_id, lowered, frozenset())))
    return after


def _dependencies(
    graph: Graph, node_id: str, lowered: Mapping[str, Lowered], seen: frozenset[str]
) -> Iterator[Dependency]:
    """Yield what the first step of a node waits for; a node without steps passes on what it waits for itself."""
    for link in graph.incoming[node_id]:
        source = lowered.get(link.source)
        if source is None or link.source in seen:
            continue
        if source.steps:
            yield Dependency(step=source.steps[-1].id, branch=link.branch, data=link.data)
        else:
            yield from _dependencies(graph, link.source, lowered, seen | {node_id})


def _unique_needs(lowered: Iterator[Lowered]) -> tuple[Need, ...]:
    unique: dict[str, Need] = {}
    for one in lowered:
        for need in one.needs:
            unique.setdefault(need.key if isinstance(need, Asset) else need.logical_id, need)
    return tuple(unique.values())


def _stages(graph: Graph, lowered: Mapping[str, Lowered]) -> Iterator[Stage]:
    for frame in graph.document.frames:
        steps = tuple(step.id for node in frame.nodes if node in lowered for step in lowered[node].steps)
        if steps:
            yield Stage(name=frame.title or frame.id, steps=steps)
