import pytest

from designer.aws.runs import RunRecord, RunStatus, StepRecord
from designer.monitoring.runs import NodeRun, node_runs

OWNERS = (("prepare", "prepare"), ("train", "train"), ("train-2", "train-2"))


def run(status: RunStatus, **steps: RunStatus) -> RunRecord:
    records = tuple(
        StepRecord(name=name.replace("_", "-"), status=one, reason=f"{name} says so" if one is RunStatus.FAILED else "")
        for name, one in steps.items()
    )
    return RunRecord(id="run", status=status, steps=records)


def by_id(found: tuple[NodeRun, ...]) -> dict[str, RunStatus]:
    return {one.node: one.status for one in found}


def test_every_node_has_an_entry_in_the_order_of_the_workflow() -> None:
    found = node_runs(run(RunStatus.RUNNING, train=RunStatus.RUNNING), OWNERS)

    assert [one.node for one in found] == ["prepare", "train", "train-2"]


def test_a_node_that_has_not_begun_waits_while_the_run_goes_on_and_was_skipped_after_it() -> None:
    going = node_runs(run(RunStatus.RUNNING, prepare=RunStatus.SUCCEEDED), OWNERS)
    ended = node_runs(run(RunStatus.SUCCEEDED, prepare=RunStatus.SUCCEEDED), OWNERS)

    assert by_id(going)["train"] is RunStatus.WAITING
    assert by_id(ended)["train"] is RunStatus.SKIPPED


def test_a_step_belongs_to_the_longest_id_that_it_begins_with() -> None:
    found = node_runs(run(RunStatus.RUNNING, train_2_wait=RunStatus.RUNNING), OWNERS)

    assert by_id(found) == {
        "prepare": RunStatus.WAITING,
        "train": RunStatus.WAITING,
        "train-2": RunStatus.RUNNING,
    }


def test_a_step_that_only_shares_letters_belongs_to_nobody() -> None:
    found = node_runs(run(RunStatus.RUNNING, trainer=RunStatus.RUNNING), OWNERS)

    assert set(by_id(found).values()) == {RunStatus.WAITING}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (RunStatus.SUCCEEDED, RunStatus.FAILED, RunStatus.FAILED),
        (RunStatus.SUCCEEDED, RunStatus.RUNNING, RunStatus.RUNNING),
        (RunStatus.SUCCEEDED, RunStatus.SUCCEEDED, RunStatus.SUCCEEDED),
        (RunStatus.STOPPED, RunStatus.RUNNING, RunStatus.STOPPED),
    ],
)
def test_a_node_of_several_steps_is_as_far_as_its_worst(
    first: RunStatus, second: RunStatus, expected: RunStatus
) -> None:
    found = node_runs(run(RunStatus.RUNNING, prepare=first, prepare_wait=second), OWNERS)

    assert by_id(found)["prepare"] is expected


def test_a_failed_node_gives_the_reason_of_its_step() -> None:
    found = node_runs(run(RunStatus.FAILED, prepare=RunStatus.SUCCEEDED, train=RunStatus.FAILED), OWNERS)

    assert [one.reason for one in found] == ["", "train says so", ""]


def test_a_node_of_which_only_the_sources_were_fetched_has_not_begun() -> None:
    fetched = node_runs(run(RunStatus.FAILED, train_source=RunStatus.SUCCEEDED), OWNERS)
    missing = node_runs(run(RunStatus.FAILED, train_source=RunStatus.FAILED), OWNERS)

    assert by_id(fetched)["train"] is RunStatus.SKIPPED
    assert by_id(missing)["train"] is RunStatus.FAILED
