"""Errors: how a task is tried again, and where it goes on to when it fails."""

from collections.abc import Iterable

from designer.catalog.steps import Retry
from exporters.stepfunctions.integrations import passing_errors
from exporters.stepfunctions.states import State

_ALL = "States.ALL"


def retried(retries: Iterable[Retry], service: str, *, optimised: bool) -> list[State]:
    """Write how a task of a service is tried again."""
    return [_retrier(retry, list(retry.errors) or passing_errors(service, optimised=optimised)) for retry in retries]


def named_retries(retries: Iterable[Retry]) -> State:
    """Write how a state that calls no service is tried again: after the errors that are named."""
    rules = [_retrier(retry, list(retry.errors)) for retry in retries if retry.errors]
    return {"Retry": rules} if rules else {}


def caught(errors: tuple[str, ...], failing: str | None) -> State:
    """Write where a state goes on to after errors (all, when none is named); nothing where none is caught."""
    return {"Catch": [{"ErrorEquals": list(errors) or [_ALL], "Next": failing}]} if failing else {}


def _retrier(retry: Retry, errors: list[str]) -> State:
    state: State = {
        "ErrorEquals": errors,
        "IntervalSeconds": retry.interval_seconds,
        "MaxAttempts": retry.attempts,
        "BackoffRate": retry.backoff_rate,
    }
    if retry.max_delay_seconds is not None:
        state["MaxDelaySeconds"] = retry.max_delay_seconds
    return state | {"JitterStrategy": "FULL" if retry.jitter else "NONE"}
