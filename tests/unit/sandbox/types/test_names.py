import re

from hypothesis import given
from hypothesis import strategies as st

from designer.sandbox.types.names import generated_name

NAME = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,127}", fullmatch=True)


@given(NAME, NAME, st.integers(32, 256))
def test_a_generated_name_fits_its_limit_and_differs_each_time(stack: str, logical_id: str, longest: int) -> None:
    name = generated_name(stack, logical_id, longest=longest)

    assert len(name) <= longest
    assert name != generated_name(stack, logical_id, longest=longest)
    assert re.fullmatch(r"[A-Za-z0-9-]+", name)


def test_a_generated_name_tells_stack_and_resource() -> None:
    assert re.fullmatch(r"shop-Bucket-[A-Z0-9]{12}", generated_name("shop", "Bucket"))
    assert re.fullmatch(r"shop-bucket-[a-z0-9]{12}", generated_name("shop", "Bucket", lower=True))
