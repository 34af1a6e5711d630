"""Step Functions writes the members of every API with a capital, also where the API itself does not."""

from collections.abc import Mapping

from designer.catalog.values import is_expression
from designer.shapes.models import ServiceModel, service_model
from designer.shapes.operations import UnknownOperation, operation
from designer.shapes.shape import Shape
from designer.shapes.spelling import spelling


def pascal_request(service: str, operation_name: str, request: Mapping[str, object]) -> dict[str, object]:
    """Return a request with its members spelt for Step Functions; keys of free mappings stay as they are."""
    model, shape = _input(service, operation_name)
    found = _spelt(request, model, shape)
    return found if isinstance(found, dict) else dict(request)


def accepted(service: str, operation_name: str, request: Mapping[str, object]) -> dict[str, object]:
    """Return the members of a request that an operation knows; all of them when the operation is unknown."""
    _, shape = _input(service, operation_name)
    return {key: member for key, member in request.items() if shape is None or key in shape.members}


def pascal_path(service: str, operation_name: str, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the path of a member of a response, spelt for Step Functions."""
    model, shape = _output(service, operation_name)
    spelt: list[str | int] = []
    for part in path:
        if isinstance(part, str) and shape is not None and shape.type == "structure":
            spelt.append(spelling(part, "pascal"))
        else:
            spelt.append(part)
        shape = _inside(model, shape, part)
    return tuple(spelt)


def _spelt(value: object, model: ServiceModel | None, shape: Shape | None) -> object:
    if isinstance(value, Mapping):
        is_structure = shape is not None and shape.type == "structure"
        return {
            spelling(key, "pascal") if is_structure else key: _spelt(member, model, _inside(model, shape, key))
            for key, member in value.items()
        }
    if isinstance(value, list | tuple) and not is_expression(value):
        return [_spelt(member, model, _inside(model, shape, 0)) for member in value]
    return value


def _inside(model: ServiceModel | None, shape: Shape | None, part: str | int) -> Shape | None:
    if model is None or shape is None:
        return None
    reference = shape.members.get(str(part)) or shape.element or shape.value
    return model.shape(reference.shape) if reference else None


def _input(service: str, name: str) -> tuple[ServiceModel | None, Shape | None]:
    model, found = _operation_shapes(service, name)
    return model, model.shape(found[0]) if model and found[0] else None


def _output(service: str, name: str) -> tuple[ServiceModel | None, Shape | None]:
    model, found = _operation_shapes(service, name)
    return model, model.shape(found[1]) if model and found[1] else None


def _operation_shapes(service: str, name: str) -> tuple[ServiceModel | None, tuple[str, str]]:
    try:
        found = operation(service, name)
    except UnknownOperation:
        return None, ("", "")
    return service_model(service), (found.input_shape, found.output_shape)
