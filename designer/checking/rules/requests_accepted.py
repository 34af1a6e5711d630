"""Every request is one that the service model accepts."""

from collections.abc import Iterator, Mapping

from designer.catalog.steps import Call
from designer.catalog.values import is_expression
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.setting_places import setting_of
from designer.shapes.operations import UnknownOperation
from designer.shapes.violation import Violation
from designer.shapes.walker import violations


def _spots(subject: Subject) -> Iterator[Spot]:
    calls = (step for step in subject.attempt.workflow.steps if isinstance(step, Call))
    for call, found in subject.memory.each(_violations, calls):
        if found:
            yield from _told(call, found, subject)


def _told(call: Call, found: tuple[Violation, ...] | str, subject: Subject) -> Iterator[Spot]:
    if isinstance(found, str):
        yield Spot(message=found, node=call.node)
        return
    for one in found:
        place = ".".join((call.operation, *(str(part) for part in one.path)))
        setting = setting_of(subject.graph.nodes[call.node].kind.settings, call, one.path)
        yield Spot(message=f"{one.message} ({place})", node=call.node, setting=setting)


def _violations(call: Call) -> tuple[Violation, ...] | str:
    """Return what the service's model has against a call, or a sentence where it does not know the operation."""
    named = frozenset({call.name_member}) if call.name_member else frozenset[str]()
    try:
        return tuple(
            violations(call.service, call.operation, _as_sent(call), is_dynamic=is_expression, ignore_required=named)
        )
    except UnknownOperation as err:
        return str(err)


def _as_sent(call: Call) -> Mapping[str, object]:
    """Return the request with an object for a function as the text that it is sent as."""
    payload = call.request.get("Payload")
    if call.service != "lambda" or not isinstance(payload, Mapping):
        return call.request
    return {**call.request, "Payload": "{}"}


RULE = Rule(
    id="V202",
    severity=Severity.ERROR,
    title="AWS accepts every request",
    why="Required members, types, choices, patterns, lengths and ranges are known from AWS's own service models.",
    spots=_spots,
)
