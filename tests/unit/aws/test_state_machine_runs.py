import json
from datetime import UTC, datetime
from typing import Any

import pytest

from designer.aws.runs import RunStatus
from designer.aws.state_machine_runs import StateMachineRuns
from tests.unit.aws.stubs import answering, client

RUN = "arn:aws:states:us-east-1:123456789012:execution:churn:1"
MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:churn"


def moment(minute: int) -> datetime:
    return datetime(2026, 1, 1, 12, minute, tzinfo=UTC)


def entered(number: int, name: str) -> dict[str, Any]:
    return {
        "id": number,
        "type": "TaskStateEntered",
        "timestamp": moment(number),
        "stateEnteredEventDetails": {"name": name},
    }


def exited(number: int, name: str) -> dict[str, Any]:
    return {
        "id": number,
        "type": "TaskStateExited",
        "timestamp": moment(number),
        "stateExitedEventDetails": {"name": name},
    }


def read(status: str, *events: dict[str, Any], **more: str) -> tuple[RunStatus, str, list[tuple[str, RunStatus]]]:
    described = {"executionArn": RUN, "stateMachineArn": MACHINE, "status": status, "startDate": moment(0), **more}
    states = client("stepfunctions")
    answering(
        states,
        ("describe_execution", {"executionArn": RUN}, described),
        ("get_execution_history", {"executionArn": RUN, "includeExecutionData": False}, {"events": list(events)}),
    )
    found = StateMachineRuns(states).read(MACHINE, RUN)
    return found.status, found.reason, [(step.name, step.status) for step in found.steps]


def test_a_state_that_was_left_succeeded_and_one_that_was_only_entered_runs() -> None:
    _, _, steps = read("RUNNING", entered(1, "prepare"), exited(2, "prepare"), entered(3, "train"))

    assert steps == [("prepare", RunStatus.SUCCEEDED), ("train", RunStatus.RUNNING)]


@pytest.mark.parametrize(
    ("status", "expected"),
    [("FAILED", RunStatus.FAILED), ("TIMED_OUT", RunStatus.FAILED), ("ABORTED", RunStatus.STOPPED)],
)
def test_the_state_in_which_the_execution_ended_shares_its_end(status: str, expected: RunStatus) -> None:
    found, reason, steps = read(status, entered(1, "train"), error="States.TaskFailed", cause="No capacity")

    assert found is expected
    assert reason == "States.TaskFailed: No capacity"
    assert steps == [("train", expected)]


def test_a_loop_counts_as_one_step_that_began_with_its_first_round() -> None:
    _, _, steps = read("RUNNING", entered(1, "wait"), exited(2, "wait"), entered(3, "wait"))

    assert steps == [("wait", RunStatus.RUNNING)]


def test_the_parameters_become_the_input_of_the_execution() -> None:
    states = client("stepfunctions")
    request = {"stateMachineArn": MACHINE, "input": json.dumps({"Rounds": 5, "Fast": True})}
    answering(states, ("start_execution", request, {"executionArn": RUN, "startDate": moment(0)}))

    assert StateMachineRuns(states).start(MACHINE, {"Rounds": 5, "Fast": True}) == RUN
