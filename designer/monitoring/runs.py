"""A run told in the terms of the canvas: which node is how far."""

from collections.abc import Iterable
from dataclasses import dataclass

from designer.aws.runs import ENDED, RunRecord, RunStatus, StepRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRun:
    """How far a node is, with the engine's own steps behind it."""

    node: str
    status: RunStatus
    reason: str = ""
    steps: tuple[StepRecord, ...] = ()


_WORST_FIRST = (RunStatus.FAILED, RunStatus.STOPPED, RunStatus.RUNNING, RunStatus.WAITING, RunStatus.SUCCEEDED)
_SOURCE = "-source"


def node_runs(run: RunRecord, owners: Iterable[tuple[str, str]]) -> tuple[NodeRun, ...]:
    """Return one entry per node that has steps.

    `owners` pairs the id of each workflow step with its node. An engine's step belongs to the longest id that its name is,
    or begins with followed by a blank or a hyphen. Once the run has ended, a node that never began was skipped; fetching
    its sources is no beginning.
    """
    in_order = tuple(owners)
    pairs = sorted(in_order, key=lambda pair: -len(pair[0]))
    found: dict[str, list[StepRecord]] = {node: [] for _, node in in_order}
    for step in run.steps:
        owner = next((pair for pair in pairs if _belongs(step.name, pair[0])), None)
        if owner is not None and not _is_fetched(step, owner[0]):
            found[owner[1]].append(step)
    idle = RunStatus.SKIPPED if run.status in ENDED else RunStatus.WAITING
    return tuple(_node_run(node, tuple(steps), idle) for node, steps in found.items())


def _belongs(name: str, step_id: str) -> bool:
    return name == step_id or name.startswith((f"{step_id} ", f"{step_id}-"))


def _is_fetched(step: StepRecord, owner: str) -> bool:
    return step.name == owner + _SOURCE and step.status is RunStatus.SUCCEEDED


def _node_run(node: str, steps: tuple[StepRecord, ...], idle: RunStatus) -> NodeRun:
    if not steps:
        return NodeRun(node=node, status=idle)
    status = next(one for one in _WORST_FIRST if any(step.status is one for step in steps))
    reason = next((step.reason for step in steps if step.reason), "")
    return NodeRun(node=node, status=status, reason=reason, steps=steps)
