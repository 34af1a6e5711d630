"""Wait: nothing happens for a time."""

from typing import Annotated

from pydantic import Field

from designer.catalog.kind import Category, Form, Kind, Lowered, Placed, Settings
from designer.catalog.requests import resolved, settings_of
from designer.catalog.settings_types import Integer
from designer.catalog.steps import Pause


class WaitSettings(Settings):
    """How long."""

    seconds: Annotated[Integer, Form(editor="number", unit="s")] = Field(
        default=60, description="How long to wait before the next node begins."
    )


def lower(placed: Placed) -> Lowered:
    """Make a pause."""
    settings = settings_of(placed, WaitSettings)
    if isinstance(settings.seconds, int) and settings.seconds < 0:
        raise ValueError("The time to wait cannot be less than nothing.")
    return Lowered(steps=(Pause(id=placed.id, node=placed.id, seconds=resolved(placed, settings.seconds)),))


KIND = Kind(
    id="wait",
    title="Wait",
    summary="Waits for a time before the pipeline goes on.",
    category=Category.CONTROL,
    settings=WaitSettings,
    lower=lower,
)
