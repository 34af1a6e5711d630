from designer.catalog.kinds.pipeline_call import KIND
from designer.catalog.values import AsText, ParameterValue
from tests.unit.catalog.kinds.placing import complaints, place, the_call


def test_botocore_accepts_the_request() -> None:
    said = complaints(the_call(place(KIND, {"pipeline": "score", "parameters": {"Depth": 3}})))

    assert said == ""


def test_parameters_are_handed_over_as_text() -> None:
    request = the_call(place(KIND, {"pipeline": "score", "parameters": {"A": True, "B": "${params.Count}"}})).request

    assert request["PipelineParameters"] == [
        {"Name": "A", "Value": "true"},
        {"Name": "B", "Value": AsText(ParameterValue("Count", "Integer"))},
    ]


def test_the_end_of_the_other_pipeline_is_awaited() -> None:
    wait = the_call(place(KIND, {"pipeline": "score"})).wait

    assert wait is not None
    assert (wait.describe, wait.answer) == ("DescribePipelineExecution", ("PipelineExecutionArn",))
