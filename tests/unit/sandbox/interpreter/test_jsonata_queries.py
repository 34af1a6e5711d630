import pytest
from hypothesis import given
from hypothesis import strategies as st
from moto.stepfunctions.parser.asl.jsonata.jsonata import JSONataException

from designer.sandbox.documents import Value
from designer.sandbox.interpreter.jsonata_queries import declare_variables, evaluate

# JSONata keeps one number type and drops members without a value, so only what it can hold is asked back.
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
VALUES = st.recursive(
    st.booleans() | st.integers(-(2**40), 2**40) | TEXTS,
    lambda inner: st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, min_size=1, max_size=3),
    max_leaves=6,
)


@given(VALUES)
def test_a_declared_variable_has_the_value_it_was_given(value: Value) -> None:
    assert evaluate(f"({declare_variables({'$v': value})}$v)") == value


def test_a_query_that_does_not_parse_raises_what_the_interpreter_expects() -> None:
    with pytest.raises(JSONataException):
        evaluate("(((")


def test_a_result_is_plain_json() -> None:
    assert evaluate("{'a': [1..3], 'b': $sum([1, 2]), 'c': null}") == {"a": [1, 2, 3], "b": 3, "c": None}
