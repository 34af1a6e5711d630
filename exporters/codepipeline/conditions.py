"""A condition as an expression of jq."""

from designer.catalog.steps import AllOf, AnyOf, Comparison, Condition, Not
from designer.catalog.values import AsText, Deployed, ExecutionValue, Joined, ParameterValue, StepOutput, Value
from exporters.codepipeline.shell_values import jq


def jq_condition(condition: Condition, pipeline: str) -> str:
    """Return an expression that is true when a condition holds."""
    if isinstance(condition, Not):
        return f"({jq_condition(condition.member, pipeline)} | not)"
    if isinstance(condition, AllOf):
        return "(" + " and ".join(jq_condition(one, pipeline) for one in condition.members) + ")"
    if isinstance(condition, AnyOf):
        return "(" + " or ".join(jq_condition(one, pipeline) for one in condition.members) + ")"
    return _comparison(condition, pipeline)


def _comparison(one: Comparison, pipeline: str) -> str:
    return f"({_side(one.left, one.right, pipeline)} {one.operator} {_side(one.right, one.left, pipeline)})"


def _side(value: Value, other: Value, pipeline: str) -> str:
    """Return one side; what a step exports is text, so it is read as what it is compared to."""
    written = jq(value, pipeline)
    if not isinstance(value, StepOutput) or _is_text(other):
        return written
    return f"({written} | try fromjson catch {written})"


def _is_text(value: Value) -> bool:
    return isinstance(value, str | AsText | Joined | Deployed | ExecutionValue) or (
        isinstance(value, ParameterValue) and value.type == "String"
    )
