import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.catalog.conditions import ConditionError, parse_condition
from designer.catalog.steps import AllOf, AnyOf, Comparison, Not


def read(text: str) -> object:
    return parse_condition(text, lambda name: name)


def test_a_comparison_keeps_the_order_of_its_sides() -> None:
    assert read("metrics.auc >= 0.8") == Comparison("metrics.auc", ">=", 0.8)


@pytest.mark.parametrize(
    ("text", "value"), [("7", 7), ("-1.5", -1.5), ("1e-3", 0.001), ("true", True), ("'x y'", "x y"), ('"x"', "x")]
)
def test_a_literal_is_read_as_what_it_looks_like(text: str, value: object) -> None:
    found = read(f"a == {text}")

    assert isinstance(found, Comparison)
    assert (found.right, type(found.right)) == (value, type(value))


def test_and_binds_closer_than_or_and_not_closest() -> None:
    a, b, c = (Comparison(name, "==", right=True) for name in "abc")

    assert read("a or not b and c") == AnyOf((a, AllOf((Not(b), c))))


def test_brackets_group() -> None:
    a, b, c = (Comparison(name, "==", right=True) for name in "abc")

    assert read("(a or b) and c") == AllOf((AnyOf((a, b)), c))


def test_a_reference_is_one_operand() -> None:
    assert read("${params.Approve} == true") == Comparison("${params.Approve}", "==", right=True)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("a = 1", 3, "write =="),
        ("a == 1 && b", 8, "write and"),
        ("(a == 1", 1, "never closed"),
        ("a ==", 5, "not the end"),
        ("a == 1 b", 8, "one too many"),
        ("a == 'open", 6, "closing quotation mark"),
        ("", 1, "a value is expected"),
    ],
)
def test_what_cannot_be_read_is_shown_by_column_and_in_words(text: str, column: int, words: str) -> None:
    with pytest.raises(ConditionError, match=words) as caught:
        read(text)

    assert caught.value.column == column


def test_a_condition_nested_without_measure_is_refused() -> None:
    with pytest.raises(ConditionError, match="too deeply"):
        read("(" * 5000 + "a" + ")" * 5000)


@given(st.text(alphabet="ab.()<>=!'\"${} andort019-", max_size=40))
def test_any_text_is_read_or_refused_with_a_column_inside_it(text: str) -> None:
    column = 1
    try:
        read(text)
    except ConditionError as err:
        column = err.column

    assert 1 <= column <= len(text) + 1
