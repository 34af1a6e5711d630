"""Small pipelines to hold rules against."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.settings import Settings
from designer.catalog.steps import Call
from designer.checking.rule import Rule, Spot, Subject
from designer.document.model import Document, Node, Parameter
from designer.graph.model import build_graph
from designer.workflow.lowering import attempt
from designer.workflow.model import Workflow
from designer.workflow.support import Level, Support
from designer.workflow.targets import Target
from tests.unit.graph.builders import CHECK, JOB, edge


class FreeSettings(Settings):
    """Settings that take anything a rule may look into."""

    text: str = ""
    code: Annotated[str, Form(editor="code")] = ""
    table: dict[str, str] = Field(default_factory=dict)
    role: str = ""


class RequestSettings(Settings):
    """Settings that become members of a request."""

    shards: Annotated[int, Form(shape="kinesis:CreateStream:ShardCount")] = 1
    stream_name: str = "events"


def _lower_free(placed: Placed) -> Lowered:
    placed.resolve(dict(placed.settings))
    call = Call(id=placed.id, node=placed.id, service="sts", operation="GetCallerIdentity", request={})
    return Lowered(steps=(call,), outputs={"out": f"s3://bucket/{placed.id}"})


def _lower_request(placed: Placed) -> Lowered:
    settings = placed.settings
    assert isinstance(settings, RequestSettings)
    request = {"StreamName": settings.stream_name, "ShardCount": settings.shards}
    call = Call(id=placed.id, node=placed.id, service="kinesis", operation="CreateStream", request=request)
    return Lowered(steps=(call,))


FREE = Kind(
    id="free",
    title="Free",
    summary="Has settings of every sort.",
    category=Category.PREPARE,
    settings=FreeSettings,
    lower=_lower_free,
    inputs=fixed(Port(name="one", type=PortType.DATASET, title="One", required=True)),
    outputs=fixed(Port(name="out", type=PortType.DATASET, title="Output")),
)
REQUEST = Kind(
    id="request",
    title="Request",
    summary="Asks AWS for something.",
    category=Category.PREPARE,
    settings=RequestSettings,
    lower=_lower_request,
    outputs=fixed(Port(name="model", type=PortType.MODEL, title="Model")),
)
STATE = Kind(
    id="state",
    title="State",
    summary="A state as it was written.",
    category=Category.CONTROL,
    settings=FreeSettings,
    lower=lambda _: Lowered(),
    branches=lambda _: ("next",),
    kept=True,
)
KINDS: Mapping[str, Kind] = {kind.id: kind for kind in (JOB, CHECK, FREE, REQUEST, STATE)}


def document(
    nodes: Mapping[str, str] | None = None,
    *edges: str,
    settings: Mapping[str, Mapping[str, object]] | None = None,
    parameters: tuple[Parameter, ...] = (),
    name: str = "test",
) -> Document:
    """Return a document with nodes of these kinds, joined by these edges."""
    texts = settings or {}
    return Document(
        name=name,
        nodes={one: Node(id=one, kind=kind, settings=texts.get(one, {})) for one, kind in (nodes or {}).items()},
        edges=tuple(edge(text) for text in edges),
        parameters={one.name: one for one in parameters},
    )


def subject(of: Document, target: Target | None = None) -> Subject:
    """Return what a rule is given for a document."""
    graph = build_graph(of, KINDS)
    return Subject(graph=graph, attempt=attempt(graph, {}), target=target)


def spots(rule: Rule, of: Document, target: Target | None = None) -> list[Spot]:
    """Return what a rule finds in a document."""
    return list(rule.spots(subject(of, target)))


def fixed_by(rule: Rule, of: Document) -> Document:
    """Return the document after the first finding's fix."""
    fix = spots(rule, of)[0].fix
    assert fix is not None
    assert fix.title
    return fix.edit(of)


def target(target_id: str, *impossible: str) -> Target:
    """Return a target that cannot take these nodes."""

    def support(workflow: Workflow) -> tuple[Support, ...]:
        return tuple(
            Support(node=step.node, level=Level.IMPOSSIBLE, reason="It has no such step.")
            if step.node in impossible
            else Support(node=step.node, level=Level.NATIVE)
            for step in workflow.steps
        )

    return Target(
        id=target_id,
        title=target_id.title(),
        definition="pipeline.json",
        resource_type="AWS::Test::Pipeline",
        support=support,
        render=lambda _: (),
    )
