"""One shape of a service model, and the references by which structures name the shapes of their members."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a shape is used: its name, the text AWS wrote for that place, and what holds there only."""

    shape: str
    documentation: str = ""
    generated: bool = False  # an idempotency token: AWS's clients fill it in
    json_value: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A type with its limits. `minimum` and `maximum` are a length, a size or a value, whatever the type counts."""

    name: str
    type: str
    members: Mapping[str, Reference] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    element: Reference | None = None
    key: Reference | None = None
    value: Reference | None = None
    enum: tuple[str, ...] = ()
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    union: bool = False
    document: bool = False
    documentation: str = ""


def parse_shape(name: str, raw: Mapping[str, object]) -> Shape:
    """Return a shape from the form in which botocore stores it."""
    members = cast("Mapping[str, Mapping[str, object]]", raw.get("members", {}))
    return Shape(
        name=name,
        type=str(raw["type"]),
        members={member: _reference(where) for member, where in members.items()},
        required=tuple(cast("list[str]", raw.get("required", ()))),
        element=_optional(raw.get("member")),
        key=_optional(raw.get("key")),
        value=_optional(raw.get("value")),
        enum=tuple(cast("list[str]", raw.get("enum", ()))),
        pattern=str(raw.get("pattern", "")),
        minimum=_number(raw.get("min")),
        maximum=_number(raw.get("max")),
        union=bool(raw.get("union")),
        document=bool(raw.get("document")),
        documentation=str(raw.get("documentation", "")),
    )


def _optional(raw: object) -> Reference | None:
    return _reference(cast("Mapping[str, object]", raw)) if raw is not None else None


def _reference(raw: Mapping[str, object]) -> Reference:
    return Reference(
        shape=str(raw["shape"]),
        documentation=str(raw.get("documentation", "")),
        generated=bool(raw.get("idempotencyToken")),
        json_value=bool(raw.get("jsonvalue")),
    )


def _number(raw: object) -> float | None:
    return raw if isinstance(raw, int | float) else None
