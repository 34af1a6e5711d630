from designer.catalog.kinds.athena_query import KIND
from designer.catalog.values import Deployed, ExecutionValue, ParameterValue, StepOutput, joined
from tests.unit.catalog.kinds.placing import complaints, names, place, the_call


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {"query": "SELECT 1", "database": "lake"}))) == ""


def test_the_result_goes_to_a_folder_of_the_execution_and_is_a_dataset() -> None:
    found = place(KIND, {"query": "SELECT '${params.Machine}'"})

    request = the_call(found).request
    folder = joined("s3://", Deployed("ArtifactBucket"), "/churn/node/result/", ExecutionValue("id"))
    assert request["ResultConfiguration"] == {"OutputLocation": folder}
    assert request["QueryString"] == joined("SELECT '", ParameterValue("Machine"), "'")
    assert found.outputs["result"] == StepOutput("node", ("QueryExecution", "ResultConfiguration", "OutputLocation"))
    assert names(KIND.outputs({})) == {"result": "dataset"}
