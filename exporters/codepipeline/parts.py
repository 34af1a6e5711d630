"""The values inside a condition."""

from collections.abc import Iterator

from designer.catalog.steps import Comparison, Condition, Not
from designer.catalog.values import Value


def condition_values(condition: Condition) -> Iterator[Value]:
    """Yield both sides of every comparison in a condition."""
    if isinstance(condition, Comparison):
        yield condition.left
        yield condition.right
    elif isinstance(condition, Not):
        yield from condition_values(condition.member)
    else:
        for member in condition.members:
            yield from condition_values(member)
