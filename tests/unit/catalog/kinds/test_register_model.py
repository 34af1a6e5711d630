from designer.catalog.kinds.register_model import KIND
from designer.catalog.needs import PackageGroup
from designer.catalog.values import FileValue, StepOutput
from tests.unit.catalog.kinds.placing import complaints, place, the_call

MODEL = StepOutput("train", ("ModelArtifacts", "S3ModelArtifacts"))
METRICS = FileValue(step="evaluate", output="metrics", file="evaluation.json", uri="s3://a/b", path=())


def test_botocore_accepts_the_request() -> None:
    lowered = place(KIND, {"description": "From ${execution.id}"}, inputs={"model": MODEL, "metrics": METRICS})

    assert complaints(the_call(lowered)) == ""


def test_the_metrics_are_named_by_the_address_of_their_file() -> None:
    request = the_call(place(KIND, {}, inputs={"model": MODEL, "metrics": METRICS})).request

    statistics = {"ContentType": "application/json", "S3Uri": "s3://a/b/evaluation.json"}
    assert request["ModelMetrics"] == {"ModelQuality": {"Statistics": statistics}}


def test_the_group_is_made_and_named_after_the_pipeline() -> None:
    lowered = place(KIND, {}, inputs={"model": MODEL})

    assert lowered.needs == (PackageGroup(logical_id="ChurnModelGroup", node="node", name="churn"),)
    assert the_call(lowered).request["ModelPackageGroupName"] == "churn"


def test_a_group_that_exists_is_not_made() -> None:
    lowered = place(KIND, {"group": "models", "create_group": False}, inputs={"model": MODEL})

    assert lowered.needs == ()


def test_a_version_waits_for_approval_unless_told_otherwise() -> None:
    assert the_call(place(KIND, {}, inputs={"model": MODEL})).request["ModelApprovalStatus"] == "PendingManualApproval"
