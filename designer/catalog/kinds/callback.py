"""Callback: a message asks another system for an answer, and the pipeline goes on once it has answered."""

from typing import Annotated

from pydantic import Field

from designer.catalog.answers import PAYLOAD, TOKEN, Answered
from designer.catalog.form import Form
from designer.catalog.jobs import CacheFor
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import table_with_joined_values, value_ports, values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.settings_types import Plain
from designer.catalog.steps import Call, SageMakerStep
from designer.catalog.tasks import AwaitedSettings
from designer.catalog.values import StepOutput, TaskToken, Value, json_text

_TYPES = {"text": "String", "number": "Float", "flag": "Boolean"}
_MOST_ANSWERS = 50


class CallbackSettings(AwaitedSettings):
    """Who is asked, what, and which values come back."""

    queue_url: Annotated[str, Form(shape="sqs:SendMessage:QueueUrl", group="Message", placeholder="https://sqs...")] = (
        Field(min_length=1, description="The address of the SQS queue that the other system reads.")
    )
    message: Annotated[dict[str, Plain], Form(editor="table", group="Message")] = Field(
        default_factory=dict,
        description="What the other system is told, as names and values. Values joined to the input are added, and the "
        "token that it must send back.",
    )
    answers: Annotated[dict[str, Answered], Form(editor="table", group="Answer")] = Field(
        default_factory=dict, description="The values that come back, by name. Each is an output."
    )
    cache_for: CacheFor = ""


def lower(placed: Placed) -> Lowered:
    """Make one SendMessage request that waits for its token."""
    settings = settings_of(placed, CallbackSettings)
    if len(settings.answers) > _MOST_ANSWERS:
        raise ValueError(f"{len(settings.answers)} values come back, and SageMaker takes {_MOST_ANSWERS} at most.")
    told = table_with_joined_values(placed, settings.message)
    queue = resolved(placed, settings.queue_url)
    body: dict[str, Value] = {TOKEN: TaskToken(), **({"arguments": json_text(told)} if told else {})}
    answers = [{"OutputName": name, "OutputType": _TYPES[sort]} for name, sort in settings.answers.items()]
    call = Call(
        id=placed.id,
        node=placed.id,
        service="sqs",
        operation="SendMessage",
        request={"QueueUrl": queue, "MessageBody": json_text(body)},
        token=True,
        as_step=SageMakerStep(
            type="Callback", arguments=told, members={"SqsQueueUrl": queue, "OutputParameters": answers}
        ),
        cache_for=settings.cache_for,
        timeout_seconds=settings.timeout_seconds,
    )
    outputs = {name: StepOutput(placed.id, (PAYLOAD, name)) for name in settings.answers}
    return Lowered(steps=(call,), outputs=outputs)


KIND = Kind(
    id="callback",
    title="Callback",
    summary="Sends a message to an SQS queue, and goes on once another system has answered it.",
    category=Category.CONTROL,
    settings=CallbackSettings,
    lower=lower,
    inputs=fixed(values_input("Values that go into the message.")),
    outputs=lambda raw: value_ports(raw, "answers"),
)
