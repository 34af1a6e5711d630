import io
import json
from collections.abc import Iterable

import pytest

from designer.sandbox.documents import Record, Value
from designer.sandbox.wire.api_error import ApiError
from designer.sandbox.wire.cbor import decode, encode
from designer.sandbox.wire.front import Answer, Front, Supplied


class Behind:
    """Stands for moto: remembers what reaches it."""

    def __init__(self, status: str = "200 OK") -> None:
        self.bodies: list[bytes] = []
        self._status = status

    def __call__(self, environ: Record, start_response: Value) -> Iterable[bytes]:
        self.bodies.append(environ["wsgi.input"].read())
        start_response(self._status, [])
        return [b"from behind"]


def call(front: Front, body: bytes, **environ: str) -> tuple[str, dict[str, str], bytes]:
    seen: list[tuple[str, dict[str, str]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], _exc_info: Value = None) -> None:
        seen.append((status, dict(headers)))

    answer = front({"wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body)), **environ}, start_response)
    return seen[0][0], seen[0][1], b"".join(answer)


def double(parameters: Record) -> Record:
    return {"Doubled": 2 * parameters["Number"]}


def refuse(_parameters: Record) -> Record:
    raise ApiError("ResourceNotFound", "there is none")


def crash(_parameters: Record) -> Record:
    raise KeyError("nothing")


def test_an_own_operation_is_answered_in_json() -> None:
    front = Front(Behind(), Supplied(operations={("sagemaker", "Double"): double}, owned=frozenset()))

    status, _, body = call(front, b'{"Number": 21}', HTTP_X_AMZ_TARGET="SageMaker.Double")

    assert (status, json.loads(body)) == ("200 OK", {"Doubled": 42})


def test_an_own_operation_is_answered_in_cbor_where_it_is_asked_so() -> None:
    front = Front(Behind(), Supplied(operations={("codebuild", "Double"): double}, owned=frozenset()))

    status, headers, body = call(front, encode({"Number": 4}), PATH_INFO="/service/CodeBuild_20161006/operation/Double")

    assert (status, decode(body)) == ("200 OK", {"Doubled": 8})
    assert headers["smithy-protocol"] == "rpc-v2-cbor"


def test_a_refusal_carries_the_code_of_the_service() -> None:
    front = Front(Behind(), Supplied(operations={("sagemaker", "Refuse"): refuse}, owned=frozenset()))

    status, _, body = call(front, b"{}", HTTP_X_AMZ_TARGET="SageMaker.Refuse")

    assert status.startswith("400")
    assert json.loads(body) == {"__type": "ResourceNotFound", "message": "there is none"}


def test_a_bug_of_ours_is_told_as_one() -> None:
    front = Front(Behind(), Supplied(operations={("sagemaker", "Crash"): crash}, owned=frozenset()))

    status, _, body = call(front, b"{}", HTTP_X_AMZ_TARGET="SageMaker.Crash")

    assert status.startswith("500")
    assert json.loads(body)["__type"] == "InternalFailure"


def test_what_is_not_ours_goes_on_with_its_body() -> None:
    behind = Behind()
    front = Front(behind, Supplied(operations={}, owned=frozenset()))

    _, _, body = call(front, b"some bytes", HTTP_X_AMZ_TARGET="SageMaker.ListModels")

    assert body == b"from behind"
    assert behind.bodies == [b"some bytes"]


def test_an_unknown_operation_of_an_owned_service_is_refused_by_name() -> None:
    behind = Behind()
    front = Front(behind, Supplied(operations={}, owned=frozenset({"codebuild"})))

    _, _, body = call(front, b"{}", HTTP_X_AMZ_TARGET="CodeBuild_20161006.CreateFleet")

    assert json.loads(body)["message"] == "The sandbox does not have codebuild:CreateFleet."
    assert behind.bodies == []


def test_what_follows_a_call_is_told_only_if_the_call_went_well() -> None:
    told: list[Record] = []
    for status in ("200 OK", "400 Bad Request"):
        supplied = Supplied(operations={}, owned=frozenset(), afterwards={("sagemaker", "CreateModel"): told.append})
        call(Front(Behind(status), supplied), b'{"Name": "m"}', HTTP_X_AMZ_TARGET="SageMaker.CreateModel")

    assert told == [{"Name": "m"}]


def test_a_request_can_be_refused_before_it_goes_on() -> None:
    def check(parameters: Record) -> None:
        if parameters["Name"] == "taken":
            raise ApiError("ResourceInUse", "it is taken")

    behind = Behind()
    front = Front(behind, Supplied(operations={}, owned=frozenset(), beforehand={("sagemaker", "CreateModel"): check}))

    refused = call(front, b'{"Name": "taken"}', HTTP_X_AMZ_TARGET="SageMaker.CreateModel")
    passed = call(front, b'{"Name": "free"}', HTTP_X_AMZ_TARGET="SageMaker.CreateModel")

    assert json.loads(refused[2])["__type"] == "ResourceInUse"
    assert passed[2] == b"from behind"
    assert behind.bodies == [b'{"Name": "free"}']


def test_a_cloudformation_action_is_recognised_by_its_signature() -> None:
    front = Front(Behind(), Supplied(operations={("cloudformation", "Echo"): lambda given: given}, owned=frozenset()))

    _, _, body = call(
        front,
        b"Action=Echo&Name=n",
        HTTP_AUTHORIZATION="AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/cloudformation/aws4_request, ...",
    )

    assert b"<EchoResult><Action>Echo</Action><Name>n</Name></EchoResult>" in body


@pytest.mark.parametrize(
    "environ",
    [{"HTTP_ORIGIN": "https://page.example"}, {"HTTP_ORIGIN": "null"}, {"HTTP_HOST": "page.example:4000"}],
)
def test_a_page_in_a_browser_gets_nowhere(environ: dict[str, str]) -> None:
    behind = Behind()

    status, _, _ = call(Front(behind, Supplied(operations={}, owned=frozenset())), b"{}", **environ)

    assert status == "403 Forbidden"
    assert behind.bodies == []


@pytest.mark.parametrize("host", ["127.0.0.1:4000", "localhost:4000", "bucket.localhost:4000", "bucket.127.0.0.1"])
def test_a_program_on_this_machine_is_answered(host: str) -> None:
    _, _, body = call(Front(Behind(), Supplied(operations={}, owned=frozenset())), b"{}", HTTP_HOST=host)

    assert body == b"from behind"


def test_a_route_comes_first() -> None:
    def route(environ: Record, _body: bytes) -> Answer | None:
        mine = environ.get("PATH_INFO") == "/mine"
        return Answer(status=404, content_type="text/plain", body=b"no") if mine else None

    front = Front(Behind(), Supplied(operations={}, owned=frozenset(), routes=(route,)))

    assert call(front, b"", PATH_INFO="/mine")[0] == "404 Not Found"
    assert call(front, b"", PATH_INFO="/other")[2] == b"from behind"
