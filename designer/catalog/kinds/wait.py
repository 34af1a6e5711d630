"""Wait: nothing happens for a time."""

import re
from typing import Annotated

from pydantic import Field, field_validator

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.settings import Settings
from designer.catalog.settings_types import Integer
from designer.catalog.steps import Pause

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


class WaitSettings(Settings):
    """How long."""

    seconds: Annotated[Integer, Form(editor="number", unit="s")] = Field(
        default=60, description="How long to wait before the next node begins."
    )
    until: Annotated[str, Form(placeholder="2027-01-31T06:00:00Z")] = Field(
        default="",
        description="The moment to wait for instead, with its time zone, such as 2027-01-31T06:00:00Z. A reference may "
        "stand here.",
    )

    @field_validator("until")
    @classmethod
    def _is_a_moment(cls, until: str) -> str:
        if until and "${" not in until and not _MOMENT.fullmatch(until):
            raise ValueError("Write the moment as 2027-01-31T06:00:00Z: date, T, time, and Z or +02:00.")
        return until


def lower(placed: Placed) -> Lowered:
    """Make a pause."""
    settings = settings_of(placed, WaitSettings)
    if isinstance(settings.seconds, int) and settings.seconds < 0:
        raise ValueError("The time to wait cannot be less than nothing.")
    if settings.until:
        return Lowered(steps=(Pause(id=placed.id, node=placed.id, until=resolved(placed, settings.until)),))
    return Lowered(steps=(Pause(id=placed.id, node=placed.id, seconds=resolved(placed, settings.seconds)),))


KIND = Kind(
    id="wait",
    title="Wait",
    summary="Waits for a time, or until a moment, before the pipeline goes on.",
    category=Category.CONTROL,
    settings=WaitSettings,
    lower=lower,
)
