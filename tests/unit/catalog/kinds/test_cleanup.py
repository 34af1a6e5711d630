import pytest

from designer.catalog.kinds.cleanup import KIND
from designer.catalog.placed import Lowered
from designer.catalog.steps import NativeStep
from designer.catalog.values import Deployed, ExecutionValue, StepOutput, Value, joined
from tests.unit.catalog.kinds.placing import place

MODEL = StepOutput("before", ("ModelArtifacts", "S3ModelArtifacts"))
FOLDER = joined("s3://", Deployed("ArtifactBucket"), "/churn/before/out/", ExecutionValue("id"))


def cleaned(value: Value, **files: str) -> Lowered:
    return place(KIND, {"files": files}, inputs={"results": value})


def sources(lowered: Lowered) -> object:
    (step,) = lowered.steps
    assert isinstance(step, NativeStep)
    assert step.step.type == "Cleanup"
    return step.step.arguments


def test_what_a_training_job_wrote_is_found_by_its_step() -> None:
    assert sources(cleaned(MODEL)) == {"Resources": {"S3": [{"StepName": "before"}]}}


def test_of_another_job_the_files_are_named() -> None:
    files = [joined(FOLDER, "/train.csv"), joined(FOLDER, "/more/test.csv")]

    assert sources(cleaned(FOLDER, before="train.csv, more/test.csv")) == {
        "Resources": {"S3": [{"StepName": "before", "S3Uris": files}]}
    }


def test_a_folder_without_files_to_delete_is_refused_with_what_to_do() -> None:
    with pytest.raises(ValueError, match="Say which files in the folder of 'before'"):
        cleaned(FOLDER)


def test_files_of_a_step_that_is_not_joined_are_refused() -> None:
    with pytest.raises(ValueError, match="Files are named of 'other'"):
        cleaned(MODEL, other="x.csv")


def test_only_what_the_pipeline_wrote_may_be_deleted() -> None:
    (step,) = cleaned(MODEL).steps

    assert isinstance(step, NativeStep)
    (statement,) = step.statements
    assert statement.actions == ("s3:DeleteObject",)
    assert statement.resources == (
        joined("arn:", Deployed("Partition"), ":s3:::", Deployed("ArtifactBucket"), "/churn/*"),
    )
