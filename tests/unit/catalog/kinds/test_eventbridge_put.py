import json

from designer.catalog.kinds.eventbridge_put import KIND
from designer.catalog.values import JsonText, StepOutput
from tests.unit.catalog.kinds.placing import complaints, place, the_call


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {"detail": {"a": 1}, "bus": "ml"}))) == ""


def test_the_detail_is_json_with_the_values_joined() -> None:
    model = StepOutput("train", ("ModelName",))

    plain = the_call(place(KIND, {"detail": {"a": 1}})).request["Entries"]
    joined = the_call(place(KIND, {}, inputs={"values": model})).request["Entries"]

    assert isinstance(plain, list)
    assert isinstance(joined, list)
    assert json.loads(plain[0]["Detail"]) == {"a": 1}
    assert "EventBusName" not in plain[0]
    assert joined[0]["Detail"] == JsonText((("out", model),))
