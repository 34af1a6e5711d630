"""How the names begin that engines make."""

from hypothesis import given
from hypothesis import strategies as st

from designer.workflow.arn_patterns import generated_prefix


@given(st.text(max_size=60))
def test_generated_names_begin_with_letters_digits_and_single_dashes(pipeline: str) -> None:
    prefix = generated_prefix(pipeline)

    assert prefix.endswith("-")
    assert "--" not in prefix
    assert prefix.isascii()
    assert len(prefix) <= 25
