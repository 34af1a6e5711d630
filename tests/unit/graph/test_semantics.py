"""The reference semantics, example by example, and as properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.graph.model import Graph
from designer.graph.semantics import CyclicGraphError, run
from tests.unit.graph.builders import graph


def test_nodes_that_share_nothing_run_at_the_same_time() -> None:
    outcome = run(graph("a -> c", "b -> c"))

    assert outcome.groups == (("a", "b"), ("c",))


def test_the_branch_that_is_not_taken_is_skipped_with_what_depends_on_its_data() -> None:
    played = graph("check.then -> train", "train.out -> register.in", "check.else -> tell", checks=("check",))

    outcome = run(played, take={"check": "else"})

    assert outcome.ran == ("check", "tell")
    assert outcome.skipped == ("train", "register")


def test_a_merge_goes_on_with_the_branch_that_was_taken() -> None:
    played = graph("check.then -> a", "check.else -> b", "a -> merge", "b -> merge", checks=("check",))

    for branch, taken in (("then", "a"), ("else", "b")):
        outcome = run(played, take={"check": branch})

        assert set(outcome.ran) == {"check", taken, "merge"}


def test_data_from_a_skipped_node_skips_even_when_a_flow_is_live() -> None:
    played = graph("check.then -> a", "a.out -> use.in", "other -> use", checks=("check",))

    outcome = run(played, take={"check": "else"})

    assert "use" in outcome.skipped
    assert "other" in outcome.ran


def test_a_join_waits_for_everything_alive() -> None:
    outcome = run(graph("a -> b", "b -> join", "c -> join"))

    assert outcome.groups[-1] == ("join",)


def test_nothing_that_waits_for_a_failed_node_starts() -> None:
    outcome = run(graph("a -> b", "b -> c", "a -> d"), fail={"b"})

    assert outcome.failed == ("b",)
    assert outcome.unreached == ("c",)
    assert "d" in outcome.ran


def test_a_reference_in_a_setting_is_a_data_dependency() -> None:
    outcome = run(graph("a -> b", settings={"c": "read ${b.out}"}))

    assert outcome.groups == (("a",), ("b",), ("c",))


def test_a_circle_is_named() -> None:
    with pytest.raises(CyclicGraphError, match="a -> b -> a"):
        run(graph("a -> b", "b -> a"))


@st.composite
def random_graphs(draw: st.DrawFn) -> tuple[Graph, dict[str, str]]:
    names = [f"n{number}" for number in range(draw(st.integers(2, 8)))]
    checks = tuple(name for name in names if draw(st.booleans()))
    edges = []
    for place, target in enumerate(names):
        for source in names[:place]:
            sort = draw(st.sampled_from(("none", "none", "flow", "data")))
            if sort == "flow":
                port = f".{draw(st.sampled_from(('then', 'else')))}" if source in checks else ""
                edges.append(f"{source}{port} -> {target}")
            elif sort == "data" and source not in checks and target not in checks:
                edges.append(f"{source}.out -> {target}.in")
    take = {name: draw(st.sampled_from(("then", "else"))) for name in checks}
    return graph(*edges, checks=checks), take


@given(random_graphs())
def test_every_node_ends_in_exactly_one_state_and_runs_after_what_it_needs(
    played: tuple[Graph, dict[str, str]],
) -> None:
    chosen, take = played

    outcome = run(chosen, take)

    place = {node: at for at, group in enumerate(outcome.groups) for node in group}
    assert sorted((*outcome.ran, *outcome.skipped)) == sorted(chosen.nodes)
    for node in outcome.ran:
        for link in chosen.incoming[node]:
            assert link.source in place or not link.data
            assert place.get(link.source, -1) < place[node]


@given(random_graphs())
def test_a_node_runs_when_its_data_ran_and_one_of_its_flows_is_live(played: tuple[Graph, dict[str, str]]) -> None:
    chosen, take = played

    ran = set(run(chosen, take).ran)

    for node in chosen.nodes:
        data = [link.source for link in chosen.incoming[node] if link.data]
        flows = [link for link in chosen.incoming[node] if not link.data]
        live = [link for link in flows if link.source in ran and link.branch in ("", take.get(link.source, ""))]
        assert (node in ran) == (set(data) <= ran and (not flows or bool(live)))
