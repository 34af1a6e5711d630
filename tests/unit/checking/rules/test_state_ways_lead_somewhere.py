import pytest

from designer.checking.rules.state_ways_lead_somewhere import RULE
from tests.unit.checking.machines import places

END = {"Type": "Pass", "End": True}


def parallel(*machines: object) -> dict[str, object]:
    return {"Type": "Parallel", "Branches": list(machines)}


@pytest.mark.parametrize(
    ("inner", "place"),
    [
        ({"Type": "Pass", "Next": "C"}, "B.Next"),
        ({"Type": "Pass", "Next": "A"}, "B.Next"),
        ({"Type": "Pass"}, "B.Next"),
        ({"Type": "Choice", "Choices": [{"Next": "C"}]}, "B.Choices.0.Next"),
        ({"Type": "Choice", "Choices": [{"Next": "B"}], "Default": "C"}, "B.Default"),
        ({"Type": "Task", "Catch": [{"Next": "C"}], "End": True}, "B.Catch.0.Next"),
    ],
)
def test_a_way_that_leads_out_or_nowhere_is_found(inner: dict[str, object], place: str) -> None:
    machine = {"StartAt": "B", "States": {"B": inner}}

    assert places(RULE, parallel(machine)) == [f"definition.Branches.0.States.{place}"]


def test_a_start_that_is_not_there_is_found() -> None:
    assert places(RULE, parallel({"StartAt": "X", "States": {"B": END}})) == ["definition.Branches.0.StartAt"]


def test_two_states_of_one_name_are_found_across_branches() -> None:
    machine = {"StartAt": "B", "States": {"B": END}}

    assert places(RULE, parallel(machine, machine)) == ["definition.Branches.1.States.B"]


def test_a_name_that_is_too_long_is_found() -> None:
    def named(name: str) -> dict[str, object]:
        return parallel({"StartAt": name, "States": {name: END}})

    assert len(places(RULE, named("x" * 81))) == 1
    assert places(RULE, named("x" * 80)) == []


@pytest.mark.parametrize("field", ["ItemReader", "ItemBatcher", "ResultWriter"])
def test_what_only_a_distributed_map_has_is_found_in_an_inline_one(field: str) -> None:
    def a_map(mode: str) -> dict[str, object]:
        processor = {"ProcessorConfig": {"Mode": mode}, "StartAt": "B", "States": {"B": END}}
        return {"Type": "Map", field: {}, "ItemProcessor": processor}

    assert places(RULE, a_map("INLINE")) == [f"definition.{field}"]
    assert places(RULE, a_map("DISTRIBUTED")) == []
