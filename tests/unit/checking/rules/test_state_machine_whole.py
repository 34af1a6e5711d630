from designer.checking.rules.state_machine_whole import RULE
from tests.unit.checking.imported import places

END = {"Type": "Pass", "End": True}


def machine(start: str = "A", **states: object) -> dict[str, object]:
    return {"StartAt": start, "States": states}


def test_a_machine_that_is_whole_stays_silent() -> None:
    choice = {"Type": "Choice", "Choices": [{"Next": "B"}], "Default": "C"}

    assert places(RULE, machine(A=choice, B=END, C={"Type": "Succeed"})) == []


def test_a_start_that_is_not_there_is_found() -> None:
    assert places(RULE, machine(start="X", A=END)) == ["settings.state_machine.StartAt"]


def test_a_state_that_nothing_leads_to_is_found() -> None:
    assert places(RULE, machine(A=END, B=END)) == ["B"]


def test_a_state_that_neither_goes_on_nor_ends_is_found() -> None:
    assert places(RULE, machine(A={"Type": "Pass"})) == ["A"]


def test_a_choice_that_leads_nowhere_is_found() -> None:
    assert places(RULE, machine(A={"Type": "Choice", "Choices": [{}, {"Next": "B"}]}, B=END)) == ["A"]


def test_a_state_inside_that_nothing_leads_to_is_found_at_its_place() -> None:
    parallel = {"Type": "Parallel", "Branches": [machine("B", B=END, C=END)], "End": True}

    assert places(RULE, machine(A=parallel)) == ["A definition.Branches.0.States.C"]
    parallel["Branches"] = [machine("B", B={"Type": "Task", "Catch": [{"Next": "C"}], "End": True}, C=END)]
    assert places(RULE, machine(A=parallel)) == []
