import pytest

from designer.catalog.kinds import create_model
from designer.catalog.kinds.deploy_endpoint import KIND
from designer.catalog.steps import Call
from designer.catalog.values import StepOutput
from designer.document.model import Document, Edge, Node
from designer.graph.model import build_graph
from designer.workflow.lowering import attempt
from tests.unit.catalog.kinds.placing import calls, complaints, place

MODEL = StepOutput("model", ("ModelName",))
PACKAGE = StepOutput("register", ("ModelPackageArn",))


@pytest.mark.parametrize(
    "settings",
    [{}, {"serverless_memory_mb": 2048}, {"capture_uri": "s3://a/b"}, {"instance_count": "${params.Count}"}],
)
def test_botocore_accepts_the_requests(settings: dict[str, object]) -> None:
    lowered = place(KIND, settings, inputs={"model": MODEL})

    assert [complaints(call) for call in calls(lowered)] == ["", ""]


def test_a_configuration_of_its_own_comes_before_the_endpoint() -> None:
    config, endpoint = calls(place(KIND, {"endpoint_name": "churn"}, inputs={"model": MODEL}))

    assert (config.id, endpoint.id) == ("node-config", "node")
    assert config.name_member == "EndpointConfigName"
    assert endpoint.request == {
        "EndpointName": "churn",
        "EndpointConfigName": StepOutput("node-config", ("EndpointConfigName",)),
    }


def test_an_endpoint_that_exists_is_updated_and_waited_for() -> None:
    endpoint = calls(place(KIND, {}, inputs={"model": MODEL}))[-1]

    assert endpoint.update == "UpdateEndpoint"
    assert endpoint.wait is not None
    assert endpoint.wait.succeeded == ("InService",)


def test_a_registered_version_is_made_a_model_first() -> None:
    lowered = place(KIND, {}, inputs={"model_package": PACKAGE})

    made, config, _ = calls(lowered)
    assert made.request["PrimaryContainer"] == {"ModelPackageName": PACKAGE}
    variant = config.request["ProductionVariants"][0]  # type: ignore[index]
    assert variant["ModelName"] == StepOutput("node-model", ("ModelName",))
    assert complaints(made) == ""


@pytest.mark.parametrize("inputs", [{}, {"model": MODEL, "model_package": PACKAGE}])
def test_exactly_one_thing_is_deployed(inputs: dict[str, StepOutput]) -> None:
    with pytest.raises(ValueError, match="either a model or a registered version"):
        place(KIND, {}, inputs=inputs)


def test_the_name_made_for_an_endpoint_is_one_that_aws_takes() -> None:
    node = Node(id="my_endpoint", kind=KIND.id)
    model = Node(id="model", kind="create_model")
    edge = Edge(source="model", source_port="model", target="my_endpoint", target_port="model")
    drawn = Document(name="churn_2", nodes={"model": model, node.id: node}, edges=(edge,))

    made = attempt(build_graph(drawn, {KIND.id: KIND, "create_model": create_model.KIND}), {})
    endpoint = made.workflow.step("my_endpoint")
    assert isinstance(endpoint, Call)
    assert endpoint.request["EndpointName"] == "churn-2-my-endpoint"
