"""Watching a run from the command line: a line whenever a node's status changes."""

from collections.abc import Iterable

from designer.aws.runs import RunRecord, RunStatus
from designer.cli.printing import print_json, print_table, say
from designer.monitoring.runs import NodeRun
from designer.usecases.project import Project
from designer.usecases.run import by_node

_MARKS = {
    RunStatus.WAITING: "·",
    RunStatus.RUNNING: "▸",
    RunStatus.SUCCEEDED: "✓",
    RunStatus.FAILED: "✗",
    RunStatus.STOPPED: "■",
    RunStatus.SKIPPED: "–",
}


def watch(project: Project, records: Iterable[RunRecord], output: str = "text") -> int:
    """Print what changes until the run has ended; return 0 when it succeeded, else 1.

    For a program the nodes are printed once, at the end.
    """
    shown: dict[str, RunStatus] = {}
    last: RunRecord | None = None
    for last in records:
        for one in by_node(project, last):
            if shown.get(one.node, RunStatus.WAITING) is not one.status:
                shown[one.node] = one.status
                say(f"  {_MARKS[one.status]} {one.node}: {one.status.value}{_because(one)}", output)
    if last is None:
        return 1
    say(f"The run {_ENDS.get(last.status, last.status.value)}.{' ' + last.reason if last.reason else ''}", output)
    if output == "json":
        nodes = by_node(project, last)
        print_json([{"id": one.node, "status": one.status.value, "reason": one.reason} for one in nodes])
    return 0 if last.status is RunStatus.SUCCEEDED else 1


_ENDS = {RunStatus.SUCCEEDED: "succeeded", RunStatus.FAILED: "failed", RunStatus.STOPPED: "was stopped"}


def _because(one: NodeRun) -> str:
    return f" ({one.reason})" if one.reason and one.status is RunStatus.FAILED else ""


def print_nodes(nodes: Iterable[NodeRun]) -> None:
    """Print how far each node is."""
    print_table([[f"  {_MARKS[one.status]}", one.node, one.status.value + _because(one)] for one in nodes])
