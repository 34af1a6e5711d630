"""Check a request against the whole service model.

botocore's own validator looks at types, required members and minimums. This one also looks at choices, patterns,
maximums, unions and names, in linear time, and lets alone what is only known in a run.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from designer.shapes import sentences
from designer.shapes.models import ServiceModel, service_model
from designer.shapes.operations import operation as find_operation
from designer.shapes.patterns import matches
from designer.shapes.shape import Reference, Shape
from designer.shapes.spelling import Case, nearest_name, spelling
from designer.shapes.violation import Breach, Path, Reading, Violation

# Step Functions writes an object given at these places as JSON text.
_OBJECT_AS_TEXT = frozenset(
    {
        ("sns", "Message"),
        ("sqs", "MessageBody"),
        ("events", "Detail"),
        ("stepfunctions", "Input"),
        ("lambda", "Payload"),
        ("bedrock-runtime", "Body"),
    }
)
_LONGEST_PATTERN_TEXT = 8192


def violations(
    service: str,
    operation: str,
    request: Mapping[str, object],
    *,
    is_dynamic: Callable[[object], bool] = lambda _: False,
    text_of: Callable[[object], str | None] = lambda value: value if isinstance(value, str) else None,
    case: Case = "api",
    ignore_required: frozenset[str] = frozenset(),
) -> tuple[Violation, ...]:
    """Every breach in a request, in the order of the request; raises `UnknownOperation` for an action AWS has not.

    `is_dynamic` says of a value that it is known only in a run: it counts as right. `text_of` gives the text of a value
    that stands for text, or None. `ignore_required` names members of the request itself that the engine fills in.
    """
    found = find_operation(service, operation)
    model = service_model(service)
    reading = Reading(is_dynamic=is_dynamic, text_of=text_of, case=case, ignore_required=ignore_required)
    if model is None or not found.input_shape:
        return tuple(_without_input(operation, request))
    return tuple(_Walk(model, operation, reading).structure(model.shape(found.input_shape), request, ()))


def _without_input(operation: str, request: Mapping[str, object]) -> Iterator[Violation]:
    for key in request:
        yield Violation(path=(key,), rule="unknown", message=sentences.unknown(key, operation, ""))


class _Walk:
    """One walk through one request; holds what stays the same on the way."""

    def __init__(self, model: ServiceModel, operation: str, reading: Reading) -> None:
        self._model = model
        self._operation = operation
        self._reading = reading

    def structure(self, shape: Shape, value: Mapping[str, object], path: Path) -> Iterator[Violation]:
        case = self._reading.case
        accepted = self._model.accepted_names(shape, case)
        inside = self._name(path)
        seen: list[str] = []
        for key, inner in value.items():
            plain = key.removesuffix(".$") if case == "pascal" else key
            member = accepted.get(plain)
            if member is None:
                near = nearest_name(plain, tuple(spelling(each, case) for each in shape.members))
                message = sentences.unknown(plain, inside, near)
                yield Violation(path=(*path, key), rule="unknown", message=message, suggestion=near)
                continue
            seen.append(member)
            if plain == key:
                yield from self._value(shape.members[member], inner, (*path, key))
        yield from self._required(shape, seen, path)
        if shape.union and len(seen) != 1:
            message = sentences.not_one_of_union(inside, tuple(seen), shape)
            yield Violation(path=path, rule="union", message=message)

    def _required(self, shape: Shape, seen: list[str], path: Path) -> Iterator[Violation]:
        for member in shape.required:
            is_filled_in = shape.members[member].generated or (not path and member in self._reading.ignore_required)
            if member not in seen and not is_filled_in:
                name = spelling(member, self._reading.case)
                message = sentences.missing(name, self._name(path))
                yield Violation(path=(*path, name), rule="required", message=message)

    def _value(self, reference: Reference, value: object, path: Path) -> Iterator[Violation]:
        shape = self._model.shape(reference.shape)
        if self._reading.is_dynamic(value) or self._takes_anything(reference, shape, value, path):
            return
        text = self._reading.text_of(value)
        if text is not None:
            yield from self._text(shape, text, path)
        elif shape.type == "structure" and isinstance(value, Mapping):
            yield from self.structure(shape, value, path)
        elif shape.type == "map" and isinstance(value, Mapping):
            yield from self._map(shape, value, path)
        elif shape.type == "list" and isinstance(value, Sequence) and not isinstance(value, bytes):
            yield from self._list(shape, value, path)
        elif _is_plain_value_of(shape.type, value):
            yield from self._number(shape, value, path)
        else:
            yield self._breach("type", sentences.wrong_type(self._name(path), value, shape), path)

    def _takes_anything(self, reference: Reference, shape: Shape, value: object, path: Path) -> bool:
        if shape.document or reference.json_value:
            return True
        is_object = self._reading.case == "pascal" and isinstance(value, Mapping)
        return is_object and (self._model.service, path[-1]) in _OBJECT_AS_TEXT

    def _map(self, shape: Shape, value: Mapping[str, object], path: Path) -> Iterator[Violation]:
        yield from self._count(shape, len(value), "entry", "map_size", path)
        for key, inner in value.items():
            plain = str(key).removesuffix(".$") if self._reading.case == "pascal" else str(key)
            if shape.key is not None:
                yield from self._text(self._model.shape(shape.key.shape), plain, (*path, key))
            if shape.value is not None and plain == str(key):
                yield from self._value(shape.value, inner, (*path, key))

    def _list(self, shape: Shape, value: Sequence[object], path: Path) -> Iterator[Violation]:
        yield from self._count(shape, len(value), "entry", "list_size", path)
        if shape.element is not None:
            for index, inner in enumerate(value):
                yield from self._value(shape.element, inner, (*path, index))

    def _text(self, shape: Shape, text: str, path: Path) -> Iterator[Violation]:
        if shape.type in {"timestamp", "blob"}:
            return
        if shape.type != "string":
            yield self._breach("type", sentences.wrong_type(self._name(path), text, shape), path)
        elif shape.enum:
            yield from self._choice(shape, text, path)
        else:
            yield from self._count(shape, len(text), "character", "length", path)
            if shape.pattern and len(text) <= _LONGEST_PATTERN_TEXT and matches(shape.pattern, text) is False:
                yield self._breach("pattern", sentences.wrong_pattern(self._name(path), text, shape.pattern), path)

    def _choice(self, shape: Shape, text: str, path: Path) -> Iterator[Violation]:
        if text not in shape.enum:
            near = nearest_name(text, shape.enum)
            message = sentences.not_offered(self._name(path), text, shape, self._model.title, near)
            yield Violation(path=path, rule="enum", message=message, suggestion=near)

    def _number(self, shape: Shape, value: object, path: Path) -> Iterator[Violation]:
        if isinstance(value, int | float) and not isinstance(value, bool) and _is_outside(shape, value):
            yield self._breach("range", sentences.out_of_range(self._name(path), value, shape), path)

    def _count(self, shape: Shape, count: int, unit: str, rule: Breach, path: Path) -> Iterator[Violation]:
        if _is_outside(shape, count):
            yield self._breach(rule, sentences.wrong_count(self._name(path), count, unit, shape), path)

    def _breach(self, rule: Breach, message: str, path: Path) -> Violation:
        return Violation(path=path, rule=rule, message=message)

    def _name(self, path: Path) -> str:
        """Return the last name on the way, with the number of the entry where it is one of a list: "Tags[2]"."""
        if not path:
            return self._operation
        first = max((index for index, part in enumerate(path) if isinstance(part, str)), default=0)
        return "".join(part if isinstance(part, str) else f"[{part}]" for part in path[first:])


def _is_outside(shape: Shape, amount: float) -> bool:
    too_small = shape.minimum is not None and amount < shape.minimum
    return too_small or (shape.maximum is not None and amount > shape.maximum)


def _is_plain_value_of(kind: str, value: object) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if kind in {"integer", "long"}:
        return isinstance(value, int)
    if kind in {"float", "double"}:
        return isinstance(value, int | float | Decimal)
    if kind == "timestamp":
        return isinstance(value, int | float | date)
    return kind == "blob" and (isinstance(value, bytes | bytearray) or hasattr(value, "read"))
