"""Conditions mean the same after they were brought into SageMaker's form."""

import operator
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from designer.catalog.steps import AllOf, AnyOf, Comparison, Condition, Not
from exporters.sagemaker.conditions import conjuncts, written_condition

COMPARISONS = st.builds(
    Comparison, st.integers(0, 3), st.sampled_from(["==", "!=", ">", ">=", "<", "<="]), st.integers(0, 3)
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    COMPARISONS,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


COMPARE: dict[str, Callable[..., object]] = {
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "Equals": operator.eq,
    "GreaterThan": operator.gt,
    "GreaterThanOrEqualTo": operator.ge,
    "LessThan": operator.lt,
    "LessThanOrEqualTo": operator.le,
}


def meant(condition: Condition) -> bool:
    if isinstance(condition, Comparison):
        return bool(COMPARE[condition.operator](condition.left, condition.right))
    if isinstance(condition, Not):
        return not meant(condition.member)
    return (all if isinstance(condition, AllOf) else any)(meant(member) for member in condition.members)


def said(written: dict[str, object]) -> bool:
    kind = str(written["Type"])
    if kind == "Not":
        return not said(written["Condition"])  # type: ignore[arg-type]
    if kind == "Or":
        return any(said(member) for member in written["Conditions"])  # type: ignore[attr-defined]
    return bool(COMPARE[kind](written["LeftValue"], written["RightValue"]))


@given(CONDITIONS)
def test_a_condition_of_any_shape_keeps_its_meaning(condition: Condition) -> None:
    written = [written_condition(part) for part in conjuncts(condition)]

    assert all(said(part) for part in written) == meant(condition)


def test_an_outer_and_becomes_the_list_of_conditions() -> None:
    both = AllOf((Comparison(1, ">", 0), AllOf((Comparison(2, "<", 3), Comparison(1, "==", 1)))))

    assert [written_condition(part)["Type"] for part in conjuncts(both)] == ["GreaterThan", "LessThan", "Equals"]
