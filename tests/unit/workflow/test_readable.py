import json

from designer.catalog.steps import Call
from designer.catalog.values import Deployed, ExecutionValue, JsonText, ParameterValue, TaskToken, joined
from designer.workflow.readable import readable
from tests.unit.exporters.drawing import drawn


def test_what_is_not_known_yet_stands_in_braces() -> None:
    value = {
        "Uri": joined("s3://", Deployed("ArtifactBucket"), "/", ExecutionValue("id")),
        "List": [ParameterValue("Rounds", "Integer"), 3],
        "Body": JsonText((("token", TaskToken()), ("n", 1))),
    }

    assert readable(value) == {
        "Uri": "s3://${ArtifactBucket}/${execution.id}",
        "List": ["${params.Rounds}", 3],
        "Body": '{"token": "${task.token}", "n": 1}',
    }


def test_every_request_of_a_pipeline_becomes_json() -> None:
    workflow = drawn(
        {
            "data": {"kind": "s3_data", "settings": {"uri": "s3://b-in/x/"}},
            "train": {"kind": "training"},
            "tell": {"kind": "lambda", "settings": {"function": "tell", "payload": {"model": "${train.model}"}}},
        },
        "data.dataset -> train.train",
    )
    requests = [readable(step.request) for step in workflow.steps if isinstance(step, Call)]

    text = json.dumps(requests)
    assert "${train.ModelArtifacts.S3ModelArtifacts}" in text
