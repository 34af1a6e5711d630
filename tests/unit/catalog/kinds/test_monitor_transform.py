from collections.abc import Mapping

import pytest

from designer.catalog.kinds.monitor_transform import KIND
from designer.catalog.steps import Call
from tests.unit.catalog.kinds.placing import calls, complaints, place

JOINED = {"model": "churn-model", "data": "s3://lake/today/"}
BASELINE = {"constraints": "s3://b/c.json"}


def pair(settings: Mapping[str, object]) -> tuple[Call, Call]:
    first, second = calls(place(KIND, settings, inputs=JOINED))
    return first, second


def inside(value: object, *path: str) -> object:
    """Return a member of a request, or of the only item of a list in it."""
    for name in path:
        (value,) = value if isinstance(value, list) else (value,)
        assert isinstance(value, Mapping)
        value = value[name]
    return value


def source(check: Call) -> object:
    return inside(check.request, "ProcessingInputs", "S3Input", "S3Uri")


def test_the_data_is_checked_before_the_model_sees_it() -> None:
    check, transform = pair(BASELINE)

    assert (check.id, check.operation) == ("node-monitoring", "CreateProcessingJob")
    assert (transform.id, transform.operation) == ("node", "CreateTransformJob")
    assert source(check) == "s3://lake/today/"


def test_the_predictions_are_checked_afterwards() -> None:
    transform, check = pair({**BASELINE, "when": "after"})

    assert (transform.id, check.id) == ("node-transform", "node")
    assert source(check) == place(KIND, BASELINE, inputs=JOINED).outputs["predictions"]


def test_botocore_accepts_both_requests() -> None:
    assert [complaints(call) for call in pair({**BASELINE, "instance_count": 2})] == ["", ""]


def test_the_check_runs_on_a_machine_of_its_own() -> None:
    check, _ = pair({**BASELINE, "instance_type": "ml.m5.4xlarge", "check_instance_type": "ml.m5.large"})

    assert inside(check.request, "ProcessingResources", "ClusterConfig", "InstanceType") == "ml.m5.large"


def test_sagemaker_pipelines_compares_with_the_baseline() -> None:
    check, _ = pair({**BASELINE, "fail_on_violation": False})

    assert check.as_step is not None
    assert check.as_step.type == "QualityCheck"
    assert check.as_step.members["FailOnViolation"] is False
    assert check.as_step.members["SuppliedBaselineConstraints"] == "s3://b/c.json"


def test_predictions_cannot_be_judged_before_they_are_made() -> None:
    with pytest.raises(ValueError, match="Check afterwards"):
        pair({**BASELINE, "check": "model"})


def test_a_check_without_a_baseline_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to compare with"):
        pair({})
