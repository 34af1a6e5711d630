"""The door of the sandbox: answers what the sandbox supplies itself and passes everything else on to moto.

The sandbox's own operations are plain functions from parameters to a result. Nothing here knows moto.
"""

import io
import json
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import uuid4

from designer.sandbox.documents import Record, Value
from designer.sandbox.wire.api_error import ApiError
from designer.sandbox.wire.protocols import Protocol
from designer.sandbox.wire.recognise import Called, recognise

Operation: TypeAlias = Callable[[Record], Record]
Watcher: TypeAlias = Callable[[Record], None]
StartResponse: TypeAlias = Callable[..., Value]
Application: TypeAlias = Callable[[Record, StartResponse], Iterable[bytes]]
Route: TypeAlias = Callable[[Record, bytes], "Answer | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Hold an HTTP answer."""

    status: int
    content_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplied:
    """List what the sandbox answers itself.

    `operations` are keyed by service and operation; a service in `owned` never reaches moto. Of what moto answers,
    `beforehand` may refuse a request by an ApiError, and `afterwards` is told those that went well. `routes` look at
    requests that are no RPC.
    """

    operations: Mapping[tuple[str, str], Operation]
    owned: frozenset[str]
    beforehand: Mapping[tuple[str, str], Watcher] = field(default_factory=dict)
    afterwards: Mapping[tuple[str, str], Watcher] = field(default_factory=dict)
    routes: Sequence[Route] = ()


class Front:
    """Answer HTTP requests, from the sandbox's own operations first, else from the application behind."""

    def __init__(self, behind: Application, supplied: Supplied) -> None:
        self._behind = behind
        self._supplied = supplied

    def __call__(self, environ: Record, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one WSGI request."""
        if _comes_from_a_web_page(environ):
            return _send(_FOREIGN, start_response)
        body = _take_body(environ)
        for route in self._supplied.routes:
            answer = _routed(route, environ, body)
            if answer is not None:
                return _send(answer, start_response)
        called = recognise(environ, body)
        if called is None:
            return self._behind(environ, start_response)
        return self._answer(called, body, environ, start_response)

    def _answer(self, called: Called, body: bytes, environ: Record, start_response: StartResponse) -> Iterable[bytes]:
        key = (called.service, called.operation)
        operation = self._supplied.operations.get(key)
        if operation is not None:
            return _send(run_operation(called, operation, body), start_response)
        if called.service in self._supplied.owned:
            return _send(run_operation(called, _missing(called), body), start_response)
        refusal = self._refusal(called, body)
        if refusal is not None:
            return _send(refusal, start_response)
        afterwards = self._supplied.afterwards.get(key)
        if afterwards is None:
            return self._behind(environ, start_response)
        return self._behind_then(afterwards, called.protocol.read(body), environ, start_response)

    def _refusal(self, called: Called, body: bytes) -> Answer | None:
        beforehand = self._supplied.beforehand.get((called.service, called.operation))
        if beforehand is None:
            return None
        try:
            beforehand(called.protocol.read(body))
        except ApiError as error:
            return _error(called.protocol, error, str(uuid4()))
        return None

    def _behind_then(
        self, afterwards: Watcher, parameters: Record, environ: Record, start_response: StartResponse
    ) -> Iterable[bytes]:
        seen: list[str] = []

        def note_status(status: str, headers: Value, exc_info: Value = None) -> Value:
            seen.append(status)
            return start_response(status, headers, exc_info)

        answer = list(self._behind(environ, note_status))
        if seen and seen[0].startswith("200"):
            try:
                afterwards(parameters)
            except Exception:  # noqa: BLE001 - the call itself has succeeded; what follows must not undo its answer
                traceback.print_exc(file=sys.stderr)
        return answer


def _routed(route: Route, environ: Record, body: bytes) -> Answer | None:
    try:
        return route(environ, body)
    except Exception as error:  # noqa: BLE001 - the door of the process: a bug becomes an answer and a trace
        traceback.print_exc(file=sys.stderr)
        text = json.dumps({"message": f"The sandbox failed: {error!r}"})
        headers = (("x-amzn-errortype", "InternalFailure"),)
        return Answer(status=500, content_type="application/json", body=text.encode(), headers=headers)


def run_operation(called: Called, operation: Operation, body: bytes) -> Answer:
    """Run one of the sandbox's own operations and put its result, or its error, into the caller's protocol."""
    request_id = str(uuid4())
    protocol = called.protocol
    try:
        result = operation(protocol.read(body))
        content = protocol.write(called.operation, result, request_id)
        return Answer(status=200, content_type=protocol.content_type, body=content, headers=protocol.headers)
    except ApiError as error:
        return _error(protocol, error, request_id)
    except Exception as error:  # noqa: BLE001 - the door of the process: a bug becomes an answer and a trace
        traceback.print_exc(file=sys.stderr)
        fault = ApiError("InternalFailure", f"The sandbox failed in {called.operation}: {error!r}", status=500)
        return _error(protocol, fault, request_id)


def _error(protocol: Protocol, error: ApiError, request_id: str) -> Answer:
    body = protocol.write_error(error.code, error.message, request_id)
    headers = (*protocol.headers, ("x-amzn-errortype", error.code))
    return Answer(status=error.status, content_type=protocol.content_type, body=body, headers=headers)


def _missing(called: Called) -> Operation:
    def refuse(_parameters: Record) -> Record:
        raise ApiError("UnknownOperationException", f"The sandbox does not have {called.service}:{called.operation}.")

    return refuse


def _take_body(environ: Record) -> bytes:
    stream = environ["wsgi.input"]
    body: bytes = stream.read() if environ.get("wsgi.input_terminated") else _by_length(environ, stream)
    environ["wsgi.input"] = io.BytesIO(body)
    if environ.pop("HTTP_TRANSFER_ENCODING", None):
        environ["CONTENT_LENGTH"] = str(len(body))
    return body


def _by_length(environ: Record, stream: Value) -> bytes:
    length = int(environ.get("CONTENT_LENGTH") or 0)
    data: bytes = stream.read(length) if length else b""
    return data


# The sandbox runs code that its callers bring, so a page in a browser must not be able to call it: neither by a request
# across origins, which carries its origin, nor by a name of the page's own that leads to this machine.
_FOREIGN = Answer(status=403, content_type="text/plain", body=b"The sandbox answers programs on this machine only.\n")
_OWN_HOSTS = ("127.0.0.1", "localhost")


def _comes_from_a_web_page(environ: Record) -> bool:
    if "HTTP_ORIGIN" in environ:
        return True
    host = str(environ.get("HTTP_HOST", "")).partition(":")[0]
    return not any(host in {"", own} or host.endswith(f".{own}") for own in _OWN_HOSTS)


_REASONS = {403: "Forbidden", 200: "OK", 400: "Bad Request", 404: "Not Found", 500: "Internal Server Error"}


def _send(answer: Answer, start_response: StartResponse) -> Iterable[bytes]:
    headers = [("Content-Type", answer.content_type), ("Content-Length", str(len(answer.body))), *answer.headers]
    start_response(f"{answer.status} {_REASONS.get(answer.status, 'Status')}", headers)
    return [answer.body]
