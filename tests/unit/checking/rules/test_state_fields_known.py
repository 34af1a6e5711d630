import pytest

from designer.checking.rules.state_fields_known import RULE
from tests.unit.checking.machines import places, task

MACHINE = {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}


@pytest.mark.parametrize(
    ("state", "field"),
    [
        ({"Type": "Tsk"}, "Type"),
        (task("lambda:invoke", Resorce="x"), "Resorce"),
        ({"Type": "Task"}, "Resource"),
        ({"Type": "Pass", "Retry": []}, "Retry"),
        ({"Type": "Wait"}, "TimestampPath"),
        ({"Type": "Wait", "Seconds": 1, "Timestamp": "2026-01-01T00:00:00Z"}, "Timestamp"),
        ({"Type": "Choice", "Choices": [], "End": False}, "End"),
        ({"Type": "Parallel", "Branches": []}, "Branches"),
        ({"Type": "Map", "Iterator": MACHINE, "ItemProcessor": MACHINE}, "Iterator"),
    ],
)
def test_a_field_that_is_not_there_or_missing_is_found(state: dict[str, object], field: str) -> None:
    assert f"definition.{field}" in places(RULE, state)


@pytest.mark.parametrize(
    "state",
    [
        task("lambda:invoke", TimeoutSeconds=5, Retry=[], Comment="x"),
        {"Type": "Wait", "Seconds": 1},
        {"Type": "Parallel", "Branches": [MACHINE]},
        {"Type": "Map", "ItemProcessor": MACHINE, "Label": "x"},
        {"Type": "Pass", "Result": {"Tsk": 1}},
    ],
)
def test_a_state_with_its_own_fields_stays_silent(state: dict[str, object]) -> None:
    assert places(RULE, state) == []
