"""AWS's query protocol: parameters in a form, answers in XML. CloudFormation speaks it."""

from datetime import datetime
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from designer.sandbox.documents import Record, Value

_LIST = "member"


def read_form(body: bytes) -> Record:
    """Return the nested parameters of a form such as `Tags.member.1.Key=a`; every leaf is text."""
    root: Record = {}
    for path, value in parse_qsl(body.decode(), keep_blank_values=True):
        _put(root, path.split("."), value)
    return {name: _with_lists(value) for name, value in root.items()}


def _put(target: Record, path: list[str], value: str) -> None:
    for name in path[:-1]:
        target = target.setdefault(name, {})
    target[path[-1]] = value


def _with_lists(value: Value) -> Value:
    if not isinstance(value, dict):
        return value
    if set(value) == {_LIST}:
        numbered = value[_LIST]
        return [_with_lists(numbered[number]) for number in sorted(numbered, key=int)]
    return {name: _with_lists(item) for name, item in value.items()}


def write_answer(action: str, result: Record, request_id: str) -> bytes:
    """Return the XML answer of an action."""
    inner = _children(result)
    return (
        f'<?xml version="1.0"?><{action}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">'
        f"<{action}Result>{inner}</{action}Result>"
        f"<ResponseMetadata><RequestId>{request_id}</RequestId></ResponseMetadata></{action}Response>"
    ).encode()


def write_error(code: str, message: str, request_id: str) -> bytes:
    """Return the XML answer of an error."""
    return (
        f"<ErrorResponse><Error><Type>Sender</Type><Code>{escape(code)}</Code><Message>{escape(message)}</Message>"
        f"</Error><RequestId>{request_id}</RequestId></ErrorResponse>"
    ).encode()


def _children(record: Record) -> str:
    return "".join(f"<{name}>{_text(item)}</{name}>" for name, item in record.items() if item is not None)


def _text(value: Value) -> str:
    if isinstance(value, dict):
        return _children(value)
    if isinstance(value, (list, tuple)):
        return "".join(f"<{_LIST}>{_text(item)}</{_LIST}>" for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return escape(str(value))
