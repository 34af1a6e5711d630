import pytest

from designer.catalog.palette import KINDS
from designer.checking.rule import Subject
from designer.checking.rules.containers_run_something import RULE
from designer.document.model import Document, Node
from designer.graph.model import build_graph
from designer.workflow.lowering import attempt


def found(kind: str, **settings: object) -> list[tuple[str, str]]:
    document = Document(name="x", nodes={"job": Node(id="job", kind=kind, settings=settings)})
    graph = build_graph(document, {one.id: one for one in KINDS})
    return [(spot.setting, spot.message) for spot in RULE.spots(Subject(graph=graph, attempt=attempt(graph, {})))]


@pytest.mark.parametrize("kind", ["processing", "evaluation"])
def test_a_job_that_was_just_placed_asks_for_its_script(kind: str) -> None:
    assert found(kind) == [("script", "The container of sklearn runs nothing by itself; choose a script.")]


def test_a_framework_is_no_algorithm() -> None:
    ((setting, message),) = found("training", algorithm="pytorch", version="2.2")

    assert setting == "script"
    assert "pytorch" in message


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("processing", {"script": "prepare.py"}),
        ("processing", {"entrypoint": ("python3", "-c", "1")}),
        ("processing", {"image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/own:1"}),
        ("processing", {"framework": "spark"}),
        ("training", {}),
        ("training", {"algorithm": "pytorch", "script": "train.py"}),
        ("training", {"algorithm": ["pytorch"]}),
        ("wait", {}),
    ],
)
def test_what_has_a_program_stays_silent(kind: str, settings: dict[str, object]) -> None:
    assert found(kind, **settings) == []
