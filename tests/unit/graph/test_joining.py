import pytest

from designer.document.model import Document, Node
from designer.graph.joining import why_not
from designer.graph.model import build_graph
from tests.unit.checking.subjects import KINDS
from tests.unit.graph.builders import edge

NODES = {"job": "job", "other": "job", "free": "free", "ask": "request", "decide": "check", "mystery": "teleport"}
GRAPH = build_graph(
    Document(
        name="test",
        nodes={one: Node(id=one, kind=kind) for one, kind in NODES.items()},
        edges=(edge("job.out -> free.one"), edge("job -> decide")),
    ),
    KINDS,
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("job.out -> job.in", "A node cannot feed itself."),
        ("job.out -> free.one", "They are joined already."),
        ("other.out -> free.one", "'One' is fed already, and takes one only."),
        ("ask.model -> other.in", "'Input' takes dataset, and 'Model' gives model."),
        ("job.wrong -> other.in", "One of the nodes has no such port."),
        ("job -> mystery", "One of the nodes is of a kind that this version does not know."),
    ],
)
def test_a_wire_that_cannot_be_drawn_has_one_reason(text: str, reason: str) -> None:
    assert why_not(GRAPH, edge(text)) == reason


@pytest.mark.parametrize("text", ["job.out -> other.in", "decide.then -> other", "free.out -> other.in"])
def test_a_wire_that_can_be_drawn_has_none(text: str) -> None:
    assert why_not(GRAPH, edge(text)) is None
