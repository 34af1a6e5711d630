"""What a request may hold, and how each member begins: the smallest value that has all that is required inside it.

What stands inside a member is only looked up when somebody asks for it, for some shapes hold themselves.
"""

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from designer.shapes.models import ServiceModel, service_model
from designer.shapes.operations import Operation
from designer.shapes.prose import first_sentence
from designer.shapes.shape import Reference, Shape

_DEEPEST = 6
_NUMBERS = {"integer", "long", "float", "double"}
_CHOICES_BY_DOCUMENTATION = {("dynamodb", "AttributeValue"), ("dynamodbstreams", "AttributeValue")}
"""Structures of which exactly one member is given, although the service model does not call them unions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestMember:
    """A member of a request: its type in a word, what AWS says of it, the value to begin with, and those to choose from.

    The type `document` takes any JSON; of a `union` exactly one member is given. `service` and `shape` name what is inside.
    """

    name: str
    type: str
    required: bool
    help: str
    skeleton: object
    choices: tuple[str, ...] = ()
    service: str = ""
    shape: str = ""


def request_members(operation: Operation) -> tuple[RequestMember, ...]:
    """Return the members of an operation's request, those that are required first."""
    return _members(operation.service, operation.input_shape) if operation.input_shape else ()


def members_inside(member: RequestMember) -> tuple[RequestMember, ...]:
    """Return the members of a structure or union, those that are required first."""
    return _members(member.service, member.shape)


def entry_inside(member: RequestMember) -> RequestMember | None:
    """Return what one entry of a list or one value of a map is, or None where it is neither."""
    model = service_model(member.service)
    if model is None:
        return None
    shape = model.shape(member.shape)
    inner = shape.element or shape.value
    return _member(model, member.name, inner, required=False) if inner is not None else None


def names_inside(member: RequestMember) -> tuple[str, ...]:
    """Return the names that a map takes, where AWS lists them."""
    model = service_model(member.service)
    key = model.shape(member.shape).key if model is not None else None
    return model.shape(key.shape).enum if model is not None and key is not None else ()


@functools.cache
def _members(service: str, name: str) -> tuple[RequestMember, ...]:
    model = service_model(service)
    if model is None:
        return ()
    shape = model.shape(name)
    found: Iterable[RequestMember] = (
        _member(model, name, reference, required=name in shape.required and not reference.generated)
        for name, reference in shape.members.items()
    )
    return tuple(sorted(found, key=lambda one: not one.required))


def _member(model: ServiceModel, name: str, reference: Reference, *, required: bool) -> RequestMember:
    shape = model.shape(reference.shape)
    return RequestMember(
        name=name,
        type=_type(model, reference, shape),
        required=required,
        help=first_sentence(reference.documentation or shape.documentation),
        skeleton=_skeleton(model, reference, 0),
        choices=shape.enum,
        service=model.service,
        shape=shape.name,
    )


def _type(model: ServiceModel, reference: Reference, shape: Shape) -> str:
    if shape.document or reference.json_value:
        return "document"
    return "union" if _is_union(model, shape) else shape.type


def _is_union(model: ServiceModel, shape: Shape) -> bool:
    return shape.union or (model.service, shape.name) in _CHOICES_BY_DOCUMENTATION


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
