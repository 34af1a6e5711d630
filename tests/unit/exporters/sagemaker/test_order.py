"""A definition runs what the workflow runs, and in its order, whatever the shape of the graph."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from designer.catalog.branches import ELSE, THEN
from designer.catalog.steps import Choice
from designer.workflow.model import Dependency, Workflow
from designer.workflow.support import Level
from exporters.sagemaker.definition import definition
from exporters.sagemaker.support import support
from tests.unit.exporters.sagemaker.workflows import choice, training, workflow


@st.composite
def workflows(draw: st.DrawFn) -> Workflow:
    kinds = draw(st.lists(st.sampled_from(["job", "job", "choice"]), min_size=1, max_size=7))
    steps = [choice(f"s{n}") if kind == "choice" else training(f"s{n}") for n, kind in enumerate(kinds)]
    after: dict[str, tuple[Dependency, ...]] = {}
    for number, step in enumerate(steps):
        before = draw(st.lists(st.integers(0, number - 1), max_size=2, unique=True)) if number else []
        after[step.id] = tuple(
            _dependency(draw, steps[one].id, is_choice=isinstance(steps[one], Choice)) for one in before
        )
    return workflow(*steps, after=after)


def _dependency(draw: st.DrawFn, step: str, *, is_choice: bool) -> Dependency:
    if is_choice:
        return Dependency(step=step, branch=draw(st.sampled_from([THEN, ELSE])))
    return Dependency(step=step, data=draw(st.booleans()))


def meant(one: Workflow, taken: dict[str, str]) -> set[str]:
    """Say which steps run, by the reference semantics."""
    ran: set[str] = set()
    for step in one.steps:
        before = one.after[step.id]
        data = all(dependency.step in ran for dependency in before if dependency.data)
        flow = [dependency for dependency in before if not dependency.data]
        alive = any(
            dependency.step in ran and dependency.branch in {"", taken.get(dependency.step)} for dependency in flow
        )
        if data and (alive or not flow):
            ran.add(step.id)
    return ran


def said(steps: object, taken: dict[str, str]) -> set[str]:
    """Say which steps SageMaker runs."""
    ran: set[str] = set()
    assert isinstance(steps, list)
    for step in steps:
        ran.add(step["Name"])
        if step["Type"] == "Condition":
            branch = "IfSteps" if taken[step["Name"]] == THEN else "ElseSteps"
            ran |= said(step["Arguments"][branch], taken)
    return ran


def waits(steps: object, outer: tuple[str, ...] = ()) -> dict[str, set[str]]:
    """Return what each step waits for: what it names, what it reads, and the conditions around it."""
    found: dict[str, set[str]] = {}
    assert isinstance(steps, list)
    for step in steps:
        inner = {"IfSteps": [], "ElseSteps": []} | (step["Arguments"] if step["Type"] == "Condition" else {})
        own = {**step, "Arguments": {**step["Arguments"], "IfSteps": [], "ElseSteps": []}}
        found[step["Name"]] = {
            *outer,
            *step.get("DependsOn", []),
            *re.findall(r'"Get": "Steps\.([\w-]+)\.', json.dumps(own)),
        }
        for branch in ("IfSteps", "ElseSteps"):
            found |= waits(inner[branch], (*outer, step["Name"]))
    return found


@given(workflows(), st.lists(st.sampled_from([THEN, ELSE]), min_size=7, max_size=7))
def test_what_runs_is_what_the_workflow_says_or_it_is_called_impossible(one: Workflow, outcomes: list[str]) -> None:
    if any(report.level is Level.IMPOSSIBLE for report in support(one)):
        return
    taken = {step.id: outcomes[number] for number, step in enumerate(one.steps)}

    assert said(definition(one)["Steps"], taken) == meant(one, taken)


@given(workflows())
def test_a_step_waits_for_all_that_it_comes_after_and_only_for_what_it_can_see(one: Workflow) -> None:
    if any(report.level is Level.IMPOSSIBLE for report in support(one)):
        return

    waiting = waits(definition(one)["Steps"])

    for step in one.steps:
        assert {dependency.step for dependency in one.after[step.id]} <= waiting[step.id] | _of(waiting, step.id)


def _of(waiting: dict[str, set[str]], step: str) -> set[str]:
    """Return all that a step waits for through others."""
    found: set[str] = set()
    for before in waiting[step]:
        found |= {before} | _of(waiting, before)
    return found


@given(workflows())
def test_no_step_waits_for_one_inside_a_branch_that_it_does_not_stand_in(one: Workflow) -> None:
    if any(report.level is Level.IMPOSSIBLE for report in support(one)):
        return

    def check(steps: object, visible: set[str]) -> None:
        assert isinstance(steps, list)
        here = visible | {step["Name"] for step in steps}
        for step in steps:
            assert set(step.get("DependsOn", [])) <= here
            if step["Type"] == "Condition":
                check(step["Arguments"]["IfSteps"], here)
                check(step["Arguments"]["ElseSteps"], here)

    check(definition(one)["Steps"], set())
