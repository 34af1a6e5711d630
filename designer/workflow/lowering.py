"""Lowering: a graph and the files beside it to a workflow.

A node that cannot be lowered is left out and spoken of as a `Problem`, so that the checks see everything that is wrong at
once; `lower` is for those who need it whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from designer.catalog.kind import Input, Lowered, Placed, PortType, Settings
from designer.catalog.needs import Asset, Need, Statement
from designer.catalog.steps import ERROR, Approval, Call, Each, NativeTask, Step
from designer.catalog.tasks import CatchingSettings, retries_of
from designer.catalog.values import Item, ItemIndex, Value
from designer.errors import Refusal
from designer.graph.model import Graph, GraphNode, Link, earlier_nodes, seen_outputs
from designer.graph.nesting import containers
from designer.graph.order import circles, topological_order
from designer.workflow.model import Dependency, Stage, Workflow
from designer.workflow.outputs_seen import OutputsSeen
from designer.workflow.problem import Problem
from designer.workflow.resolving import Resolver, Unresolved
from designer.workflow.understanding import understood_settings


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
    before = earlier_nodes(graph)
    order = topological_order(before)
    progress = _Progress()
    for node_id in _innermost_first(graph, order):
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
        inside=dict(_steps_inside(graph, progress.lowered)),
    )
    return Attempt(workflow=workflow, lowered=progress.lowered, problems=tuple(progress.problems))


def _innermost_first(graph: Graph, order: tuple[str, ...], holder: str = "") -> Iterator[str]:
    """Yield the nodes in their order, but those of a nested graph before the node that holds it, which names them."""
    for node_id in order:
        if graph.inside.get(node_id, "") == holder:
            if graph.nodes[node_id].kind.nests:
                yield from _innermost_first(graph, order, node_id)
            yield node_id


def _steps_inside(graph: Graph, lowered: Mapping[str, Lowered]) -> Iterator[tuple[str, str]]:
    for node_id, holder in graph.inside.items():
        if node_id in lowered and holder in lowered:
            for step in lowered[node_id].steps:
                yield step.id, lowered[holder].steps[-1].id


def _steps(progress: _Progress, node_id: str) -> tuple[Step, ...]:
    return progress.lowered[node_id].steps if node_id in progress.lowered else ()


def _statements(progress: _Progress, node_id: str) -> tuple[Statement, ...]:
    return progress.lowered[node_id].statements if node_id in progress.lowered else ()


def _lower_node(graph: Graph, node: GraphNode, files: Mapping[str, bytes], progress: _Progress) -> None:
    settings, problems = understood_settings(node)
    progress.problems.extend(problems)
    if settings is None:
        return
    placed = Placed(
        id=node.id,
        settings=settings,
        inputs=_inputs(graph, node, progress.lowered),
        resolve=Resolver(graph.document.parameters, OutputsSeen(graph, node.id, progress.lowered)).resolve,
        files=files,
        pipeline=graph.document.name,
        region=graph.document.region,
        each=containers(graph.inside, node.id)[::-1],
        document_settings=graph.document.settings,
    )
    try:
        progress.lowered[node.id] = _with_errors(node.kind.lower(placed), settings)
    except Unresolved as err:
        problem = Problem(node=node.id, setting="", message=str(err), follows=not err.is_news)
        progress.problems.append(problem)
    except ValueError as err:
        progress.problems.append(Problem(node=node.id, setting="", message=str(err)))


def _with_errors(lowered: Lowered, settings: Settings) -> Lowered:
    """Put what the settings say of errors into the steps."""
    if not isinstance(settings, CatchingSettings):
        return lowered
    retries = retries_of(settings)
    steps = tuple(
        replace(step, retries=retries, catches=settings.catch_errors)
        if isinstance(step, Call | NativeTask | Approval | Each)
        else step
        for step in lowered.steps
    )
    return replace(lowered, steps=steps)


def _inputs(graph: Graph, node: GraphNode, lowered: Mapping[str, Lowered]) -> dict[str, tuple[Input, ...]]:
    found: dict[str, list[Input]] = {name: [] for name in node.inputs}
    for link in graph.incoming[node.id]:
        given = _given(graph, link, lowered)
        if link.data and not link.implied and given is not None:
            port = seen_outputs(graph.nodes[link.source], node.id, graph.inside)[link.source_port]
            one = Input(node=link.source, port=link.source_port, type=PortType(port.type), value=given)
            found[link.target_port].append(one)
    return {name: tuple(inputs) for name, inputs in found.items()}


def _given(graph: Graph, link: Link, lowered: Mapping[str, Lowered]) -> Value | None:
    if link.source in containers(graph.inside, link.target):
        return ItemIndex(link.source) if link.source_port == "index" else Item(link.source)
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
    for link in _waited_for(graph, node_id):
        source = lowered.get(link.source)
        if source is None or link.source in seen:
            continue
        if not source.steps:
            yield from _dependencies(graph, link.source, lowered, seen | {node_id})
        elif link.branch == ERROR:
            yield from (Dependency(step=step.id, branch=ERROR) for step in source.steps)
        else:
            yield Dependency(step=source.steps[-1].id, branch=link.branch, data=link.data)


def _waited_for(graph: Graph, node_id: str) -> Iterator[Link]:
    """Yield the links from nodes beside a node to it, or with data to what stands inside it."""
    home = graph.inside.get(node_id, "")
    yield from (link for link in graph.incoming[node_id] if graph.inside.get(link.source, "") == home)
    if not graph.nodes[node_id].kind.nests:
        return
    for inner in graph.inside:
        if node_id in containers(graph.inside, inner):
            yield from (
                link
                for link in graph.incoming[inner]
                if graph.inside.get(link.source, "") == home and link.source != node_id
            )


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
            yield Stage(name=frame.title or frame.id, steps=steps, nodes=frame.nodes)
