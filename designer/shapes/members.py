"""Look one member of a request or an answer up: its type, limits, choices and help text."""

import functools
from dataclasses import dataclass

from designer.shapes.models import ServiceModel, service_model
from designer.shapes.operations import Operation
from designer.shapes.prose import first_sentence
from designer.shapes.shape import Reference, Shape

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What AWS says of one place in a request. `min` and `max` count characters, entries or the value itself."""

    name: str
    type: str
    required: bool
    enum: tuple[str, ...]
    pattern: str
    min: float | None
    max: float | None
    help: str
    members: tuple[str, ...]
    element_type: str


def member(operation: Operation, path: Path) -> Member | None:
    """Return the member of the request at `path`, or None.

    A number, "*" or "[]" steps into a list; leaving it out does too.
    """
    return _find(operation.service, operation.input_shape, path)


def output_member(operation: Operation, path: Path) -> Member | None:
    """Return the member of the answer at `path`, or None; references to answers are checked with it."""
    return _find(operation.service, operation.output_shape, path)


@functools.cache
def _find(service: str, root: str, path: Path) -> Member | None:
    model = service_model(service)
    if model is None or not root or not path:
        return None
    here, name, required = Reference(root), "", False
    for part in path:
        step = _step(model, here, part)
        if step is None:
            return None
        here, required = step
        name = str(part)
    return _describe(model, here, name, required=required)


def _step(model: ServiceModel, here: Reference, part: str | int) -> tuple[Reference, bool] | None:
    shape = model.shape(here.shape)
    if shape.element is not None:
        if isinstance(part, int) or part in {"*", "[]"} or part.isdigit():
            return shape.element, False
        return _step(model, shape.element, part)
    if shape.value is not None:
        return shape.value, False
    reference = shape.members.get(str(part))
    return (reference, str(part) in shape.required) if reference else None


def _describe(model: ServiceModel, here: Reference, name: str, *, required: bool) -> Member:
    shape: Shape = model.shape(here.shape)
    inner = shape.element or shape.value
    return Member(
        name=name,
        type=shape.type,
        required=required and not here.generated,
        enum=shape.enum,
        pattern=shape.pattern,
        min=shape.minimum,
        max=shape.maximum,
        help=first_sentence(here.documentation or shape.documentation),
        members=tuple(shape.members),
        element_type=model.shape(inner.shape).type if inner else "",
    )
