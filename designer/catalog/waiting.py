"""How to wait for what a call began, as settings: for calls of services that no kind of its own knows."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.settings import Settings
from designer.catalog.steps import Wait


class WaitFor(Settings):
    """Which operation tells how a thing stands, and when it has ended."""

    describe: str = Field(min_length=1, description="The operation that is asked, such as DescribeTrainingJob.")
    identifier: str = Field(
        min_length=1, description="The member that names the thing in that operation, such as TrainingJobName."
    )
    status: str = Field(min_length=1, description="Where the status stands in its answer, such as Job.Status.")
    succeeded: tuple[str, ...] = Field(min_length=1, description="The statuses of a good end.")
    failed: tuple[str, ...] = Field(min_length=1, description="The statuses of a bad end.")
    reason: str = Field(default="", description="Where the answer says why it failed.")
    answer: str = Field(
        default="", description="Where the first call's answer holds the identifier, when the service makes it up."
    )
    poll_seconds: Annotated[int, Form(unit="s")] = Field(
        default=30, ge=1, le=3600, description="How long to wait between two questions."
    )


def wait_of(setting: WaitFor | None) -> Wait | None:
    """Return how an engine waits, or None where it does not."""
    if setting is None:
        return None
    return Wait(
        describe=setting.describe,
        identifier=setting.identifier,
        status=path_of(setting.status),
        succeeded=setting.succeeded,
        failed=setting.failed,
        reason=path_of(setting.reason),
        answer=path_of(setting.answer),
        poll_seconds=setting.poll_seconds,
    )


def path_of(dotted: str) -> tuple[str | int, ...]:
    """Return the path that a dotted text means; numbers are places in lists."""
    return tuple(int(part) if part.isdecimal() else part for part in dotted.split(".") if part)
