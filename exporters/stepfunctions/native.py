"""States that were written for Step Functions, put together again as they were."""

import copy
from collections.abc import Mapping, MutableMapping
from typing import cast

from designer.catalog.steps import NativeState, Step
from designer.document.kept import STATE_MACHINE
from designer.errors import TargetRefused
from designer.workflow.model import Workflow


def is_native(workflow: Workflow) -> bool:
    """Say whether a workflow consists of native states; a mixture is refused."""
    native = [step for step in workflow.steps if isinstance(step, NativeState)]
    if native and len(native) < len(workflow.steps):
        others = tuple(step for step in workflow.steps if not isinstance(step, NativeState))
        raise TargetRefused(
            "States of Step Functions stand beside other nodes in this pipeline.",
            reasons=tuple(f"{step.node}: it cannot be joined with states kept as written." for step in others),
            hint="Write these nodes as states too, or replace the states by nodes.",
        )
    return bool(native)


def native_definition(workflow: Workflow) -> dict[str, object]:
    """Return the machine that native states make."""
    following = _following(workflow)
    states = {step.id: _state(step, following[step.id]) for step in workflow.steps if isinstance(step, NativeState)}
    top = workflow.settings.get(STATE_MACHINE) or {}
    machine = dict(cast("Mapping[str, object]", top)) if isinstance(top, Mapping) else {}
    start = machine.get("StartAt")
    machine["StartAt"] = start if start in tuple(states) else _start(workflow)
    return {key: value for key, value in machine.items() if key != "States"} | {"States": states}


def _following(workflow: Workflow) -> dict[str, dict[str, str]]:
    """Return, for each state, where each of its branches leads."""
    following: dict[str, dict[str, str]] = {step.id: {} for step in workflow.steps}
    for target, dependencies in workflow.after.items():
        for dependency in dependencies:
            if dependency.branch in following[dependency.step]:
                raise _two_ways(dependency.step)
            following[dependency.step][dependency.branch] = target
    return following


def _state(step: NativeState, following: Mapping[str, str]) -> Mapping[str, object]:
    body = copy.deepcopy(dict(step.body))
    for branch, place in zip(step.branches, step.targets, strict=True):
        if branch in following:
            _put(body, place, following[branch])
        elif place == ("Next",):
            body["End"] = True
        elif place != ("Default",):
            raise _missing(step, branch)
    return body


def _put(body: MutableMapping[str, object], place: tuple[str | int, ...], target: str) -> None:
    here: object = body
    for part in place[:-1]:
        here = cast("list[object]", here)[part] if isinstance(part, int) else cast("dict[str, object]", here)[part]
    cast("dict[str, object]", here)[str(place[-1])] = target


def _start(workflow: Workflow) -> str:
    starts = [step for step in workflow.steps if not workflow.after[step.id]]
    if len(starts) != 1:
        names = ", ".join(step.id for step in starts) or "none"
        raise TargetRefused(
            f"A state machine begins with one state, and here nothing comes before: {names}.",
            reasons=tuple(f"{_node(step)}: nothing comes before it." for step in starts),
            hint="Join the states so that all but one come after another.",
        )
    return starts[0].id


def _node(step: Step) -> str:
    return step.node


def _two_ways(step: str) -> TargetRefused:
    return TargetRefused(
        f"'{step}' goes on to two states by the same way.",
        reasons=(f"{step}: a state goes on to one state only.",),
        hint="Use a Parallel state for work side by side.",
    )


def _missing(step: NativeState, branch: str) -> TargetRefused:
    return TargetRefused(
        f"'{step.id}' leads nowhere by {branch}.",
        reasons=(f"{step.node}: {branch} must lead to a state.",),
        hint=f"Draw a flow edge from '{step.id}' by {branch}.",
    )
