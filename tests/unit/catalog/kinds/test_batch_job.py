from designer.catalog.kinds.batch_job import KIND
from designer.catalog.values import Deployed
from tests.unit.catalog.kinds.placing import complaints, place, the_call

BASE = {"definition": "score", "queue": "fast"}


def test_botocore_accepts_the_request() -> None:
    settings = {**BASE, "parameters": {"a": "b"}, "command": ["run"], "environment": {"X": "1"}}

    assert complaints(the_call(place(KIND, settings))) == ""


def test_a_value_joined_is_an_environment_variable() -> None:
    request = the_call(place(KIND, BASE, inputs={"values": Deployed("ArtifactBucket")})).request

    assert request["containerOverrides"] == {"environment": [{"name": "OUT", "value": Deployed("ArtifactBucket")}]}


def test_nothing_is_overridden_that_is_not_said() -> None:
    assert "containerOverrides" not in the_call(place(KIND, BASE)).request
