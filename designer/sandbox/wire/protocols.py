"""The three protocols in which the sandbox's own operations are called."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from designer.sandbox.documents import Record, Value
from designer.sandbox.wire import cbor, query


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """Say how a protocol reads parameters and writes results and errors."""

    content_type: str
    headers: tuple[tuple[str, str], ...]
    read: Callable[[bytes], Record]
    write: Callable[[str, Record, str], bytes]
    write_error: Callable[[str, str, str], bytes]


def _json_default(value: Value) -> Value:
    if isinstance(value, datetime):
        return value.timestamp()
    message = f"no JSON form for {type(value).__name__}"
    raise TypeError(message)


def _read_json(body: bytes) -> Record:
    record: Record = json.loads(body or b"{}")
    return record


def _read_cbor(body: bytes) -> Record:
    record: Record = cbor.decode(body) if body else {}
    return record


JSON = Protocol(
    content_type="application/x-amz-json-1.1",
    headers=(),
    read=_read_json,
    write=lambda _operation, result, _request: json.dumps(result, default=_json_default).encode(),
    write_error=lambda code, message, _request: json.dumps({"__type": code, "message": message}).encode(),
)
CBOR = Protocol(
    content_type="application/cbor",
    headers=(("smithy-protocol", "rpc-v2-cbor"),),
    read=_read_cbor,
    write=lambda _operation, result, _request: cbor.encode(result),
    write_error=lambda code, message, _request: cbor.encode({"__type": code, "message": message}),
)
QUERY = Protocol(
    content_type="text/xml",
    headers=(),
    read=query.read_form,
    write=query.write_answer,
    write_error=query.write_error,
)
