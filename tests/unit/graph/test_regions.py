"""Structuring holds the reference semantics: who runs, and in an order that respects every tie."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from designer.catalog.branches import ELSE, THEN
from designer.graph.guards import GuardTest
from designer.graph.regions import Block, Fork, Guarded, Item, Run, Split, Tie, structure


def ties(*texts: str) -> tuple[Tie, ...]:
    """Read ties: `a > b` is flow, `a.then > b` a branch, `a >> b` data."""
    found = []
    for text in texts:
        source, arrow, target = text.split()
        name, _, branch = source.partition(".")
        found.append(Tie(source=name, target=target, branch=branch, data=arrow == ">>"))
    return tuple(found)


def test_a_chain_becomes_a_row() -> None:
    block = structure(["c", "b", "a"], ties("a > b", "b >> c"), [])

    assert block == (Run("a"), Run("b"), Run("c"))


def test_a_fan_out_that_joins_becomes_a_fork_between_two_steps() -> None:
    block = structure(["a", "b", "c", "d"], ties("a > b", "a > c", "b > d", "c > d"), [])

    assert block == (Run("a"), Fork(((Run("b"),), (Run("c"),))), Run("d"))


def test_steps_that_share_nothing_stand_side_by_side() -> None:
    block = structure(["a", "b"], (), [])

    assert block == (Fork(((Run("a"),), (Run("b"),))),)


def test_branches_that_merge_become_a_split_with_the_merge_behind_it() -> None:
    block = structure(["if", "a", "b", "m"], ties("if.then > a", "if.else > b", "a > m", "b > m"), ["if"])

    assert block == (Split("if", (Run("a"),), (Run("b"),)), Run("m"))


def test_a_branch_that_leads_straight_to_the_merge_is_empty() -> None:
    block = structure(["if", "a", "m"], ties("if.then > a", "if.else > m", "a > m"), ["if"])

    assert block == (Split("if", (Run("a"),), ()), Run("m"))


def test_what_takes_data_of_one_branch_belongs_to_that_branch() -> None:
    block = structure(["if", "a", "m"], ties("if.then > a", "if.else > m", "a >> m"), ["if"])

    assert block == (Split("if", (Run("a"),), ()),)


def test_a_join_across_a_condition_and_other_work_is_guarded_without_waiting_more() -> None:
    edges = ties("if.then > a", "if.else > b", "a >> d", "x >> d")

    block = structure(["if", "a", "b", "x", "d"], edges, ["if"])

    assert block == (
        Fork(((Split("if", (Run("a"),), (Run("b"),)),), (Run("x"),))),
        Guarded(GuardTest("if", yes=True, no=False), (Run("d"),)),
    )


def test_an_n_shape_is_cut_where_one_step_waits_for_one_other() -> None:
    block = structure(["a", "b", "c", "d"], ties("a > c", "a > d", "b > d"), [])

    assert block == (Fork(((Run("a"), Run("c")), (Run("b"),))), Run("d"))


def test_a_chain_of_two_thousand_steps_is_structured() -> None:
    names = [f"s{number}" for number in range(2000)]

    block = structure(names, [Tie(source=a, target=b) for a, b in pairwise(names)], [])

    assert block == tuple(Run(name) for name in names)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], tuple[Tie, ...], list[str], dict[str, str]]:
    """Draw a graph without circles, its decisions, and how each goes."""
    size = draw(st.integers(1, 9))
    names = [f"n{number}" for number in range(size)]
    decisions = [name for name in names if draw(st.integers(0, 2)) == 0]
    edges = []
    for target in range(1, size):
        for source in draw(st.sets(st.integers(0, target - 1), max_size=3)):
            is_decision = names[source] in decisions
            branch = draw(st.sampled_from([THEN, ELSE])) if is_decision else ""
            data = not is_decision and draw(st.booleans())
            edges.append(Tie(source=names[source], target=names[target], branch=branch, data=data))
            if is_decision and draw(st.integers(0, 4)) == 0:
                other = ELSE if branch == THEN else THEN
                edges.append(Tie(source=names[source], target=names[target], branch=other))
    take = {name: draw(st.sampled_from([THEN, ELSE])) for name in decisions}
    return names, tuple(edges), decisions, take


@given(graphs())
def test_exactly_those_run_that_the_semantics_names(
    drawn: tuple[list[str], tuple[Tie, ...], list[str], dict[str, str]],
) -> None:
    names, edges, decisions, take = drawn

    played = [node for node, _ in play(structure(names, edges, decisions), take, ())]

    assert sorted(played) == sorted(live(names, edges, take))


@given(graphs())
def test_a_step_begins_only_after_all_that_it_is_tied_to(
    drawn: tuple[list[str], tuple[Tie, ...], list[str], dict[str, str]],
) -> None:
    names, edges, decisions, take = drawn

    places = dict(play(structure(names, edges, decisions), take, ()))

    for tie in edges:
        if tie.source in places and tie.target in places:
            assert is_before(places[tie.source], places[tie.target])


@given(graphs())
def test_every_step_that_may_run_stands_once(
    drawn: tuple[list[str], tuple[Tie, ...], list[str], dict[str, str]],
) -> None:
    names, edges, decisions, _ = drawn

    found = list(nodes_in(structure(names, edges, decisions)))

    assert len(found) == len(set(found))


def live(names: list[str], edges: tuple[Tie, ...], take: Mapping[str, str]) -> set[str]:
    ran: set[str] = set()
    for name in names:
        into = [tie for tie in edges if tie.target == name]
        flows = [tie for tie in into if not tie.data]
        has_data = all(tie.source in ran for tie in into if tie.data)
        is_called = any(tie.source in ran and tie.branch in ("", take.get(tie.source)) for tie in flows)
        if has_data and (is_called or not flows):
            ran.add(name)
    return ran


Place = tuple[tuple[int, int], ...]


def play(block: Block, take: Mapping[str, str], above: Place) -> Iterator[tuple[str, Place]]:
    """Yield who runs, each with its place: per level the position in the row and the branch of a fork."""
    for position, item in enumerate(block):
        yield from play_item(item, take, (*above, (position, -1)))


def play_item(item: Item, take: Mapping[str, str], place: Place) -> Iterator[tuple[str, Place]]:
    if isinstance(item, Run):
        yield item.node, place
    elif isinstance(item, Fork):
        for branch, block in enumerate(item.blocks):
            yield from play(block, take, (*place[:-1], (place[-1][0], branch)))
    elif isinstance(item, Split):
        yield item.node, place
        yield from play(item.then if take[item.node] == THEN else item.otherwise, take, place)
    elif holds(item.test, take):
        yield from play(item.block, take, place)


def holds(test: GuardTest | bool, take: Mapping[str, str]) -> bool:
    while isinstance(test, GuardTest):
        test = test.yes if take[test.decision] == THEN else test.no
    return test


def is_before(one: Place, other: Place) -> bool:
    for (position, branch), (other_position, other_branch) in zip(one, other, strict=False):
        if position != other_position:
            return position < other_position
        if branch != other_branch:
            return False
    return len(one) < len(other)


def nodes_in(block: Block) -> Iterator[str]:
    for item in block:
        if isinstance(item, Run | Split):
            yield item.node
        if isinstance(item, Split):
            yield from nodes_in(item.then)
            yield from nodes_in(item.otherwise)
        elif isinstance(item, Fork):
            for inner in item.blocks:
                yield from nodes_in(inner)
        elif isinstance(item, Guarded):
            yield from nodes_in(item.block)
