import pytest
from botocore.stub import ANY

from designer.aws.runs import RunStatus, SelectedSteps
from designer.aws.sagemaker_runs import SageMakerRuns
from tests.unit.aws.stubs import answering, client

RUN = "arn:aws:sagemaker:us-east-1:123456789012:pipeline/churn/execution/abcdefghijkl"


def test_parameters_are_given_as_text_as_the_engine_wants_them() -> None:
    sagemaker = client("sagemaker")
    request = {
        "PipelineName": "churn",
        "PipelineParameters": [
            {"Name": "Rounds", "Value": "5"},
            {"Name": "Fast", "Value": "true"},
            {"Name": "Rate", "Value": "0.5"},
        ],
        "ClientRequestToken": ANY,
    }
    answering(sagemaker, ("start_pipeline_execution", request, {"PipelineExecutionArn": RUN}))

    assert SageMakerRuns(sagemaker).start("churn", {"Rounds": 5, "Fast": True, "Rate": 0.5}) == RUN


@pytest.mark.parametrize(("source", "config"), [("", {}), (RUN, {"SourcePipelineExecutionArn": RUN})])
def test_selected_steps_run_alone_after_an_execution(source: str, config: dict[str, str]) -> None:
    sagemaker = client("sagemaker")
    request = {
        "PipelineName": "churn",
        "PipelineParameters": [],
        "ClientRequestToken": ANY,
        "SelectiveExecutionConfig": {**config, "SelectedSteps": [{"StepName": "train"}, {"StepName": "evaluate"}]},
    }
    answering(sagemaker, ("start_pipeline_execution", request, {"PipelineExecutionArn": RUN}))

    selected = SelectedSteps(steps=("train", "evaluate"), source=source)
    assert SageMakerRuns(sagemaker).start("churn", {}, selected) == RUN


def test_an_execution_is_read_with_its_steps_and_reasons() -> None:
    sagemaker = client("sagemaker")
    answering(
        sagemaker,
        (
            "describe_pipeline_execution",
            {"PipelineExecutionArn": RUN},
            {"PipelineExecutionStatus": "Failed", "FailureReason": "A step failed"},
        ),
        (
            "list_pipeline_execution_steps",
            {"PipelineExecutionArn": RUN, "SortOrder": "Ascending"},
            {
                "PipelineExecutionSteps": [
                    {"StepName": "prepare", "StepStatus": "Succeeded"},
                    {"StepName": "train", "StepStatus": "Failed", "FailureReason": "ClientError: no data"},
                ]
            },
        ),
    )

    found = SageMakerRuns(sagemaker).read("churn", RUN)

    assert (found.status, found.reason) == (RunStatus.FAILED, "A step failed")
    assert [(step.name, step.status, step.reason) for step in found.steps] == [
        ("prepare", RunStatus.SUCCEEDED, ""),
        ("train", RunStatus.FAILED, "ClientError: no data"),
    ]
