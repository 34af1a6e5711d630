import json

import boto3
import pytest

from designer.sandbox.documents import Value
from designer.sandbox.types.fit import comparable, covers, fit


def shape(service: str, operation: str) -> Value:
    client = boto3.client(service, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
    return client.meta.service_model.operation_model(operation).input_shape


def test_names_are_found_whatever_their_case() -> None:
    properties = {"Name": "p", "Source": {"Type": "NO_SOURCE", "BuildSpec": "x"}, "Unknown": 1}

    assert fit(properties, shape("codebuild", "CreateProject")) == {
        "name": "p",
        "source": {"type": "NO_SOURCE", "buildspec": "x"},
    }


def test_text_becomes_the_number_or_the_switch_that_is_asked_for() -> None:
    properties = {"Timeout": "30", "Publish": "true", "FunctionName": "f"}

    assert fit(properties, shape("lambda", "CreateFunction")) == {"Timeout": 30, "Publish": True, "FunctionName": "f"}


def test_an_object_becomes_text_where_text_is_asked_for() -> None:
    pattern = {"source": ["aws.s3"]}

    fitted = fit({"Name": "r", "EventPattern": pattern}, shape("events", "PutRule"))

    assert json.loads(fitted["EventPattern"]) == pattern


def test_tags_are_turned_between_list_and_map() -> None:
    as_list, as_map = [{"Key": "a", "Value": "1"}], {"a": "1"}

    assert fit({"Tags": as_list}, shape("lambda", "CreateFunction")) == {"Tags": as_map}
    assert fit({"Tags": as_map}, shape("sagemaker", "CreateModel")) == {"Tags": as_list}
    assert fit({"Tags": as_list}, shape("codebuild", "CreateProject")) == {"tags": [{"key": "a", "value": "1"}]}


@pytest.mark.parametrize(
    ("actual", "expected", "agree"),
    [
        ('{"a": [1, 2]}', {"A": [1, 2]}, True),
        ("30", 30, True),
        (True, "true", True),
        ({"a": 1, "default": 2}, {"a": 1}, True),
        ({"a": 2}, {"a": 1}, False),
        ([1], [1, 2], False),
        ("x", "y", False),
    ],
)
def test_settings_that_mean_the_same_agree(actual: Value, expected: Value, *, agree: bool) -> None:
    assert covers(comparable(actual), comparable(expected)) is agree
