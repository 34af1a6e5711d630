"""Every way in which AWS's model forbids a request is found: valid requests are spoilt one way at a time.

The mutations are made from botocore's models alone, not by the walker that they test.
"""

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import botocore.session
import pytest

from designer.catalog.steps import Call
from designer.catalog.values import is_expression
from designer.shapes.walker import violations
from designer.usecases.project import open_project
from designer.usecases.starters import starters
from tests.judges.test_calls_beyond_sagemaker import NODES
from tests.unit.exporters.drawing import drawn

_SESSION = botocore.session.Session()
_FLAWS = (
    "missing",
    "unknown",
    "type",
    "enum",
    "pattern",
    "too short",
    "too long",
    "too small",
    "too large",
    "too many",
)
_UNREADABLE = re.compile(r"\\[pu]")
"""What patterns of AWS's models hold that Python's regular expressions do not know."""
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A request with one flaw, which stands at a path."""

    flaw: str
    path: Path
    request: Mapping[str, object]


@cache
def calls() -> tuple[Call, ...]:
    """Return the calls of all starters, and of a node of each kind that calls another service."""
    found = [step for starter in starters() for step in open_project(starter.pipeline).lowered.workflow.steps]
    found += drawn(NODES).steps
    return tuple(step for step in found if isinstance(step, Call))


def spoilt(call: Call) -> Iterator[Spoilt]:
    """Yield the request of a call with each flaw that its model speaks of, one at a time."""
    shape = _SESSION.get_service_model(call.service).operation_model(call.operation).input_shape
    assert shape is not None
    for flaw, path, value in _flaws(shape, call.request, ()):
        if flaw == "missing" and path == (call.name_member,):
            continue
        request = copy.deepcopy({**call.request})
        _put(request, path, value)
        yield Spoilt(flaw, path, request)


_GONE = object()


def _flaws(shape: Any, value: object, path: Path) -> Iterator[tuple[str, Path, object]]:  # noqa: ANN401 - botocore
    if is_expression(value):
        return
    yield from _own_flaws(shape, value, path)
    if shape.type_name == "structure" and isinstance(value, Mapping):
        yield from (("missing", (*path, name), _GONE) for name in value if name in shape.required_members)
        yield "unknown", (*path, "Nonsense"), "x"
    for place, inner, member in _members(shape, value):
        yield from _flaws(inner, member, (*path, place))


def _members(shape: Any, value: object) -> Iterator[tuple[str | int, Any, object]]:  # noqa: ANN401 - botocore
    if shape.type_name == "list" and isinstance(value, list | tuple):
        yield from ((place, shape.member, member) for place, member in enumerate(value))
    elif isinstance(value, Mapping) and shape.type_name in ("map", "structure"):
        for name, member in value.items():
            yield name, shape.value if shape.type_name == "map" else shape.members[name], member


def _own_flaws(shape: Any, value: object, path: Path) -> Iterator[tuple[str, Path, object]]:  # noqa: ANN401 - botocore
    limits = shape.metadata
    if path:
        yield "type", path, ["x"] if shape.type_name != "list" else "x"
    if shape.type_name == "string" and isinstance(value, str):
        yield from _text_flaws(limits, value, path)
    if shape.type_name in ("integer", "long", "float", "double"):
        if "min" in limits:
            yield "too small", path, limits["min"] - 1
        if "max" in limits:
            yield "too large", path, limits["max"] + 1
    if shape.type_name == "list" and isinstance(value, list | tuple) and 0 < limits.get("max", 0) < 500 and value:
        yield "too many", path, [value[0]] * (limits["max"] + 1)


def _text_flaws(limits: Mapping[str, Any], value: str, path: Path) -> Iterator[tuple[str, Path, object]]:
    if limits.get("enum"):
        yield "enum", path, "nonsense"
    if limits.get("min", 0) >= 1:
        yield "too short", path, value[: limits["min"] - 1]
    if 0 < limits.get("max", 0) < 5000:
        yield "too long", path, (value or "a") * (limits["max"] + 1)
    pattern = limits.get("pattern", "")
    if pattern and not _UNREADABLE.search(pattern) and not re.fullmatch(pattern, "\x01 ~"):
        yield "pattern", path, "\x01 ~"


def _put(request: Any, path: Path, value: object) -> None:  # noqa: ANN401 - JSON
    for part in path[:-1]:
        if isinstance(request[part], tuple):
            request[part] = list(request[part])
        request = request[part]
    if value is _GONE:
        del request[path[-1]]
    else:
        request[path[-1]] = value


def found_in(call: Call, request: Mapping[str, object]) -> list[Path]:
    named = frozenset({call.name_member}) if call.name_member else frozenset[str]()
    sent = {**request, "Payload": "{}"} if call.service == "lambda" and "Payload" in request else request
    found = violations(call.service, call.operation, sent, is_dynamic=is_expression, ignore_required=named)
    return [tuple(one.path) for one in found]


@pytest.mark.parametrize("call", calls(), ids=lambda call: f"{call.id}-{call.operation}")
def test_a_valid_request_is_left_in_peace(call: Call) -> None:
    assert found_in(call, call.request) == []


@pytest.mark.parametrize("call", calls(), ids=lambda call: f"{call.id}-{call.operation}")
def test_each_flaw_is_found_at_its_place(call: Call) -> None:
    missed = [
        (one.flaw, one.path)
        for one in spoilt(call)
        if one.path[:1] != ("Payload",) and one.path not in found_in(call, one.request)
    ]

    assert missed == []


def test_every_sort_of_flaw_was_tried() -> None:
    tried = {one.flaw for call in calls() for one in spoilt(call)}

    assert set(_FLAWS) <= tried
