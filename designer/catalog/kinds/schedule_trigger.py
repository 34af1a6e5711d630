"""Schedule trigger: starts the pipeline at set times."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import logical_id
from designer.catalog.needs import ScheduleTrigger
from designer.catalog.placed import Lowered, Placed
from designer.catalog.requests import settings_of
from designer.catalog.settings import Settings


class ScheduleTriggerSettings(Settings):
    """When."""

    expression: Annotated[str, Form(placeholder="rate(1 day)")] = Field(
        default="rate(1 day)",
        pattern=r"^(rate\(\d+ (minute|minutes|hour|hours|day|days)\)|cron\([^()]+\)|at\([^()]+\))$",
        description="rate(1 day), cron(0 6 * * ? *) for every day at six, or at(2030-01-31T06:00:00) for once.",
    )
    timezone: Annotated[str, Form(placeholder="Europe/Paris", advanced=True)] = Field(
        default="UTC", min_length=1, description="The time zone that the hours are meant in."
    )


def lower(placed: Placed) -> Lowered:
    """Give the trigger; nothing runs."""
    settings = settings_of(placed, ScheduleTriggerSettings)
    trigger = ScheduleTrigger(
        logical_id=logical_id(placed.id, "Schedule"),
        node=placed.id,
        expression=settings.expression,
        timezone=settings.timezone,
    )
    return Lowered(needs=(trigger,))


KIND = Kind(
    id="schedule_trigger",
    title="Schedule",
    summary="Starts the pipeline at set times.",
    category=Category.TRIGGER,
    settings=ScheduleTriggerSettings,
    lower=lower,
    is_trigger=True,
    accepts_flow=False,
)
