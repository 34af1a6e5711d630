from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.sandbox.documents import Value
from designer.sandbox.wire.cbor import decode, encode

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(PLAIN)
def test_what_is_encoded_is_decoded_to_the_same_value(value: Value) -> None:
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    ("value", "hexadecimal"),
    [
        # Examples from RFC 8949, appendix A.
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000000, "1a000f4240"),
        (-1, "20"),
        (-1000, "3903e7"),
        (1.1, "fb3ff199999999999a"),
        (True, "f5"),
        (None, "f6"),
        ("IETF", "6449455446"),
        ("\u00fc", "62c3bc"),
        (b"\x01\x02\x03\x04", "4401020304"),
        ([1, [2, 3]], "8201820203"),
        ({"a": "A", "b": "B"}, "a26161614161626142"),
    ],
)
def test_values_are_written_as_the_standard_shows(value: Value, hexadecimal: str) -> None:
    assert encode(value).hex() == hexadecimal
    assert decode(bytes.fromhex(hexadecimal)) == value


@pytest.mark.parametrize(
    ("hexadecimal", "value"),
    [
        ("9f018202039f0405ffff", [1, [2, 3], [4, 5]]),
        ("bf61610161629f0203ffff", {"a": 1, "b": [2, 3]}),
        ("7f657374726561646d696e67ff", "streaming"),
        ("f93c00", 1.0),
        ("fa47c35000", 100000.0),
    ],
)
def test_forms_that_others_write_are_read(hexadecimal: str, value: Value) -> None:
    assert decode(bytes.fromhex(hexadecimal)) == value


def test_a_time_is_a_tagged_epoch() -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    assert encode(moment)[0] == 0xC1
    assert decode(encode(moment)) == moment


def test_a_text_that_ends_too_early_is_refused() -> None:
    with pytest.raises(ValueError, match="ends too early"):
        decode(encode("hello")[:-1])
