"""Queue message: sends a message to an SQS queue."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import table_with_joined_values, values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of, without_empty
from designer.catalog.settings_types import Plain
from designer.catalog.steps import Call
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import StepOutput, json_text

_SHAPE = "sqs:SendMessage:"


class SqsSendSettings(TaskSettings):
    """Which queue, and what is sent."""

    queue_url: Annotated[str, Form(shape=_SHAPE + "QueueUrl", group="Message", placeholder="https://sqs...")] = Field(
        min_length=1, description="The address of a queue that exists."
    )
    message: Annotated[dict[str, Plain], Form(editor="table", group="Message")] = Field(
        default_factory=dict,
        description="The message, as names and values; it is sent as JSON. Values joined to the input are added.",
    )
    group_id: Annotated[str, Form(shape=_SHAPE + "MessageGroupId", group="Message", advanced=True)] = Field(
        default="", description="The group of the message, which a FIFO queue asks for."
    )


def lower(placed: Placed) -> Lowered:
    """Make one SendMessage request."""
    settings = settings_of(placed, SqsSendSettings)
    message = table_with_joined_values(placed, settings.message)
    if not message:
        raise ValueError("The message is empty. Write a name and a value, or join a value to the input.")
    request = without_empty(
        {
            "QueueUrl": resolved(placed, settings.queue_url),
            "MessageBody": json_text(message),
            "MessageGroupId": resolved(placed, settings.group_id),
        }
    )
    call = Call(
        id=placed.id, node=placed.id, service="sqs", operation="SendMessage", request=request, timeout_seconds=60
    )
    return Lowered(steps=(call,), outputs={"message_id": StepOutput(placed.id, ("MessageId",))})


KIND = Kind(
    id="sqs_send",
    title="Queue message",
    summary="Sends a message to an SQS queue.",
    category=Category.CONTROL,
    settings=SqsSendSettings,
    lower=lower,
    inputs=fixed(values_input("Values that go into the message.")),
    outputs=fixed(Port(name="message_id", type=PortType.VALUE, title="Message id")),
)
