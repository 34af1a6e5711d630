"""Lowering: a graph and the files beside it to a workflow.

A node that cannot be lowered is left out and spoken of as a `Problem`, so that the checks see everything that is wrong at
once; `lower` is for those who need it whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from designer.catalog.branches import ERROR
from designer.catalog.needs import Asset, Need, Statement
from designer.catalog.placed import Input, Lowered, Placed
from designer.catalog.ports import PortType
from designer.catalog.settings import Settings
from designer.catalog.steps import Approval, Call, Each, NativeTask, Step
from designer.catalog.tasks import CatchingSettings, retries_of
from designer.catalog.values import Item, ItemIndex, Value
from designer.errors import Refusal
from designer.graph.model import Graph, GraphNode, Link, earlier_nodes, seen_outputs
from designer.graph.nesting import containers
from designer.graph.order import goes_round, topological_order
from designer.workflow.model import Dependency, Stage, Workflow
from designer.workflow.outputs_seen import OutputsSeen
from designer.workflow.problem import Problem
from designer.workflow.resolving import Resolver, Unresolved
from designer.workflow.understanding import understood_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """The workflow as far as it goes, what each node became, and what stood in the way."""

    graph: Graph
    files: Mapping[str, bytes]
    workflow: Workflow
    lowered: Mapping[str, Lowered]
    problems: tuple[Problem, ...]


@dataclass(slots=True, kw_only=True)
class _Progress:
    lowered: dict[str, Lowered] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    same: frozenset[str] = frozenset()


def lower(graph: Graph, files: Mapping[str, bytes]) -> Workflow:
    """Lower a whole graph, or refuse with the first thing in the way."""
    found = attempt(graph, files)
    if found.problems:
        first = found.problems[0]
        place = f"{first.node}, {first.setting}" if first.setting else first.node
        raise Refusal(f"{place}: {first.message}", hint="`check` lists everything that is wrong.")
    return found.workflow


def attempt(graph: Graph, files: Mapping[str, bytes], known: Attempt | None = None) -> Attempt:
    """Lower what can be lowered. `files` are those beside the document, by relative path.

    `known` is the attempt at an earlier state of the document: what could not have changed is taken from it.
    """
    before = earlier_nodes(graph)
    order = topological_order(before)
    progress = _begun(graph, files, order, known)
    for node_id in _innermost_first(graph, order):
        if node_id not in progress.same:
            _lower_node(graph, graph.nodes[node_id], files, progress)
    steps = tuple(step for node_id in order for step in _steps(progress, node_id))
    document = graph.document
    workflow = Workflow(
        name=document.name,
        description=document.description,
        region=document.region,
        parameters=tuple(document.parameters.values()),
        steps=steps,
        after=_after(graph, order, progress.lowered, _known_waits(progress, known)),
        document=document,
        needs=_unique_needs(progress.lowered[node_id] for node_id in order if node_id in progress.lowered),
        statements=tuple(one for node_id in order for one in _statements(progress, node_id)),
        stages=tuple(_stages(graph, progress.lowered)),
        settings=document.settings,
        has_cycles=goes_round(order, before),
        inside=dict(_steps_inside(graph, progress.lowered)),
    )
    return Attempt(
        graph=graph, files=files, workflow=workflow, lowered=progress.lowered, problems=tuple(progress.problems)
    )


def _begun(graph: Graph, files: Mapping[str, bytes], order: tuple[str, ...], known: Attempt | None) -> _Progress:
    """Return what is known already: what became of the nodes that are as they were, and all before them too."""
    if known is None or not _is_alike(graph, files, known):
        return _Progress()
    same: set[str] = set()
    for node_id in order:
        if _is_same(graph, known.graph, node_id) and all(link.source in same for link in graph.incoming[node_id]):
            same.add(node_id)
    return _Progress(
        lowered={node_id: lowered for node_id, lowered in known.lowered.items() if node_id in same},
        problems=[problem for problem in known.problems if problem.node in same],
        same=frozenset(same),
    )


def _is_alike(graph: Graph, files: Mapping[str, bytes], known: Attempt) -> bool:
    """Say whether all that concerns every node is as it was."""
    now, then = graph.document, known.graph.document
    return (
        (now.name, now.region, graph.inside) == (then.name, then.region, known.graph.inside)
        and now.parameters == then.parameters
        and now.settings == then.settings
        and files == known.files
    )


def _is_same(graph: Graph, then: Graph, node_id: str) -> bool:
    """Say whether a node and what leads to it are as they were; one that holds others hangs on those inside too."""
    node = graph.nodes[node_id]
    if then.nodes.get(node_id) is not node or node.kind.nests:
        return False
    return graph.incoming[node_id] == then.incoming[node_id]


def _known_waits(progress: _Progress, known: Attempt | None) -> Mapping[str, tuple[Dependency, ...]]:
    """Return what the steps of the nodes that are as they were wait for."""
    if known is None:
        return {}
    steps = (
        step.id for node_id in progress.same if node_id in progress.lowered for step in progress.lowered[node_id].steps
    )
    return {step: known.workflow.after[step] for step in steps}


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


def _after(
    graph: Graph,
    order: tuple[str, ...],
    lowered: Mapping[str, Lowered],
    known: Mapping[str, tuple[Dependency, ...]],
) -> dict[str, tuple[Dependency, ...]]:
    after: dict[str, tuple[Dependency, ...]] = {}
    for node_id in order:
        steps = lowered[node_id].steps if node_id in lowered else ()
        for place, step in enumerate(steps):
            if step.id in known:
                after[step.id] = known[step.id]
            elif place:
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
