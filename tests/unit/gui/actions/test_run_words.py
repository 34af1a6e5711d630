import pytest

from designer.aws.runs import RunRecord, RunStatus
from designer.gui.actions.run_words import ending
from designer.gui.bridge.account_work import RunNews
from designer.monitoring.runs import NodeRun

PREPARED = NodeRun(node="prepare", status=RunStatus.SUCCEEDED)


def news(status: RunStatus, reason: str, *nodes: NodeRun) -> RunNews:
    return RunNews(run=RunRecord(id="run", status=status, reason=reason), nodes=nodes)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (news(RunStatus.SUCCEEDED, "", PREPARED), "The run has ended: succeeded."),
        (
            news(RunStatus.FAILED, "", PREPARED, NodeRun(node="count", status=RunStatus.FAILED, reason="No rows.")),
            "The run has ended: failed. count: No rows.",
        ),
        (news(RunStatus.FAILED, "Nothing could begin.", PREPARED), "The run has ended: failed. Nothing could begin."),
        (
            news(RunStatus.STOPPED, "", PREPARED, NodeRun(node="count", status=RunStatus.STOPPED)),
            "The run has ended: stopped. count",
        ),
        (news(RunStatus.STOPPED, ""), "The run has ended: stopped."),
    ],
)
def test_a_run_that_did_not_get_through_says_where_and_why(told: RunNews, expected: str) -> None:
    assert ending(told) == expected
