"""A parameter's default and choices are of its type."""

import re
from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.model import Parameter, Scalar

_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TYPES: dict[str, tuple[type, ...]] = {"String": (str,), "Integer": (int,), "Float": (int, float), "Boolean": (bool,)}


def _spots(subject: Subject) -> Iterator[Spot]:
    for parameter in subject.graph.document.parameters.values():
        for message in _problems(parameter):
            yield Spot(message=message, setting=f"parameters.{parameter.name}")


def _problems(parameter: Parameter) -> Iterator[str]:
    if not _NAME.fullmatch(parameter.name):
        yield f"'{parameter.name}' cannot name a parameter: use letters, digits, '-' and '_', 64 at most."
    if parameter.default is not None and not _is_of_type(parameter.default, parameter.type):
        yield f"The default {parameter.default!r} is not of type {parameter.type}."
    wrong = [one for one in parameter.choices if not _is_of_type(one, parameter.type)]
    if wrong:
        yield f"The choice {wrong[0]!r} is not of type {parameter.type}."
    if parameter.choices and parameter.default is not None and parameter.default not in parameter.choices:
        yield f"The default {parameter.default!r} is not among the choices."


def _is_of_type(value: Scalar, parameter_type: str) -> bool:
    if isinstance(value, bool):
        return parameter_type == "Boolean"
    return isinstance(value, _TYPES[parameter_type])


RULE = Rule(
    id="V203",
    severity=Severity.ERROR,
    title="Parameters are well typed",
    why="SageMaker refuses a definition whose default is of another type.",
    spots=_spots,
)
