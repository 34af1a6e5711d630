"""What every task has in common: how often it is tried again, and after which errors."""

from typing import Annotated, ClassVar

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.settings import Settings
from designer.catalog.steps import Retry

GROUP = "When it fails"


class RetryRule(Settings):
    """How to try again after certain errors."""

    errors: tuple[str, ...] = Field(
        min_length=1,
        description="Names of errors as the engine spells them, such as States.Timeout or SageMaker.CAPACITY_ERROR.",
    )
    attempts: int = Field(default=3, ge=0, le=99_999_998, description="How often to try again; 0 for never.")
    interval_seconds: Annotated[int, Form(unit="s")] = Field(
        default=10, ge=1, le=43_200, description="How long to wait before the first time."
    )
    backoff_rate: float = Field(default=2.0, ge=1.0, description="By how much each wait is longer than the one before.")
    max_delay_seconds: Annotated[int | None, Form(unit="s")] = Field(
        default=None, ge=1, lt=31_622_400, description="No wait is longer than this."
    )
    jitter: bool = Field(default=True, description="Spread the waits, so that many tasks do not try again at once.")


class CatchingSettings(Settings):
    """Settings of every node that may fail without being at fault; lowering puts them into its steps."""

    catches: ClassVar[bool] = True
    retry_rules: Annotated[tuple[RetryRule, ...], Form(editor="rows", group=GROUP, advanced=True)] = Field(
        default=(), description="How to try again after other errors. The first rule that names an error holds for it."
    )
    catch_errors: Annotated[tuple[str, ...], Form(editor="list", group=GROUP, advanced=True)] = Field(
        default=(),
        description="Which errors the way out 'error' takes, as Step Functions spells them. Empty: all. It matters only "
        "where something is joined to that way out.",
    )


class TaskSettings(CatchingSettings):
    """Settings of every node that calls a service."""

    retries: Annotated[int, Form(editor="number", group=GROUP, advanced=True)] = Field(
        default=3, ge=0, le=20, description="How often to try again after a passing fault of the service."
    )


class AwaitedSettings(TaskSettings):
    """Settings of every node that begins something elsewhere and waits for its end."""

    timeout_seconds: Annotated[int, Form(editor="number", unit="s", group="Limits", advanced=True)] = Field(
        default=86_400, ge=60, le=604_800, description="What was begun is given up after this time."
    )


def retries_of(settings: CatchingSettings) -> tuple[Retry, ...]:
    """Return how to try again: by the rules in their order, then after passing faults."""
    rules = tuple(
        Retry(
            attempts=rule.attempts,
            interval_seconds=rule.interval_seconds,
            backoff_rate=rule.backoff_rate,
            errors=rule.errors,
            max_delay_seconds=rule.max_delay_seconds,
            jitter=rule.jitter,
        )
        for rule in settings.retry_rules
    )
    if isinstance(settings, TaskSettings) and settings.retries:
        return (*rules, Retry(attempts=settings.retries))
    return rules
