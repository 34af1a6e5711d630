"""Window rule: a stage begins only at certain times."""

from typing import Annotated

from pydantic import Field, field_validator

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.requests import settings_of
from designer.catalog.stage_rules import StageRuleSettings, ruled

_FEWEST_FIELDS, _MOST_FIELDS = 6, 7


class WindowRuleSettings(StageRuleSettings):
    """The times at which the stage may begin."""

    window: Annotated[str, Form(placeholder="* * 9-17 ? * MON-FRI")] = Field(
        default="* * 9-17 ? * MON-FRI",
        description="When the stage may begin, as a cron expression: seconds (always *), minutes, hours, day of the month, "
        "month, day of the week, and a year if you like.",
    )
    timezone: Annotated[str, Form(placeholder="Europe/Paris")] = Field(
        default="UTC", min_length=1, description="The time zone that the hours are meant in."
    )

    @field_validator("window")
    @classmethod
    def _has_fields(cls, window: str) -> str:
        fields = window.split()
        if not _FEWEST_FIELDS <= len(fields) <= _MOST_FIELDS:
            raise ValueError(
                f"A window has six fields, and a seventh for the year if you like; there are {len(fields)}. "
                "Write for instance * * 9-17 ? * MON-FRI."
            )
        if fields[0] != "*":
            raise ValueError("The first field is for seconds, and CodePipeline takes only * there.")
        return window


def lower(placed: Placed) -> Lowered:
    """Give a DeploymentWindow rule."""
    settings = settings_of(placed, WindowRuleSettings)
    return ruled(placed, "DeploymentWindow", {"Cron": settings.window, "TimeZone": settings.timezone})


KIND = Kind(
    id="window_rule",
    title="Deployment window",
    summary="Guards the stage of its frame with a timetable: outside of it the stage does not begin.",
    category=Category.CONTROL,
    settings=WindowRuleSettings,
    lower=lower,
    ends=True,
    accepts_flow=False,
)
