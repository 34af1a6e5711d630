"""Small kinds and graphs for tests."""

from collections.abc import Mapping

from designer.catalog.branches import ELSE, THEN
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.settings import Settings
from designer.catalog.steps import Call
from designer.document.model import Document, Edge, Node
from designer.graph.model import Graph, build_graph


class AnySettings(Settings):
    """Settings of the test kinds."""

    text: str = ""


def lower_job(placed: Placed) -> Lowered:
    """Become one harmless call."""
    call = Call(id=placed.id, node=placed.id, service="sts", operation="GetCallerIdentity", request={})
    return Lowered(steps=(call,), outputs={"out": f"s3://bucket/{placed.id}"})


JOB = Kind(
    id="job",
    title="Job",
    summary="Does something.",
    category=Category.PREPARE,
    settings=AnySettings,
    lower=lower_job,
    inputs=fixed(Port(name="in", type=PortType.DATASET, title="Input", many=True)),
    outputs=fixed(Port(name="out", type=PortType.DATASET, title="Output")),
)
CHECK = Kind(
    id="check",
    title="Condition",
    summary="Decides.",
    category=Category.CONTROL,
    settings=AnySettings,
    lower=lambda _: Lowered(),
    branches=lambda _: (THEN, ELSE),
)
KINDS: Mapping[str, Kind] = {kind.id: kind for kind in (JOB, CHECK)}


def edge(text: str) -> Edge:
    """Return the edge that a text such as `a.out -> b.in` means."""
    source, target = text.split(" -> ")
    source, _, source_port = source.partition(".")
    target, _, target_port = target.partition(".")
    return Edge(source=source, source_port=source_port, target=target, target_port=target_port)


def graph(*edges: str, checks: tuple[str, ...] = (), settings: Mapping[str, str] | None = None) -> Graph:
    """Return a graph of jobs and conditions that these edges name."""
    understood = tuple(edge(text) for text in edges)
    names = dict.fromkeys(name for one in understood for name in (one.source, one.target))
    texts = settings or {}
    nodes = {
        name: Node(
            id=name,
            kind="check" if name in checks else "job",
            settings={"text": texts[name]} if name in texts else {},
        )
        for name in (*names, *(name for name in texts if name not in names))
    }
    return build_graph(Document(name="test", nodes=nodes, edges=understood), KINDS)
