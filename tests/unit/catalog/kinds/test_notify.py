import pytest

from designer.catalog.kinds.notify import KIND
from designer.catalog.values import Joined, StepOutput
from tests.unit.catalog.kinds.placing import complaints, place, the_call

ARN = "arn:aws:sns:eu-west-1:123456789012:ml"


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {"subject": "Done", "emails": ["ml@example.com"]}))) == ""


def test_values_joined_are_added_to_the_message() -> None:
    model = StepOutput("model", ("ModelName",))

    request = the_call(place(KIND, {"message": "Done.", "topic_arn": ARN}, inputs={"values": model})).request

    assert request["Message"] == Joined(("Done.\nbefore.out: ", model))


def test_addresses_do_not_go_with_a_topic_that_exists() -> None:
    with pytest.raises(ValueError, match="a topic is given already"):
        place(KIND, {"emails": ["ml@example.com"], "topic_arn": ARN})
