"""Conditions brought into the form that a condition step has: a list of which all must hold, without an inner *and*."""

from designer.catalog.steps import AllOf, AnyOf, Comparison, Condition, Not, Operator
from exporters.sagemaker.values import written

COMPARISONS: dict[Operator, str] = {
    "==": "Equals",
    ">": "GreaterThan",
    ">=": "GreaterThanOrEqualTo",
    "<": "LessThan",
    "<=": "LessThanOrEqualTo",
}


def conjuncts(condition: Condition) -> tuple[Condition, ...]:
    """Split a condition into those that must all hold."""
    if isinstance(condition, AllOf):
        return tuple(part for member in condition.members for part in conjuncts(member))
    return (without_and(condition),)


def without_and(condition: Condition) -> Condition:
    """Write an inner *and* as *not (not this or not that)*, and *differs* as *not equal*: SageMaker has neither."""
    if isinstance(condition, Comparison):
        if condition.operator == "!=":
            return Not(Comparison(condition.left, "==", condition.right))
        return condition
    if isinstance(condition, Not):
        inner = without_and(condition.member)
        return inner.member if isinstance(inner, Not) else Not(inner)
    if isinstance(condition, AllOf):
        if len(condition.members) == 1:
            return without_and(condition.members[0])
        return Not(AnyOf(tuple(without_and(Not(member)) for member in condition.members)))
    return AnyOf(tuple(without_and(member) for member in condition.members))


def written_condition(condition: Condition) -> dict[str, object]:
    """Write a condition that went through `conjuncts` as JSON."""
    if isinstance(condition, Comparison):
        return {
            "Type": COMPARISONS[condition.operator],
            "LeftValue": written(condition.left),
            "RightValue": written(condition.right),
        }
    if isinstance(condition, Not):
        return {"Type": "Not", "Condition": written_condition(condition.member)}
    return {"Type": "Or", "Conditions": [written_condition(member) for member in condition.members]}
