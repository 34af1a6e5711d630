import pytest

from designer.catalog.kinds.quality_check import KIND
from tests.unit.catalog.kinds.placing import complaints, place, the_call

_DATA = {"data": "s3://lake/today/"}


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {"skip_check": True}, inputs=_DATA))) == ""


def test_the_container_is_told_where_the_data_is_and_how_it_is_laid_out() -> None:
    call = the_call(place(KIND, {"model_group": "churn", "format": "json_lines"}, inputs=_DATA))

    assert call.request["Environment"] == {
        "output_path": "/opt/ml/processing/output",
        "publish_cloudwatch_metrics": "Disabled",
        "dataset_format": '{"json": {"lines": true}}',
        "dataset_source": "/opt/ml/processing/input/baseline_dataset_input",
    }


def test_sagemaker_pipelines_compares_with_the_baseline() -> None:
    settings = {"model_group": "churn", "constraints": "s3://b/c.json", "statistics": "s3://b/s.json"}
    step = the_call(place(KIND, settings, inputs=_DATA)).as_step

    assert step is not None
    assert step.type == "QualityCheck"
    assert step.members == {
        "CheckType": "DATA_QUALITY",
        "ModelPackageGroupName": "churn",
        "SkipCheck": False,
        "FailOnViolation": True,
        "RegisterNewBaseline": False,
        "SuppliedBaselineConstraints": "s3://b/c.json",
        "SuppliedBaselineStatistics": "s3://b/s.json",
    }


def test_the_quality_of_a_model_is_measured_against_what_was_true() -> None:
    settings = {
        "check": "model",
        "skip_check": True,
        "problem": "BinaryClassification",
        "probability": "p",
        "threshold": "0.7",
        "ground_truth": "left",
    }
    call = the_call(place(KIND, settings, inputs=_DATA))

    environment = call.request["Environment"]
    assert isinstance(environment, dict)
    assert environment["analysis_type"] == "MODEL_QUALITY"
    assert environment["problem_type"] == "BinaryClassification"
    assert (environment["probability_attribute"], environment["ground_truth_attribute"]) == ("p", "left")
    assert environment["probability_threshold_attribute"] == "0.7"


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({}, "nothing to compare with"),
        ({"skip_check": True, "check": "model", "prediction": "p"}, "ground truth"),
        (
            {"skip_check": True, "check": "model", "problem": "Regression", "ground_truth": "y"},
            "column of the prediction",
        ),
    ],
)
def test_a_check_that_could_find_nothing_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings, inputs=_DATA)
