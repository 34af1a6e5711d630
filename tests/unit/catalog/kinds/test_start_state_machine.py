import json

from designer.catalog.kinds.start_state_machine import KIND
from designer.catalog.values import Deployed, JsonText, ParameterValue, StepOutput, joined
from tests.unit.catalog.kinds.placing import complaints, place, the_call

ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:other"


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {"state_machine": ARN, "input": {"a": 1}}))) == ""


def test_the_input_is_json_also_where_a_value_is_known_later() -> None:
    plain = the_call(place(KIND, {"state_machine": ARN, "input": {"a": 1}})).request
    later = the_call(place(KIND, {"state_machine": ARN, "input": {"a": "${params.Count}"}})).request

    assert json.loads(str(plain["input"])) == {"a": 1}
    assert later["input"] == JsonText((("a", ParameterValue("Count", "Integer")),))


def test_a_name_becomes_the_arn_of_a_machine_of_this_account() -> None:
    request = the_call(place(KIND, {"state_machine": "other"})).request

    parts = ("arn:", Deployed("Partition"), ":states", ":", Deployed("Region"), ":", Deployed("AccountId"), ":")
    assert request["stateMachineArn"] == joined(*parts, "stateMachine:other")


def test_who_does_not_wait_is_given_the_arn_of_the_execution() -> None:
    waiting, going_on = (place(KIND, {"state_machine": ARN, "wait": wait}) for wait in (True, False))

    assert the_call(waiting).wait is not None
    assert waiting.outputs == {"answer": StepOutput("node", ("output",))}
    assert the_call(going_on).wait is None
    assert going_on.outputs == {"answer": StepOutput("node", ("executionArn",))}
