import pytest

from designer.document.model import Document, Edge, Node, Parameter
from designer.usecases.portability import Change, conversion
from designer.usecases.project import Project
from designer.usecases.targets import target


def changes(document: Document, before: str, after: str) -> dict[tuple[str, str], Change]:
    found = conversion(Project(document=document, files={}), target(before), target(after))
    return {(one.node, one.about): one for one in found}


@pytest.fixture
def pipeline() -> Document:
    nodes = (
        Node(id="data", kind="s3_data", settings={"uri": "s3://data/in/"}),
        Node(id="train", kind="training", settings={"cache_for": "P7D"}),
        Node(id="ask", kind="condition", settings={"when": "${params.Go} == true"}),
        Node(id="pause", kind="wait"),
    )
    return Document(
        name="churn",
        nodes={node.id: node for node in nodes},
        parameters={"Go": Parameter(name="Go", type="Boolean", default=True)},
        edges=(
            Edge(source="data", source_port="dataset", target="train", target_port="train"),
            Edge(source="train", target="ask"),
            Edge(source="ask", source_port="then", target="pause"),
        ),
    )


def test_a_node_that_the_other_engine_cannot_take_is_told_with_the_reason(pipeline: Document) -> None:
    found = changes(pipeline, "stepfunctions", "sagemaker")

    assert found["pause", "support"].before == "Native."
    assert found["pause", "support"].after.startswith("Impossible: SageMaker Pipelines has no step that waits")


def test_what_behaves_otherwise_is_told_for_the_nodes_that_it_concerns(pipeline: Document) -> None:
    found = changes(pipeline, "sagemaker", "codepipeline")

    assert "reused" in found["train", "cache"].before
    assert "every time" in found["train", "cache"].after
    assert "end as succeeded" in found["ask", "branches"].after
    assert ("pause", "cache") not in found


def test_nothing_changes_on_the_way_to_the_same_engine(pipeline: Document) -> None:
    assert changes(pipeline, "sagemaker", "sagemaker") == {}


def test_changes_stand_in_the_order_of_the_nodes(pipeline: Document) -> None:
    nodes = [node for node, _ in changes(pipeline, "sagemaker", "codepipeline")]

    assert nodes == sorted(nodes, key=list(pipeline.nodes).index)
