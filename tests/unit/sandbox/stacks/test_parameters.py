import pytest

from designer.sandbox.documents import Record
from designer.sandbox.stacks.parameters import given_parameters, resolve_parameters, shown_parameters, typed_value
from designer.sandbox.wire.api_error import ApiError

TEMPLATE: Record = {
    "Parameters": {
        "Stage": {"Type": "String", "Default": "dev", "AllowedValues": ["dev", "prod"]},
        "Count": {"Type": "Number", "Default": 2, "MinValue": 1, "MaxValue": 5},
        "Secret": {"Type": "String", "Default": "x", "NoEcho": True, "MinLength": 1},
    }
}


def test_values_that_are_not_given_are_the_defaults() -> None:
    assert resolve_parameters(TEMPLATE, {"Stage": "prod"}) == {"Stage": "prod", "Count": "2", "Secret": "x"}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"Stage": "test"}, r"'Stage' must be one of AllowedValues \[dev, prod\]"),
        ({"Count": "many"}, "'Count' must be a number"),
        ({"Count": "6"}, "'Count' must be within"),
        ({"Secret": ""}, "'Secret' must contain at least 1 characters"),
        ({"Other": "a"}, r"Parameters: \[Other\] do not exist in the template"),
    ],
)
def test_a_value_that_the_template_forbids_is_refused(given: dict[str, str], words: str) -> None:
    with pytest.raises(ApiError, match=words):
        resolve_parameters(TEMPLATE, given)


def test_a_value_is_kept_from_the_stack_where_the_request_says_so() -> None:
    requested = [
        {"ParameterKey": "Stage", "UsePreviousValue": "true"},
        {"ParameterKey": "Count", "ParameterValue": "3"},
    ]

    assert given_parameters(requested, {"Stage": "prod"}) == {"Stage": "prod", "Count": "3"}
    with pytest.raises(ApiError, match="has no previous value"):
        given_parameters(requested, {})


def test_a_value_that_must_not_be_echoed_is_hidden() -> None:
    shown = {
        item["ParameterKey"]: item["ParameterValue"]
        for item in shown_parameters(TEMPLATE, {"Secret": "s", "Count": "1"})
    }

    assert shown == {"Secret": "****", "Count": "1"}


def test_a_list_parameter_is_a_list_to_its_reference() -> None:
    assert typed_value({"Type": "CommaDelimitedList"}, "a, b") == ["a", "b"]
    assert typed_value({"Type": "List<AWS::EC2::Subnet::Id>"}, "") == []
    assert typed_value({"Type": "String"}, "a, b") == "a, b"
