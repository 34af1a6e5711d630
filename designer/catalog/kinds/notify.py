"""Notify: sends a message to an SNS topic."""

from typing import Annotated

from pydantic import Field

from designer.catalog.answers import TOKEN, AnsweredSettings, answer_ports, answered, awaiting
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import address, as_text, resolved, settings_of, without_empty
from designer.catalog.steps import Call
from designer.catalog.tasks import TaskSettings
from designer.catalog.topics import topic
from designer.catalog.values import TaskToken, Value, joined


class NotifySettings(AnsweredSettings, TaskSettings):
    """What is said, and to whom."""

    message: Annotated[str, Form(editor="multiline")] = Field(
        default="The pipeline has reached this point.",
        min_length=1,
        description="The text. References may stand in it; values joined to the input are added at its end.",
    )
    subject: Annotated[str, Form(shape="sns:Publish:Subject")] = Field(
        default="", description="The subject of e-mails: one line."
    )
    emails: Annotated[tuple[str, ...], Form(editor="list")] = Field(
        default=(), description="Who is told by e-mail. Each must confirm the subscription once."
    )
    topic_arn: Annotated[str, Form(placeholder="arn:aws:sns:...", advanced=True)] = Field(
        default="", description="A topic that exists, to be used instead of one of the pipeline's own."
    )


def lower(placed: Placed) -> Lowered:
    """Make one Publish request."""
    settings = settings_of(placed, NotifySettings)
    topic_arn, needs = topic(placed, settings.topic_arn, settings.emails)
    request = without_empty(
        {
            "TopicArn": topic_arn,
            "Subject": resolved(placed, settings.subject),
            "Message": _message(placed, settings),
        }
    )
    call = Call(id=placed.id, node=placed.id, service="sns", operation="Publish", request=request, timeout_seconds=60)
    return Lowered(steps=(awaiting(call, settings),), outputs=answered(placed, settings), needs=needs)


def _message(placed: Placed, settings: NotifySettings) -> Value:
    parts: list[Value] = [resolved(placed, settings.message)]
    for given in placed.inputs.get("values", ()):
        parts += [f"\n{given.node}.{given.port}: ", as_text(address(given.value))]
    if settings.wait_for_answer:
        parts += [f"\n{TOKEN}: ", TaskToken()]
    return joined(*parts)


KIND = Kind(
    id="notify",
    title="Notify",
    summary="Sends a message to an SNS topic, and so to everybody who reads it.",
    category=Category.CONTROL,
    settings=NotifySettings,
    lower=lower,
    inputs=fixed(values_input("Values that are added to the message, one a line.")),
    outputs=answer_ports,
)
