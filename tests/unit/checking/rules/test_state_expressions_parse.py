import pytest

from designer.checking.rules.state_expressions_parse import RULE
from tests.unit.checking.machines import found, places


def test_an_expression_that_cannot_be_read_is_found() -> None:
    ((place, message),) = found(RULE, {"Type": "Pass", "Output": {"a": ["{% 1 + %}"]}}, "JSONata")

    assert place == "definition.Output.a.0"
    assert "not JSONata" in message


def test_a_variable_that_nobody_assigns_is_found() -> None:
    ((_, message),) = found(RULE, {"Type": "Pass", "Output": "{% $total + 1 %}"}, "JSONata")

    assert "$total" in message


@pytest.mark.parametrize("name", ["two words", "1st", "a-b", "states", "x" * 81])
def test_a_name_that_no_variable_can_have_is_found(name: str) -> None:
    state = {"Type": "Pass", "Assign": {name: 1}}

    assert places(RULE, state, "JSONata") == [f"definition.Assign.{name}"]


@pytest.mark.parametrize(
    "text",
    [
        "{% $states.input.x %}",
        "{% ($a := 1; $a + $known) %}",
        "{% $map($states.input.x, function($v, $i){ $v + $i }) %}",
        "{% $sum(x.(y@$z.($z.a))) %}",
        "{% 'costs $total' %}",
        "{% $partition([1, 2], 1) %}",
        "{% ${Placeholder} + 1 %}",
        "no $expression",
    ],
)
def test_what_can_be_read_stays_silent(text: str) -> None:
    assert places(RULE, {"Type": "Pass", "Assign": {"known": 1}, "Output": text}, "JSONata") == []
