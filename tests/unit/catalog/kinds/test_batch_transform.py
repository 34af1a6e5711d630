from designer.catalog.kinds.batch_transform import KIND
from designer.catalog.values import Deployed, ExecutionValue, StepOutput, Value, joined
from tests.unit.catalog.kinds.placing import complaints, place, the_call

INPUTS: dict[str, Value] = {"model": StepOutput("make", ("ModelName",)), "data": "s3://data/all/"}


def test_botocore_accepts_the_request() -> None:
    settings = {"input_filter": "$[1:]", "join_input": True, "output_filter": "$[0,-1]", "batch": "SingleRecord"}

    assert complaints(the_call(place(KIND, settings, inputs=INPUTS))) == ""


def test_the_model_reads_the_data_and_the_predictions_are_a_dataset() -> None:
    found = place(KIND, {}, inputs=INPUTS)

    request = the_call(found).request
    folder = joined("s3://", Deployed("ArtifactBucket"), "/churn/node/predictions/", ExecutionValue("id"))
    assert request["ModelName"] == INPUTS["model"]
    assert found.outputs == {"predictions": folder}
    assert "DataProcessing" not in request


def test_predictions_may_be_joined_to_the_records() -> None:
    request = the_call(place(KIND, {"join_input": True}, inputs=INPUTS)).request

    assert request["DataProcessing"] == {"JoinSource": "Input"}
