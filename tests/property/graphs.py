"""Random graphs without circles: conditions, joins, merges, fan-outs, nested graphs, and failures that are caught."""

from hypothesis import strategies as st

from designer.catalog.branches import ELSE, ERROR, THEN
from designer.catalog.kind import Category, Kind
from designer.catalog.kinds import map_
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.steps import Call, Choice, Comparison
from designer.catalog.tasks import CatchingSettings
from designer.catalog.values import AsText, ParameterValue, StepOutput, joined
from designer.document.model import Document, Edge, Node, Parameter
from designer.graph.model import Graph, build_graph
from designer.graph.nesting import containers

THERE = "there"
"""A bucket that must exist where the graph runs; a call whose parameter names another one fails."""


def _call(placed: Placed) -> Lowered:
    read = [AsText(one.value) for one in placed.inputs.get("data", ())]
    request = {"Bucket": ParameterValue(placed.id), "Prefix": joined("x", *read)}
    call = Call(id=placed.id, node=placed.id, service="s3", operation="ListObjectsV2", request=request)
    return Lowered(steps=(call,), outputs={"value": StepOutput(placed.id, ("KeyCount",))})


def _choice(placed: Placed) -> Lowered:
    condition = Comparison(ParameterValue(placed.id), "==", THEN)
    return Lowered(steps=(Choice(id=placed.id, node=placed.id, condition=condition),))


KINDS = {
    "call": Kind(
        id="call",
        title="Call",
        summary="Calls.",
        category=Category.CONTROL,
        settings=CatchingSettings,
        lower=_call,
        inputs=fixed(Port(name="data", type=PortType.VALUE, title="Data", many=True)),
        outputs=fixed(Port(name="value", type=PortType.VALUE, title="Value")),
    ),
    "choice": Kind(
        id="choice",
        title="Choice",
        summary="Chooses.",
        category=Category.CONTROL,
        settings=CatchingSettings,
        lower=_choice,
        branches=lambda _: (THEN, ELSE),
    ),
    "map": map_.KIND,
}


@st.composite
def graphs(draw: st.DrawFn, kinds: tuple[str, ...] = ("call", "call", "choice", "map"), most: int = 8) -> Graph:
    """Draw a graph; the parameter of a call names a bucket, that of a choice the branch that is taken."""
    names = [f"n-{number}" for number in range(draw(st.integers(1, most)))]
    nodes: dict[str, Node] = {}
    for name in names:
        holders = [node.id for node in nodes.values() if node.kind == "map"]
        inside = draw(st.sampled_from(["", *holders]))
        nodes[name] = Node(id=name, kind=draw(st.sampled_from(kinds)), inside=inside)
    inner = {name: node.inside for name, node in nodes.items() if node.inside}
    edges = [
        edge
        for place, target in enumerate(names)
        for source in sorted(draw(st.sets(st.sampled_from(names[:place]), max_size=3)) if place else ())
        if (edge := draw(_edge(nodes[source], nodes[target], inner))) is not None
    ]
    parameters = {
        name: Parameter(name=name, default=THERE if node.kind == "call" else THEN)
        for name, node in nodes.items()
        if node.kind != "map"
    }
    with_items = {
        name: Node(id=name, kind="map", inside=node.inside, settings=draw(_map_settings(name, nodes)))
        if node.kind == "map"
        else node
        for name, node in nodes.items()
    }
    document = Document(name="drawn", nodes=with_items, edges=tuple(edges), parameters=parameters)
    return build_graph(document, KINDS)


@st.composite
def _map_settings(draw: st.DrawFn, name: str, nodes: dict[str, Node]) -> dict[str, object]:
    """Draw the items; the result is what a call inside gives, or null when that is skipped."""
    inside = [node.id for node in nodes.values() if node.inside == name and node.kind == "call"]
    settings: dict[str, object] = {"items": draw(st.sampled_from([["a"], ["a", "b"]]))}
    if inside:
        settings["result"] = draw(st.sampled_from(["", f"${{{inside[0]}.value}}"]))
    return settings


def _place(name: str) -> int:
    return int(name.removeprefix("n-"))


@st.composite
def _edge(draw: st.DrawFn, source: Node, target: Node, inside: dict[str, str]) -> Edge | None:
    around = containers(inside, target.id)
    if source.id in around:
        port = draw(st.sampled_from(["item", "index"]))
        taken = Edge(source=source.id, source_port=port, target=target.id, target_port="data")
        return taken if target.kind == "call" else None
    seen = source.inside == "" or source.inside in around
    beside = next((one for one in (target.id, *around) if inside.get(one, "") == source.inside), target.id)
    if _place(beside) < _place(source.id):
        return None
    gives, takes = {"call": "value", "map": "results"}.get(source.kind), target.kind == "call"
    if gives and takes and seen and draw(st.booleans()):
        return Edge(source=source.id, source_port=gives, target=target.id, target_port="data")
    if source.inside != target.inside:
        return None
    ways = [THEN, ELSE] if source.kind == "choice" else ["", "", ERROR]
    return Edge(source=source.id, source_port=draw(st.sampled_from(ways)), target=target.id)
