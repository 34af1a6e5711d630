"""Java's patterns mean the same here, and those that cannot be read raise no false alarm."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.shapes.patterns import compile_pattern, matches


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("[a-z]+", "abc", True),
        ("[a-z]+", "abc1", False),
        (r"\d+", "١٢", False),
        (r"[\p{L}\p{N} _-]*", "Ünïcode 12", True),
        (r"[\p{L}\p{N} _-]*", "tab\t", False),
        (r"[\P{C}]+", "bell\a", False),
        (r"\p{XDigit}{4}", "beef", True),
        (r"[\p{Alpha}.]+", "a.b", True),
        (r"\A[a-z]*+\z", "abc", True),
        (r"\S", " a word ", True),
        (r"\S", "   ", False),
    ],
)
def test_a_pattern_means_what_java_means(pattern: str, text: str, *, expected: bool) -> None:
    assert matches(pattern, text) is expected


@pytest.mark.parametrize("pattern", [r"[\p{Print}&&[^|:/]]+", "a{2}{3}", "(", "^(?i)(true|false)$", r"\p{IsNothing}"])
def test_a_pattern_that_python_cannot_read_is_passed_over(pattern: str) -> None:
    assert compile_pattern(pattern) is None
    assert matches(pattern, "anything") is None


@given(st.text(max_size=40))
def test_plain_ascii_patterns_agree_with_re(text: str) -> None:
    pattern = r"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"

    assert matches(pattern, text) == bool(re.fullmatch(pattern, text))
