"""Task tokens: a step hands one out and ends only once whoever got it sends it back with an answer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.named_ports import value_ports
from designer.catalog.placed import Placed
from designer.catalog.ports import Port
from designer.catalog.settings import Settings
from designer.catalog.steps import Call
from designer.catalog.values import StepOutput, TaskToken, Value

TOKEN = "token"  # noqa: S105 - the name of a member
PAYLOAD = "Payload"
GROUP = "Answer"
Answered: TypeAlias = Literal["text", "number", "flag"]


class TokenSettings(Settings):
    """Settings of every node that may hand out a task token."""

    wait_for_answer: Annotated[bool, Form(editor="flag", group=GROUP, advanced=True)] = Field(
        default=False,
        description="Hand out a task token, and go on once it comes back by SendTaskSuccess or SendTaskFailure. Whoever "
        "sends it needs the permission states:SendTaskSuccess.",
    )
    answer_seconds: Annotated[int, Form(editor="number", unit="s", group=GROUP, advanced=True)] = Field(
        default=86_400, ge=1, le=99_999_999, description="The answer is waited for no longer than this."
    )
    heartbeat_seconds: Annotated[int, Form(editor="number", unit="s", group=GROUP, advanced=True)] = Field(
        default=0,
        ge=0,
        le=99_999_999,
        description="The longest time between two signs of life (SendTaskHeartbeat). 0: none is asked for.",
    )


class AnsweredSettings(TokenSettings):
    """Settings of a node whose outputs, where it waits for an answer, are what comes back with the token."""

    answers: Annotated[dict[str, Answered], Form(editor="table", group=GROUP, advanced=True)] = Field(
        default_factory=dict,
        description="The values that come back with the token, by name, where an answer is waited for. Each is an output.",
    )


def awaiting(call: Call, settings: TokenSettings) -> Call:
    """Return the call as one that ends with an answer, where one is wished; else as it is."""
    if not settings.wait_for_answer:
        return call
    if settings.heartbeat_seconds >= settings.answer_seconds:
        raise ValueError("A sign of life must be due sooner than the answer. Shorten the one or lengthen the other.")
    return replace(
        call,
        token=True,
        wait=None,
        timeout_seconds=settings.answer_seconds,
        heartbeat_seconds=settings.heartbeat_seconds or None,
    )


def with_token(told: Mapping[str, Value], settings: TokenSettings, name: str = TOKEN) -> dict[str, Value]:
    """Return what is told with the token added under a name, where an answer is waited for."""
    if settings.wait_for_answer and name in told:
        raise ValueError(f"'{name}' is what the task token is called here. Give the value another name.")
    return {**told, **({name: TaskToken()} if settings.wait_for_answer else {})}


def answered(placed: Placed, settings: AnsweredSettings) -> dict[str, Value]:
    """Return the outputs that come back with the token."""
    if not settings.wait_for_answer:
        return {}
    return {name: StepOutput(placed.id, (PAYLOAD, name)) for name in settings.answers}


def answer_ports(raw: Mapping[str, object]) -> tuple[Port, ...]:
    """Return the ports of what comes back with the token."""
    return value_ports(raw, "answers") if waits_for_answer(raw) else ()


def waits_for_answer(raw: Mapping[str, object]) -> bool:
    """Say whether raw settings wish for an answer."""
    return raw.get("wait_for_answer") is True
