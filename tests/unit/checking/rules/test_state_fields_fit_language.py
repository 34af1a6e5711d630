import pytest

from designer.checking.rules.state_fields_fit_language import RULE
from tests.unit.checking.machines import places


@pytest.mark.parametrize("field", ["InputPath", "Parameters", "ResultPath", "ResultSelector", "ItemsPath"])
def test_a_field_of_jsonpath_in_a_state_in_jsonata_is_found(field: str) -> None:
    assert places(RULE, {"Type": "Pass", field: "$"}, "JSONata") == [f"definition.{field}"]
    assert places(RULE, {"Type": "Pass", field: "$"}) == []


@pytest.mark.parametrize("field", ["Arguments", "Output", "Items"])
def test_a_field_of_jsonata_in_a_state_in_jsonpath_is_found(field: str) -> None:
    assert places(RULE, {"Type": "Pass", field: "x"}) == [f"definition.{field}"]
    assert places(RULE, {"Type": "Pass", field: "x"}, "JSONata") == []


def test_the_language_of_the_state_itself_comes_first() -> None:
    assert places(RULE, {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "x"}) == []


def test_a_language_that_there_is_not_is_found() -> None:
    assert places(RULE, {"Type": "Pass", "QueryLanguage": "XPath"}) == ["definition.QueryLanguage"]
