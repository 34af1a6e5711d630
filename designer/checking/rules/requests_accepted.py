"""Every request is one that the service model accepts."""

from collections.abc import Iterator, Mapping

from designer.catalog.steps import Call
from designer.catalog.values import is_expression
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.setting_places import setting_of
from designer.shapes.operations import UnknownOperation
from designer.shapes.walker import violations


def _spots(subject: Subject) -> Iterator[Spot]:
    for step in subject.attempt.workflow.steps:
        if isinstance(step, Call):
            yield from _of_call(step, subject)


def _of_call(call: Call, subject: Subject) -> Iterator[Spot]:
    named = frozenset({call.name_member}) if call.name_member else frozenset[str]()
    try:
        found = violations(
            call.service, call.operation, _as_sent(call), is_dynamic=is_expression, ignore_required=named
        )
    except UnknownOperation as err:
        yield Spot(message=f"{err}", node=call.node)
        return
    for one in found:
        place = ".".join((call.operation, *(str(part) for part in one.path)))
        setting = setting_of(subject.graph.nodes[call.node].kind.settings, call, one.path)
        yield Spot(message=f"{one.message} ({place})", node=call.node, setting=setting)


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
