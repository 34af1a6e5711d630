import pytest
from pydantic import ValidationError

from designer.catalog.kinds.aws_call import KIND
from designer.catalog.steps import Wait
from designer.catalog.values import Deployed, ParameterValue, StepOutput
from tests.unit.catalog.kinds.placing import complaints, names, place, the_call

QUERY = {"service": "dynamodb", "operation": "Query", "request": {"TableName": "${params.Machine}", "Limit": 5}}


def test_the_request_is_sent_as_it_is_written_with_its_references() -> None:
    call = the_call(place(KIND, QUERY))

    assert (call.service, call.operation) == ("dynamodb", "Query")
    assert call.request == {"TableName": ParameterValue("Machine"), "Limit": 5}
    assert complaints(call) == ""


def test_values_of_the_answer_are_outputs() -> None:
    settings = {**QUERY, "outputs": {"first": "Items.0.name.S"}}

    assert place(KIND, settings).outputs == {"first": StepOutput("node", ("Items", 0, "name", "S"))}
    assert list(names(KIND.outputs(settings))) == ["first"]


def test_a_value_joined_is_a_member_that_the_request_does_not_hold_yet() -> None:
    found = place(KIND, {"service": "s3", "operation": "ListObjectsV2"}, inputs={"values": Deployed("ArtifactBucket")})

    assert the_call(found).request == {"out": Deployed("ArtifactBucket")}


def test_the_end_is_awaited_as_the_settings_say() -> None:
    wait = {
        "describe": "GetJobRun",
        "identifier": "RunId",
        "status": "JobRun.JobRunState",
        "succeeded": ["SUCCEEDED"],
        "failed": ["FAILED"],
        "answer": "JobRunId",
    }

    call = the_call(place(KIND, {"service": "glue", "operation": "StartJobRun", "wait": wait}))

    assert call.wait == Wait(
        describe="GetJobRun",
        identifier="RunId",
        status=("JobRun", "JobRunState"),
        succeeded=("SUCCEEDED",),
        failed=("FAILED",),
        answer=("JobRunId",),
    )


def test_service_and_operation_must_be_named() -> None:
    with pytest.raises(ValidationError):
        place(KIND, {"service": "", "operation": "Query"})


def test_what_is_waited_for_must_be_named_somewhere() -> None:
    wait = {"describe": "GetJobRun", "identifier": "RunId", "status": "a", "succeeded": ["b"], "failed": ["c"]}

    with pytest.raises(ValueError, match="the request must hold 'RunId'"):
        place(KIND, {"service": "glue", "operation": "StartJobRun", "wait": wait})
