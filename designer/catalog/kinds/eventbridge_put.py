"""Event: puts an event on an EventBridge bus."""

from typing import Annotated

from pydantic import Field

from designer.catalog.answers import AnsweredSettings, answer_ports, answered, awaiting, with_token
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import table_with_joined_values, values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of, without_empty
from designer.catalog.settings_types import Plain
from designer.catalog.steps import Call
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import json_text


class EventbridgePutSettings(AnsweredSettings, TaskSettings):
    """What is told, and on which bus."""

    source: Annotated[str, Form(group="Event")] = Field(
        default="pipeline", min_length=1, description="Who tells it; rules choose events by this."
    )
    detail_type: Annotated[str, Form(group="Event")] = Field(
        default="Pipeline event", min_length=1, description="What sort of event it is; rules choose by this too."
    )
    detail: Annotated[dict[str, Plain], Form(editor="table", group="Event")] = Field(
        default_factory=dict, description="What the event says. Values joined to the input are added."
    )
    bus: Annotated[str, Form(group="Event", advanced=True)] = Field(
        default="", description="Name or ARN of the bus. Empty: the account's own."
    )


def lower(placed: Placed) -> Lowered:
    """Make one PutEvents request."""
    settings = settings_of(placed, EventbridgePutSettings)
    detail = table_with_joined_values(placed, settings.detail)
    entry = without_empty(
        {
            "Source": resolved(placed, settings.source),
            "DetailType": resolved(placed, settings.detail_type),
            "Detail": json_text(with_token(detail, settings)),
            "EventBusName": resolved(placed, settings.bus),
        }
    )
    call = Call(
        id=placed.id,
        node=placed.id,
        service="events",
        operation="PutEvents",
        request={"Entries": [entry]},
        timeout_seconds=60,
    )
    return Lowered(steps=(awaiting(call, settings),), outputs=answered(placed, settings))


KIND = Kind(
    id="eventbridge_put",
    title="Event",
    summary="Puts an event on an EventBridge bus, for whoever has a rule for it.",
    category=Category.CONTROL,
    settings=EventbridgePutSettings,
    lower=lower,
    inputs=fixed(values_input("Values that go into the event.")),
    outputs=answer_ports,
)
