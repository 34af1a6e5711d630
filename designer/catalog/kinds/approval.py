"""Approval: a person must say yes before the pipeline goes on."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Approval
from designer.catalog.tasks import CatchingSettings
from designer.catalog.topics import topic

_SECONDS_PER_HOUR = 3600


class ApprovalSettings(CatchingSettings):
    """What is asked, and who is told."""

    message: Annotated[str, Form(editor="multiline")] = Field(
        default="Please look at the results and decide whether the pipeline may go on.",
        min_length=1,
        description="What the person reads. References may stand in it.",
    )
    emails: Annotated[tuple[str, ...], Form(editor="list")] = Field(
        default=(), description="Who is told by e-mail. Each must confirm the subscription once."
    )
    topic_arn: Annotated[str, Form(placeholder="arn:aws:sns:...", advanced=True)] = Field(
        default="", description="A topic that exists, to be told instead."
    )
    timeout_hours: Annotated[int, Form(editor="number", unit="h", advanced=True)] = Field(
        default=168, ge=1, le=1440, description="Without an answer in this time the pipeline fails."
    )


def lower(placed: Placed) -> Lowered:
    """Make an approval."""
    settings = settings_of(placed, ApprovalSettings)
    is_told = bool(settings.emails or settings.topic_arn)
    topic_arn, needs = topic(placed, settings.topic_arn, settings.emails) if is_told else ("", ())
    step = Approval(
        id=placed.id,
        node=placed.id,
        message=resolved(placed, settings.message),
        topic_arn=topic_arn,
        timeout_seconds=settings.timeout_hours * _SECONDS_PER_HOUR,
    )
    return Lowered(steps=(step,), needs=needs)


KIND = Kind(
    id="approval",
    title="Approval",
    summary="Waits until a person says yes. A no, or no answer in time, ends the pipeline as failed.",
    category=Category.CONTROL,
    settings=ApprovalSettings,
    lower=lower,
    inputs=fixed(
        Port(
            name="values",
            type=PortType.VALUE,
            title="Subject",
            many=True,
            help="What the decision is about; it is only waited for.",
        )
    ),
)
