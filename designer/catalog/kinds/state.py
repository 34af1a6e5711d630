"""State: a Step Functions state kept as somebody wrote it."""

import copy
from collections.abc import Iterator, Mapping
from typing import Annotated, TypeAlias

from pydantic import Field, field_validator

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.requests import settings_of
from designer.catalog.settings import Settings
from designer.catalog.steps import NativeState

_WITHOUT_NEXT = frozenset({"Choice", "Succeed", "Fail"})
Target: TypeAlias = tuple[str | int, ...]


class StateSettings(Settings):
    """The state."""

    definition: Annotated[dict[str, object], Form(editor="json")] = Field(
        description="The state in Amazon States Language. Where it leads to is drawn, not written: 'Next' and the like "
        "follow the edges.",
    )

    @field_validator("definition")
    @classmethod
    def _has_type(cls, definition: dict[str, object]) -> dict[str, object]:
        if isinstance(definition.get("Type"), str):
            return definition
        raise ValueError("A state has a 'Type', such as Task, Pass or Choice.")


def lower(placed: Placed) -> Lowered:
    """Make a state that is kept as it was written, without the names of the states that follow."""
    settings = settings_of(placed, StateSettings)
    ways = tuple(ways_out(settings.definition))
    comment = settings.definition.get("Comment")
    step = NativeState(
        id=placed.id,
        node=placed.id,
        body=_without(settings.definition, tuple(target for _, target in ways)),
        branches=tuple(branch for branch, _ in ways),
        targets=tuple(target for _, target in ways),
        description=comment if isinstance(comment, str) else "",
    )
    return Lowered(steps=(step,))


def ways_out(definition: Mapping[str, object]) -> Iterator[tuple[str, Target]]:
    """Yield each way out of a state in order: the branch's name, and where its target stands in the definition."""
    if str(definition.get("Type")) not in _WITHOUT_NEXT and not definition.get("End"):
        yield "next", ("Next",)
    for index, _ in enumerate(_list(definition, "Choices")):
        yield f"choice_{index + 1}", ("Choices", index, "Next")
    if "Default" in definition:
        yield "default", ("Default",)
    for index, _ in enumerate(_list(definition, "Catch")):
        yield f"catch_{index + 1}", ("Catch", index, "Next")


def _list(definition: Mapping[str, object], name: str) -> list[object]:
    found = definition.get(name)
    return found if isinstance(found, list) else []


def _without(definition: Mapping[str, object], targets: tuple[Target, ...]) -> dict[str, object]:
    body: dict[str, object] = copy.deepcopy(dict(definition))
    for target in targets:
        place: object = body
        for part in target[:-1]:
            place = place[part] if isinstance(place, dict | list) else None  # type: ignore[index]
        if isinstance(place, dict):
            place.pop(target[-1], None)
    return body


def _branches(raw: Mapping[str, object]) -> tuple[str, ...]:
    definition = raw.get("definition")
    return tuple(branch for branch, _ in ways_out(definition)) if isinstance(definition, Mapping) else ()


KIND = Kind(
    id="state",
    title="Step Functions state",
    summary="A state of an imported state machine, kept as it was written. Only Step Functions can run it.",
    category=Category.CONTROL,
    settings=StateSettings,
    lower=lower,
    branches=_branches,
    kept=True,
)
