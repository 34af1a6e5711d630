"""Every request is one that the service model accepts."""

from collections.abc import Iterator

from designer.catalog.steps import Call
from designer.catalog.values import is_expression
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.shapes.operations import UnknownOperation
from designer.shapes.walker import violations


def _spots(subject: Subject) -> Iterator[Spot]:
    for step in subject.attempt.workflow.steps:
        if isinstance(step, Call):
            yield from _of_call(step)


def _of_call(call: Call) -> Iterator[Spot]:
    named = frozenset({call.name_member}) if call.name_member else frozenset[str]()
    try:
        found = violations(call.service, call.operation, call.request, is_dynamic=is_expression, ignore_required=named)
    except UnknownOperation as err:
        yield Spot(message=f"{err}", node=call.node)
        return
    for one in found:
        path = ".".join(str(part) for part in one.path)
        yield Spot(message=f"{one.message} ({call.operation}, {path})", node=call.node, setting=path)


RULE = Rule(
    id="V202",
    severity=Severity.ERROR,
    title="AWS accepts every request",
    why="Required members, types, choices, patterns, lengths and ranges are known from AWS's own service models.",
    spots=_spots,
)
