from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from designer.graph.order import circles, predecessors, topological_order, way_round

IDS = "abcdefgh"
PAIRS = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=20)


def test_each_comes_after_those_before_it_and_else_the_given_order_is_kept() -> None:
    before = predecessors([("d", "a")], "abcd")

    assert topological_order(before) == ("b", "c", "d", "a")


def test_a_circle_and_what_follows_from_it_come_last() -> None:
    before = predecessors([("a", "b"), ("b", "a"), ("b", "c")], "abcd")

    assert topological_order(before) == ("d", "a", "b", "c")


@given(PAIRS)
def test_an_order_names_each_once_and_breaks_no_pair_outside_circles(pairs: list[tuple[str, str]]) -> None:
    before = predecessors(pairs, IDS)
    order = topological_order(before)

    assert sorted(order) == sorted(IDS)
    if not circles(before):
        assert all(order.index(earlier) < order.index(later) for earlier, later in pairs)


@given(PAIRS)
def test_the_way_round_a_circle_follows_the_pairs(pairs: list[tuple[str, str]]) -> None:
    before = predecessors(pairs, IDS)

    for circle in circles(before):
        way = way_round(circle, before)

        assert way[0] == circle[0]
        assert len(set(way)) == len(way)
        assert all(earlier in before[later] for earlier, later in zip(way, (*way[1:], way[0]), strict=True))


def test_a_node_before_itself_is_a_circle_of_one() -> None:
    before = predecessors([("a", "a")], "ab")

    assert circles(before) == (("a",),)
    assert way_round(("a",), before) == ("a",)


def test_a_chain_of_any_length_fits() -> None:
    ids = [str(number) for number in range(20_000)]
    before = predecessors([*pairwise(ids), (ids[-1], ids[0])], ids)

    assert len(circles(before)[0]) == len(ids)
