"""Templates are YAML that people can read, and read back as the same document."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from exporters.cloudformation.intrinsics import attribute, either, ref
from exporters.cloudformation.yaml_text import yaml_text


def test_intrinsic_functions_are_short_and_the_order_is_kept() -> None:
    text = yaml_text({"b": ref("AWS::Region"), "a": [attribute("X", "Arn"), {"Fn::Sub": "x-${Y}"}]})

    assert text == "b: !Ref AWS::Region\na:\n  - !GetAtt X.Arn\n  - !Sub 'x-${Y}'\n"


def test_a_branch_is_a_list_under_its_tag() -> None:
    assert yaml_text({"a": either("C", "x", ref("Y"))}) == "a: !If\n  - C\n  - x\n  - !Ref Y\n"


def test_text_of_several_lines_is_a_block() -> None:
    assert yaml_text({"a": "one\n  two\n"}) == "a: |\n  one\n    two\n"


def test_text_that_yaml_would_take_for_something_else_is_quoted() -> None:
    assert yaml_text({"a": "no", "b": "012", "c": "OFF", "d": "1e3"}) == "a: 'no'\nb: '012'\nc: 'OFF'\nd: 1e3\n"


@given(
    st.from_regex(r"\A[A-Za-z][A-Za-z0-9_./-]{0,8}\Z") | st.sampled_from(["Yes", "off", "NULL", "True", "nO", "y", "n"])
)
def test_words_are_written_as_pyyaml_writes_them(text: str) -> None:
    assert yaml_text({"key": text}) == yaml.safe_dump({"key": text})


def test_the_same_object_twice_is_written_twice() -> None:
    shared = {"x": 1}

    assert yaml_text({"a": shared, "b": shared}) == "a:\n  x: 1\nb:\n  x: 1\n"


@given(st.text(alphabet="ab{}\"' :#-|>\n\té", max_size=30))
def test_any_text_reads_back_as_it_was(text: str) -> None:
    document = {"a": text, "b": {"c": [text, "end"]}}

    assert yaml.safe_load(yaml_text(document)) == document


_PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-9, 9),
    st.floats(allow_nan=False),
    st.text("ab {}\"':#-|>!&*\n\té", max_size=9),
)
_DOCUMENTS = st.recursive(
    _PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("ab1: é-", min_size=1), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from("abc"), _DOCUMENTS))
def test_any_document_reads_back_as_it_was(document: dict[str, object]) -> None:
    assert yaml.safe_load(yaml_text(document)) == (document or None)
