import pytest

from designer.catalog.kinds.http_request import KIND
from designer.catalog.values import Deployed, StepOutput
from tests.unit.catalog.kinds.native_tasks import task_of
from tests.unit.catalog.kinds.placing import place

_CONNECTION = "arn:aws:events:us-east-1:123456789012:connection/crm/1"
_REQUEST = {"url": "https://api.example.com/v1", "connection_arn": _CONNECTION}


def test_a_request_names_its_connection_and_no_secret() -> None:
    settings = {**_REQUEST, "method": "POST", "body": {"n": 3}, "query": {"page": 1}, "headers": {"X-Run": "1"}}
    task = task_of(KIND, settings, inputs={"values": Deployed("ArtifactBucket")})

    assert task.integration == "http:invoke"
    assert task.arguments == {
        "ApiEndpoint": "https://api.example.com/v1",
        "Method": "POST",
        "Authentication": {"ConnectionArn": _CONNECTION},
        "Headers": {"X-Run": "1"},
        "QueryParameters": {"page": 1},
        "RequestBody": {"n": 3, "out": Deployed("ArtifactBucket")},
    }


def test_a_form_is_encoded_as_one() -> None:
    task = task_of(KIND, {**_REQUEST, "method": "POST", "body": {"n": 3}, "body_encoding": "form"})

    assert task.arguments["Headers"] == {"Content-Type": "application/x-www-form-urlencoded"}
    assert task.arguments["Transform"] == {"RequestBodyEncoding": "URL_ENCODED"}


def test_what_comes_back_is_read_from_the_body() -> None:
    outputs = place(KIND, {**_REQUEST, "answers": {"id": "text"}}).outputs

    assert outputs == {"status": StepOutput("node", ("StatusCode",)), "id": StepOutput("node", ("ResponseBody", "id"))}


def test_the_machine_may_call_this_address_with_this_method_and_read_the_credentials() -> None:
    call, connection, secret = task_of(KIND, _REQUEST).statements

    assert call.conditions == {
        "StringEquals": {"states:HTTPMethod": "GET"},
        "StringLike": {"states:HTTPEndpoint": "https://api.example.com/v1*"},
    }
    assert connection.resources == (_CONNECTION,)
    assert "secretsmanager:GetSecretValue" in secret.actions


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({**_REQUEST, "url": "http://api.example.com"}, "https://"),
        ({**_REQUEST, "body": {"n": 3}}, "GET sends no body"),
        ({**_REQUEST, "timeout_seconds": 61}, "less than or equal to 60"),
    ],
)
def test_a_request_that_cannot_be_sent_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
