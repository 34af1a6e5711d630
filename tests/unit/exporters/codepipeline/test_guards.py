"""Whether a step runs is what the choices say, and that is the reference semantics."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.catalog.branches import ELSE, THEN
from designer.graph.model import Graph
from designer.graph.semantics import run
from designer.workflow.lowering import lower
from designer.workflow.model import Workflow
from exporters.codepipeline.guards import SKIPPED, Guard, Taken, guard_environment, guard_test, guards
from exporters.codepipeline.shell_values import variable
from tests.unit.exporters.codepipeline.build import drawn


def guards_of(*edges: str) -> dict[str, Guard]:
    return guards(lower(drawn(*edges), {}))


def test_a_step_without_a_choice_before_it_always_runs() -> None:
    found = guards_of("a -> b", "a.value -> c.data")

    assert all(guard.is_open for guard in found.values())


def test_a_step_on_a_branch_looks_at_the_choice() -> None:
    found = guards_of("if.then -> a", "a -> b")

    assert found["a"] == found["b"] == Guard(((Taken("if", THEN),),))


def test_a_merge_of_both_branches_always_runs() -> None:
    found = guards_of("if.then -> a", "if.else -> b", "a -> merge", "b -> merge")

    assert found["merge"].is_open


def test_a_merge_of_nested_choices_runs_when_the_outer_branch_was_taken() -> None:
    found = guards_of("if.then -> if2", "if2.then -> a", "if2.else -> b", "a -> merge", "b -> merge")

    assert found["merge"] == Guard(((Taken("if", THEN),),))


def test_data_of_two_branches_is_never_there_together() -> None:
    found = guards_of("if.then -> a", "if.else -> b", "a.value -> c.data", "b.value -> c.data")

    assert found["c"] == Guard(((Taken("if", ELSE),), (Taken("if", THEN),)))


def test_what_follows_a_guarded_approval_looks_at_the_choice_because_an_approval_says_nothing() -> None:
    found = guards_of("if.then -> approve", "approve -> after")

    assert guard_environment(found["after"]) == {"BRANCH_if": "#{if.BRANCH}"}


def test_one_branch_or_another_of_two_choices_is_one_clause() -> None:
    found = guards_of("if.then -> merge", "if2.else -> merge")

    assert found["merge"] == Guard(((Taken("if", THEN), Taken("if2", ELSE)),))


def test_a_guard_that_would_take_thousands_of_clauses_is_said_to_be_too_large() -> None:
    edges = [f"if{row}{column}.then -> job{row}{column}" for row in range(9) for column in range(4)]
    joins = [f"job{row}{column}.value -> join{row}.data" for row in range(9) for column in range(4)]

    found = guards_of(*edges, *joins, *(f"join{row} -> merge" for row in range(9)), "merge -> last")

    assert found["merge"].is_too_large
    assert found["last"].is_too_large
    assert not found["merge"].is_open


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Graph, dict[str, str]]:
    """Draw a graph without circles, with conditions, joins and merges, and how each condition goes."""
    names = [f"{draw(st.sampled_from(('job', 'job', 'if')))}{number}" for number in range(draw(st.integers(2, 9)))]
    edges: list[str] = []
    for place, target in enumerate(names):
        sources = sorted(draw(st.sets(st.sampled_from(names[:place]), max_size=3)) if place else ())
        edges += [draw(_edges(source, target)) for source in sources]
    take = {name: draw(st.sampled_from((THEN, ELSE))) for name in names if name.startswith("if")}
    return drawn(*edges), take


@st.composite
def _edges(draw: st.DrawFn, source: str, target: str) -> str:
    if source.startswith("if"):
        return f"{source}.{draw(st.sampled_from((THEN, ELSE)))} -> {target}"
    takes_data = target.startswith("job") and draw(st.booleans())
    return f"{source}.value -> {target}.data" if takes_data else f"{source} -> {target}"


@given(graphs())
def test_exactly_those_run_that_the_semantics_names(played: tuple[Graph, dict[str, str]]) -> None:
    graph, take = played

    ran = set(_those_that_run(lower(graph, {}), take))

    assert ran == set(run(graph, take).ran)


def _those_that_run(flow: Workflow, take: Mapping[str, str]) -> Iterator[str]:
    said: dict[str, str] = {}
    for step, guard in guards(flow).items():
        runs = all(any(said[one.choice] == one.branch for one in clause) for clause in guard.clauses)
        said[step] = take.get(step, "") if runs else SKIPPED
        if runs:
            yield step


@pytest.mark.skipif(shutil.which("bash") is None, reason="Builds run in bash, and this machine has none.")
@settings(max_examples=40)
@given(graphs())
def test_bash_comes_to_the_same_as_the_semantics(played: tuple[Graph, dict[str, str]]) -> None:
    graph, take = played
    script = "\n".join(_shell(lower(graph, {}), take))

    answer = subprocess.run(["bash", "-euo", "pipefail", "-c", script], capture_output=True, text=True, check=True)

    assert set(answer.stdout.split()) == set(run(graph, take).ran)


def _shell(flow: Workflow, take: Mapping[str, str]) -> Iterator[str]:
    for step, guard in guards(flow).items():
        name = variable("BRANCH", step)
        yield f"if {guard_test(guard)}; then echo {step}; {name}={take.get(step, '')}; else {name}={SKIPPED}; fi"
