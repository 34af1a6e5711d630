"""What a request may hold, and how each member begins: the smallest value that has all that is required inside it."""

from dataclasses import dataclass

from designer.shapes.models import ServiceModel, service_model
from designer.shapes.operations import Operation
from designer.shapes.prose import first_sentence
from designer.shapes.shape import Reference

_DEEPEST = 6
_NUMBERS = {"integer", "long", "float", "double"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestMember:
    """A member of a request: its type in a word, what AWS says of it, the value to begin with, and those to choose from."""

    name: str
    type: str
    required: bool
    help: str
    skeleton: object
    choices: tuple[str, ...] = ()


def request_members(operation: Operation) -> tuple[RequestMember, ...]:
    """Return the members of an operation's request, those that are required first."""
    model = service_model(operation.service)
    if model is None or not operation.input_shape:
        return ()
    shape = model.shape(operation.input_shape)
    found = [
        RequestMember(
            name=name,
            type=model.shape(reference.shape).type,
            required=name in shape.required and not reference.generated,
            help=first_sentence(reference.documentation or model.shape(reference.shape).documentation),
            skeleton=_skeleton(model, reference, 0),
            choices=tuple(model.shape(reference.shape).enum),
        )
        for name, reference in shape.members.items()
    ]
    return tuple(sorted(found, key=lambda one: not one.required))


def _skeleton(model: ServiceModel, reference: Reference, depth: int) -> object:
    shape = model.shape(reference.shape)
    if depth > _DEEPEST:
        return {} if shape.type in {"structure", "map"} else ""
    if shape.type == "structure":
        needed = (name for name in shape.members if name in shape.required)
        return {name: _skeleton(model, shape.members[name], depth + 1) for name in needed}
    if shape.element is not None:
        return [_skeleton(model, shape.element, depth + 1)]
    if shape.type == "map":
        return {}
    if shape.type == "boolean":
        return False
    if shape.type in _NUMBERS:
        return int(shape.minimum) if shape.minimum else 0
    return shape.enum[0] if shape.enum else ""
