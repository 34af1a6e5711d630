"""What the walker finds wrong in a request, and what it must be told about the request's values."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from designer.shapes.spelling import Case

Path = tuple[str | int, ...]
Breach = Literal["required", "unknown", "type", "enum", "pattern", "length", "range", "list_size", "map_size", "union"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One breach of the service model at one place; `suggestion` is what was probably meant, or empty."""

    path: Path
    rule: Breach
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How to read a request: which values are only known in a run, and what the text of a value is."""

    is_dynamic: Callable[[object], bool]
    text_of: Callable[[object], str | None]
    case: Case = "api"
    ignore_required: frozenset[str] = frozenset()
