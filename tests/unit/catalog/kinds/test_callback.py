import pytest

from designer.catalog.kinds.callback import KIND
from designer.catalog.values import Deployed, JsonText, StepOutput, TaskToken
from tests.unit.catalog.kinds.placing import complaints, place, the_call

_QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/work"


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {"queue_url": _QUEUE, "message": {"what": "check"}}))) == ""


def test_the_message_holds_the_token_and_what_is_told() -> None:
    call = the_call(place(KIND, {"queue_url": _QUEUE}, inputs={"values": Deployed("ArtifactBucket")}))

    told = JsonText((("out", Deployed("ArtifactBucket")),))
    assert call.token
    assert call.request["MessageBody"] == JsonText((("token", TaskToken()), ("arguments", told)))


def test_sagemaker_pipelines_sends_the_same_and_takes_typed_answers() -> None:
    settings = {"queue_url": _QUEUE, "message": {"what": "check"}, "answers": {"good": "flag", "share": "number"}}
    lowered = place(KIND, settings)
    step = the_call(lowered).as_step

    assert step is not None
    assert (step.type, step.arguments) == ("Callback", {"what": "check"})
    assert step.members == {
        "SqsQueueUrl": _QUEUE,
        "OutputParameters": [
            {"OutputName": "good", "OutputType": "Boolean"},
            {"OutputName": "share", "OutputType": "Float"},
        ],
    }
    assert lowered.outputs["good"] == StepOutput("node", ("Payload", "good"))


def test_more_answers_than_sagemaker_takes_are_refused() -> None:
    answers = {f"a{number}": "text" for number in range(51)}

    with pytest.raises(ValueError, match="51 values"):
        place(KIND, {"queue_url": _QUEUE, "answers": answers})
