"""What an edge means to an engine: order, a branch, a failure, a way back, or something that is handed on."""

from collections.abc import Iterator
from enum import StrEnum

from designer.catalog.branches import ERROR
from designer.catalog.ports import PortType
from designer.catalog.values import FileValue, StepOutput, expressions_in
from designer.graph.model import Graph, Link, earlier_nodes, seen_outputs
from designer.graph.nesting import containers
from designer.graph.order import circles
from designer.workflow.lowering import Attempt


class Join(StrEnum):
    """The sorts of edges. A `VALUE` is known only once the earlier node has run, an `ADDRESS` beforehand."""

    ORDER = "order"
    BRANCH = "branch"
    FAILURE = "failure"
    WAY_BACK = "way back"
    VALUE = "value"
    ADDRESS = "address"
    ITEM = "item"
    ARTIFACT = "artifact"


def joins_of(attempt: Attempt) -> Iterator[tuple[Link, Join]]:
    """Yield each drawn edge that joins something, with its sort, in the order of the document."""
    graph = attempt.graph
    rounds = circles(earlier_nodes(graph)) if attempt.workflow.has_cycles else ()
    for link in graph.links:
        if not link.implied:
            yield link, _of_data(link, graph, attempt) if link.data else _of_flow(link, rounds)


def _of_data(link: Link, graph: Graph, attempt: Attempt) -> Join:
    source = graph.nodes[link.source]
    if link.source in containers(graph.inside, link.target):
        return Join.ITEM
    port = seen_outputs(source, link.target, graph.inside).get(link.source_port)
    if port is not None and port.type is PortType.SOURCE:
        return Join.ARTIFACT
    lowered = attempt.lowered.get(link.source)
    given = lowered.outputs.get(link.source_port) if lowered else None
    is_answer = any(isinstance(one, StepOutput | FileValue) for one in expressions_in(given))
    return Join.VALUE if is_answer else Join.ADDRESS


def _of_flow(link: Link, rounds: tuple[tuple[str, ...], ...]) -> Join:
    if link.branch == ERROR:
        return Join.FAILURE
    if not link.branch:
        return Join.ORDER
    return Join.WAY_BACK if any(link.source in one and link.target in one for one in rounds) else Join.BRANCH
