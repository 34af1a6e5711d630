"""What requests over HTTP have in common: how they are made, and what comes back."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from designer.catalog.named_ports import value_ports
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType
from designer.catalog.steps import NativeTask
from designer.catalog.values import StepOutput

Method: TypeAlias = Literal["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
_STATUS = Port(name="status", type=PortType.VALUE, title="Status", help="The status code, such as 200.")


def requested(placed: Placed, task: NativeTask, answers: Iterable[str]) -> Lowered:
    """Return the task of a request with what comes back: the status, and values of the body by name."""
    outputs = {name: StepOutput(placed.id, ("ResponseBody", name)) for name in answers}
    return Lowered(steps=(task,), outputs={_STATUS.name: StepOutput(placed.id, ("StatusCode",)), **outputs})


def response_ports(raw: Mapping[str, object]) -> tuple[Port, ...]:
    """Return the outputs of a request: the status, and the values that its setting `answers` names."""
    return (_STATUS, *value_ports(raw, "answers"))
