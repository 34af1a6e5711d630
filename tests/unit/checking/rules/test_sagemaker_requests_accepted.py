import pytest

from designer.checking.rules.sagemaker_requests_accepted import RULE
from tests.unit.checking.imported import places

ARGUMENTS: dict[str, object] = {
    "RoleArn": {"Get": "Parameters.Role"},
    "OutputDataConfig": {"S3OutputPath": {"Std:Join": {"On": "/", "Values": ["s3:/", "b"]}}},
    "ResourceConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30},
    "StoppingCondition": {"MaxRuntimeInSeconds": {"Get": "Parameters.Long"}},
    "AlgorithmSpecification": {"TrainingInputMode": "File", "TrainingImage": "${Image}"},
    "HyperParameters": None,
}


def pipeline(**arguments: object) -> dict[str, object]:
    return {"Steps": [{"Name": "T", "Type": "Training", "Arguments": {**ARGUMENTS, **arguments}}]}


def test_a_whole_request_stays_silent_without_the_name_that_the_pipeline_gives() -> None:
    assert places(RULE, pipeline()) == []


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ({"RoleARN": "x"}, "RoleARN"),
        ({"ResourceConfig": {"InstanceCount": "one", "VolumeSizeInGB": 1}}, "ResourceConfig.InstanceCount"),
        ({"ResourceConfig": {"InstanceType": "ml.m5.tiny", "VolumeSizeInGB": 1}}, "ResourceConfig.InstanceType"),
        ({"StoppingCondition": []}, "StoppingCondition"),
    ],
)
def test_what_the_api_does_not_take_is_found(arguments: dict[str, object], place: str) -> None:
    assert places(RULE, pipeline(**arguments)) == [f"T definition.Arguments.{place}"]


def test_a_type_of_step_without_a_request_of_its_own_is_left_alone() -> None:
    assert places(RULE, {"Steps": [{"Name": "T", "Type": "Callback", "Arguments": {"any": "thing"}}]}) == []
