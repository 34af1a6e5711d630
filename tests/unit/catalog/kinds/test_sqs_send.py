import json

import pytest

from designer.catalog.kinds.sqs_send import KIND
from designer.catalog.values import JsonText, StepOutput
from tests.unit.catalog.kinds.placing import complaints, place, the_call

URL = "https://sqs.eu-west-1.amazonaws.com/123456789012/work"


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {"queue_url": URL, "message": {"a": "b"}, "group_id": "one"}))) == ""


def test_the_message_is_json_with_the_values_joined() -> None:
    model = StepOutput("train", ("ModelName",))

    plain = the_call(place(KIND, {"queue_url": URL, "message": {"a": 1}})).request
    request = the_call(place(KIND, {"queue_url": URL, "message": {"a": 1}}, inputs={"values": model})).request

    assert json.loads(str(plain["MessageBody"])) == {"a": 1}
    assert request["MessageBody"] == JsonText((("a", 1), ("out", model)))


def test_an_empty_message_is_refused() -> None:
    with pytest.raises(ValueError, match="message is empty"):
        place(KIND, {"queue_url": URL})
