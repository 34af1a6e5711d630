import pytest

from designer.catalog.kinds.dynamodb_item import KIND
from designer.catalog.values import AsText, ParameterValue, StepOutput
from tests.unit.catalog.kinds.placing import complaints, names, place, the_call

BASE = {"table": "runs", "key": {"id": "one"}}


@pytest.mark.parametrize(
    ("settings", "operation"),
    [
        ({"do": "get"}, "GetItem"),
        ({"do": "put", "values": {"a": 1}}, "PutItem"),
        ({"do": "update", "values": {"a": 1}}, "UpdateItem"),
        ({"do": "delete"}, "DeleteItem"),
    ],
)
def test_botocore_accepts_each_request(settings: dict[str, object], operation: str) -> None:
    call = the_call(place(KIND, {**BASE, **settings}))

    assert call.operation == operation
    assert complaints(call) == ""


def test_values_are_typed_by_what_they_are() -> None:
    values = {"text": "x", "number": 1.5, "flag": True, "later": "${params.Count}"}

    request = the_call(place(KIND, {**BASE, "values": values})).request

    assert request["Item"] == {
        "id": {"S": "one"},
        "text": {"S": "x"},
        "number": {"N": "1.5"},
        "flag": {"BOOL": True},
        "later": {"N": AsText(ParameterValue("Count", "Integer"))},
    }


def test_an_update_sets_the_values_whatever_their_names() -> None:
    request = the_call(place(KIND, {**BASE, "do": "update", "values": {"name": "x", "size": 2}})).request

    assert request["UpdateExpression"] == "SET #a0 = :v0, #a1 = :v1"
    assert request["ExpressionAttributeNames"] == {"#a0": "name", "#a1": "size"}
    assert request["ExpressionAttributeValues"] == {":v0": {"S": "x"}, ":v1": {"N": "2"}}


def test_attributes_that_are_read_are_outputs() -> None:
    settings = {**BASE, "do": "get", "answers": {"auc": "number"}}

    assert place(KIND, settings).outputs == {"auc": StepOutput("node", ("Item", "auc", "N"))}
    assert list(names(KIND.outputs(settings))) == ["auc"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"do": "put", "answers": {"a": "text"}}, "read by 'get' only"),
        ({"do": "delete", "values": {"a": 1}}, "'put' and 'update' only"),
        ({"do": "update"}, "which values"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        place(KIND, {**BASE, **settings})
