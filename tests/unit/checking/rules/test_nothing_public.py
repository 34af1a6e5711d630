import pytest

from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.settings import Settings
from designer.catalog.steps import Call
from designer.checking.rule import Spot, Subject
from designer.checking.rules.nothing_public import RULE
from designer.document.model import Document, Node
from designer.graph.model import build_graph
from designer.workflow.lowering import attempt


def found_for(request: dict[str, object]) -> list[Spot]:
    def lower(placed: Placed) -> Lowered:
        return Lowered(steps=(Call(id=placed.id, node=placed.id, service="ecs", operation="RunTask", request=request),))

    kind = Kind(id="task", title="Task", summary="Runs.", category=Category.DEPLOY, settings=Settings, lower=lower)
    graph = build_graph(Document(name="open", nodes={"run": Node(id="run", kind="task")}), {"task": kind})
    return list(RULE.spots(Subject(graph=graph, attempt=attempt(graph, {}))))


@pytest.mark.parametrize(
    ("request_", "setting"),
    [
        ({"networkConfiguration": {"assignPublicIp": "ENABLED"}}, "networkConfiguration.assignPublicIp"),
        ({"ACL": "public-read"}, "ACL"),
        ({"Statement": [{"Principal": "*"}]}, "Statement.0.Principal"),
    ],
)
def test_what_is_open_to_everybody_is_found_with_its_place(request_: dict[str, object], setting: str) -> None:
    found = found_for(request_)

    assert [(spot.node, spot.setting) for spot in found] == [("run", setting)]


def test_what_is_closed_stays_silent() -> None:
    assert found_for({"networkConfiguration": {"assignPublicIp": "DISABLED"}, "ACL": "private", "Note": "*"}) == []
