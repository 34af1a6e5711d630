import pytest

from designer.sandbox.documents import Record, Value
from designer.sandbox.stacks.intrinsics import UNKNOWN, Scope, evaluate_conditions, is_unknown, resolve
from designer.sandbox.wire.api_error import ApiError

NAMES: Record = {"Stage": "dev", "Bucket": "my-bucket", "Zones": ["a", "b"], "New": UNKNOWN}
SCOPE = Scope(
    mappings={"Sizes": {"dev": {"Memory": 128}}},
    conditions={"IsDev": True, "IsProd": False},
    reference=NAMES.__getitem__,
    attribute=lambda name, attribute: UNKNOWN if name == "New" else f"{name}/{attribute}",
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"Ref": "Bucket"}, "my-bucket"),
        ({"Fn::GetAtt": ["Bucket", "Arn"]}, "Bucket/Arn"),
        ({"Fn::GetAtt": "Bucket.Endpoint.Address"}, "Bucket/Endpoint.Address"),
        ({"Fn::Sub": "${Stage}-${Bucket.Arn}-${!Literal}"}, "dev-Bucket/Arn-${Literal}"),
        ({"Fn::Sub": ["${Stage}-${Own}", {"Own": {"Ref": "Bucket"}}]}, "dev-my-bucket"),
        ({"Fn::Join": ["/", ["s3:/", {"Ref": "Bucket"}, 7]]}, "s3://my-bucket/7"),
        ({"Fn::Join": ["-", {"Ref": "Zones"}]}, "a-b"),
        ({"Fn::Select": ["1", {"Ref": "Zones"}]}, "b"),
        ({"Fn::Select": [0, {"Fn::Split": ["-", {"Ref": "Bucket"}]}]}, "my"),
        ({"Fn::If": ["IsDev", "yes", "no"]}, "yes"),
        ({"Fn::If": ["IsProd", "yes", "no"]}, "no"),
        ({"Fn::FindInMap": ["Sizes", {"Ref": "Stage"}, "Memory"]}, 128),
        ({"Fn::Base64": "abc"}, "YWJj"),
        ({"Kept": 1, "Left": {"Fn::If": ["IsProd", 1, {"Ref": "AWS::NoValue"}]}}, {"Kept": 1}),
        ([{"Fn::If": ["IsProd", 1, {"Ref": "AWS::NoValue"}]}, 2], [2]),
    ],
)
def test_a_function_gives_what_cloudformation_says(value: Value, expected: Value) -> None:
    assert resolve(value, SCOPE) == expected


def test_what_depends_on_a_new_resource_is_unknown_before_it_is_made() -> None:
    for value in (
        {"Fn::Sub": "arn:${New.Arn}"},
        {"Fn::Join": ["/", ["a", {"Ref": "New"}]]},
        {"Fn::Select": [5, {"Fn::Split": [":", {"Ref": "New"}]}]},
        {"Deep": [{"Ref": "New"}]},
    ):
        assert is_unknown(resolve(value, SCOPE))

    assert not is_unknown(resolve({"Deep": [{"Ref": "Bucket"}]}, SCOPE))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"Fn::FindInMap": ["Sizes", "dev", "Disk"]}, "Unable to get mapping for Sizes::dev::Disk"),
        ({"Fn::Select": [9, {"Ref": "Zones"}]}, "nonexistent value at index 9"),
        ({"Fn::If": ["IsNone", 1, 2]}, "unresolved condition IsNone"),
        ({"Fn::Transform": {}}, "does not have the function Fn::Transform"),
    ],
)
def test_what_cannot_be_resolved_is_an_error_that_names_it(value: Value, words: str) -> None:
    with pytest.raises(ApiError, match=words):
        resolve(value, SCOPE)


def test_conditions_build_on_each_other_in_any_order() -> None:
    template = {
        "Conditions": {
            "Either": {"Fn::Or": [{"Condition": "IsProd"}, {"Condition": "IsDev"}]},
            "Neither": {"Fn::Not": [{"Condition": "Either"}]},
            "Both": {"Fn::And": [{"Condition": "IsProd"}, {"Condition": "IsDev"}]},
            "IsDev": {"Fn::Equals": [{"Ref": "Stage"}, "dev"]},
            "IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]},
        }
    }

    results = evaluate_conditions(template, NAMES.__getitem__)

    assert results == {"Either": True, "Neither": False, "Both": False, "IsDev": True, "IsProd": False}


def test_conditions_in_a_circle_are_refused() -> None:
    template = {"Conditions": {"A": {"Condition": "B"}, "B": {"Fn::Not": [{"Condition": "A"}]}}}

    with pytest.raises(ApiError, match="unresolved condition dependency"):
        evaluate_conditions(template, NAMES.__getitem__)
