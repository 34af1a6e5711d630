from designer.catalog.palette import KINDS
from designer.checking.rule import Spot, Subject
from designer.checking.rules.traffic_encrypted import RULE
from designer.document.model import Document, Edge, Node
from designer.graph.model import build_graph
from designer.workflow.lowering import attempt


def training(**settings: object) -> Document:
    nodes = {
        "data": Node(id="data", kind="s3_data", settings={"uri": "s3://some-bucket/train/"}),
        "train": Node(id="train", kind="training", settings=settings),
    }
    edge = Edge(source="data", source_port="dataset", target="train", target_port="train")
    return Document(name="churn", nodes=nodes, edges=(edge,))


def found_in(document: Document) -> list[Spot]:
    graph = build_graph(document, {kind.id: kind for kind in KINDS})
    return list(RULE.spots(Subject(graph=graph, attempt=attempt(graph, {}))))


def test_a_job_on_two_machines_that_talk_in_the_clear_is_found() -> None:
    found = found_in(training(instance_count=2))

    assert [(spot.node, spot.setting) for spot in found] == [("train", "encrypt_traffic")]


def test_a_job_on_one_machine_stays_silent() -> None:
    assert found_in(training(instance_count=1)) == []


def test_the_fix_encrypts_the_traffic() -> None:
    document = training(instance_count=2)
    fix = found_in(document)[0].fix

    assert fix is not None
    assert found_in(fix.edit(document)) == []
