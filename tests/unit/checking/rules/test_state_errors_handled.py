import pytest

from designer.checking.rules.state_errors_handled import RULE
from tests.unit.checking.machines import places, task

FIRST = {"ErrorEquals": ["States.Timeout"]}
ALL = {"ErrorEquals": ["States.ALL"]}


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"Retry": [ALL, FIRST]}, "Retry.0.ErrorEquals"),
        ({"Retry": [{"ErrorEquals": ["States.ALL", "Mine"]}]}, "Retry.0.ErrorEquals"),
        ({"Retry": [{"ErrorEquals": []}]}, "Retry.0.ErrorEquals"),
        ({"Retry": [{**ALL, "BackoffRate": 0.5}]}, "Retry.0.BackoffRate"),
        ({"Retry": [{**ALL, "IntervalSeconds": 0}]}, "Retry.0.IntervalSeconds"),
        ({"Retry": [{**ALL, "MaxAttempts": -1}]}, "Retry.0.MaxAttempts"),
        ({"Catch": [{**ALL, "Next": "A"}, {**FIRST, "Next": "A"}]}, "Catch.0.ErrorEquals"),
        ({"HeartbeatSeconds": 60, "TimeoutSeconds": 60}, "HeartbeatSeconds"),
    ],
)
def test_what_can_never_hold_is_found(fields: dict[str, object], place: str) -> None:
    assert places(RULE, task("lambda:invoke", **fields)) == [f"definition.{place}"]


@pytest.mark.parametrize(
    "fields",
    [
        {"Retry": [FIRST, ALL]},
        {"Retry": [{**ALL, "BackoffRate": 1, "IntervalSeconds": 1, "MaxAttempts": 0}]},
        {"Catch": [{**FIRST, "Next": "A"}, {**ALL, "Next": "A"}]},
        {"HeartbeatSeconds": 59, "TimeoutSeconds": 60},
    ],
)
def test_what_is_in_order_stays_silent(fields: dict[str, object]) -> None:
    assert places(RULE, task("lambda:invoke", **fields)) == []
