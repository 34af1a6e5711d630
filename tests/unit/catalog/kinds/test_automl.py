import pytest

from designer.catalog.kinds.automl import KIND
from designer.catalog.values import StepOutput
from tests.unit.catalog.kinds.placing import complaints, place, the_call

_DATA = {"train": "s3://lake/train/"}


def test_botocore_accepts_the_request() -> None:
    settings = {"target": "left", "problem": "Regression", "metric": "RMSE"}

    assert complaints(the_call(place(KIND, settings, inputs=_DATA))) == ""


def test_a_problem_has_its_usual_metric() -> None:
    call = the_call(place(KIND, {"target": "left", "problem": "BinaryClassification"}, inputs=_DATA))

    assert call.request["AutoMLJobObjective"] == {"MetricName": "F1"}


def test_without_a_problem_sagemaker_finds_out_by_itself() -> None:
    call = the_call(place(KIND, {"target": "left"}, inputs=_DATA))

    assert not {"ProblemType", "AutoMLJobObjective"} & call.request.keys()


def test_a_metric_alone_is_refused() -> None:
    with pytest.raises(ValueError, match="both or neither"):
        place(KIND, {"target": "left", "metric": "F1"}, inputs=_DATA)


def test_it_gives_the_best_model_and_the_container_that_serves_it() -> None:
    outputs = place(KIND, {"target": "left"}, inputs=_DATA).outputs

    best = ("BestCandidate", "InferenceContainers", 0)
    assert outputs["model"] == StepOutput("node", (*best, "ModelDataUrl"))
    assert outputs["image"] == StepOutput("node", (*best, "Image"))


def test_it_may_have_a_role_and_a_network_of_its_own() -> None:
    role = "arn:aws:iam::123456789012:role/searches"
    settings = {"target": "left", "role_arn": role, "subnets": ["subnet-1"], "security_groups": ["sg-1"]}
    call = the_call(place(KIND, settings, inputs=_DATA))

    assert call.request["RoleArn"] == role
    network = call.request["AutoMLJobConfig"]["SecurityConfig"]["VpcConfig"]  # type: ignore[index]
    assert network == {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-1"]}
    assert complaints(call) == ""
