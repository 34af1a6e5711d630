"""Alarm rule: a stage goes on only while an alarm of CloudWatch is quiet."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.delivery import needs
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.requests import arn, resolved, settings_of
from designer.catalog.stage_rules import StageRuleSettings, ruled
from designer.catalog.values import Deployed, joined


class AlarmRuleSettings(StageRuleSettings):
    """Which alarm, and in which state it must be."""

    alarm: Annotated[str, Form(shape="cloudwatch:PutMetricAlarm:AlarmName")] = Field(
        min_length=1, description="The name of an alarm that exists."
    )
    states: Annotated[tuple[Literal["OK", "ALARM", "INSUFFICIENT_DATA"], ...], Form(editor="list")] = Field(
        default=(), description="The states that the rule watches for. Empty: as CodePipeline does by itself."
    )
    wait_minutes: Annotated[int | None, Form(editor="number", unit="min")] = Field(
        default=None, ge=1, description="How long the alarm may take to change its state before the rule is decided."
    )
    region: Annotated[str, Form(placeholder="eu-west-1", advanced=True)] = Field(
        default="", description="The Region of the alarm, when it is not the pipeline's."
    )


def lower(placed: Placed) -> Lowered:
    """Give a CloudWatchAlarm rule."""
    settings = settings_of(placed, AlarmRuleSettings)
    alarm = resolved(placed, settings.alarm)
    whole = arn("cloudwatch", joined("alarm:", alarm), region=settings.region or Deployed("Region"))
    return ruled(
        placed,
        "CloudWatchAlarm",
        {
            "AlarmName": alarm,
            "AlarmStates": ",".join(settings.states),
            "WaitTime": str(settings.wait_minutes or ""),
        },
        needs(placed, "look at the alarm", ("cloudwatch:DescribeAlarms",), whole),
        region=settings.region,
    )


KIND = Kind(
    id="alarm_rule",
    title="Alarm rule",
    summary="Guards the stage of its frame with a CloudWatch alarm: while it sounds, nothing goes on.",
    category=Category.CONTROL,
    settings=AlarmRuleSettings,
    lower=lower,
    ends=True,
    accepts_flow=False,
)
