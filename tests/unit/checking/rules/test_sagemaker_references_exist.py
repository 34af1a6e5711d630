import pytest

from designer.checking.rules.sagemaker_references_exist import RULE
from tests.unit.checking.imported import places

OUTPUT = {"OutputName": "train", "S3Output": {"S3Uri": "s3://b/k"}}
PREPARE = {
    "Name": "Prepare",
    "Type": "Processing",
    "Arguments": {"ProcessingOutputConfig": {"Outputs": [OUTPUT]}},
    "PropertyFiles": [{"PropertyFileName": "Report", "OutputName": "train", "FilePath": "r.json"}],
}
CALL = {"Name": "Call", "Type": "Lambda", "Arguments": {}, "OutputParameters": [{"OutputName": "x"}]}
TUNE = {"Name": "Tune", "Type": "Tuning", "Arguments": {}}
STOP = {"Name": "Stop", "Type": "Fail", "Arguments": {"ErrorMessage": "no"}}


def reading(get: str, **members: object) -> dict[str, object]:
    step = {"Name": "Read", "Type": "Training", "Arguments": {"A": [{"Get": get}]}, **members}
    parameters = [{"Name": "Size", "Type": "Integer"}]
    return {"Version": "2020-12-01", "Parameters": parameters, "Steps": [PREPARE, CALL, TUNE, STOP, step]}


@pytest.mark.parametrize(
    "get",
    [
        "Parameters.Sise",
        "Steps.Prepair.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri",
        "Steps.Prepare.ProcessingOutputConfig.Outputs['test'].S3Output.S3Uri",
        "Steps.Prepare.ProcessingOutputConfig.Outputs['train'].S3Output.S3Url",
        "Steps.Prepare.ModelArtifacts.S3ModelArtifacts",
        "Steps.Prepare.PropertyFiles.Other",
        "Steps.Prepare",
        "Steps.Call.OutputParameters['y']",
        "Steps.Read.ModelArtifacts",
        "Steps.Stop.ErrorMessage",
        "Execution.Nothing",
        "Elsewhere.X",
    ],
)
def test_what_is_not_there_is_found(get: str) -> None:
    assert places(RULE, reading(get)) == ["Read definition.Arguments.A.0"]


@pytest.mark.parametrize(
    "get",
    [
        "Parameters.Size",
        "Steps.Prepare.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri",
        "Steps.Prepare.PropertyFiles.Report",
        "Steps.Call.OutputParameters['x']",
        "Steps.Tune.TrainingJobSummaries[0].TrainingJobName",
        "Execution.PipelineName",
    ],
)
def test_what_is_there_stays_silent(get: str) -> None:
    assert places(RULE, reading(get)) == []


def test_a_step_to_wait_for_that_is_not_there_is_found() -> None:
    assert places(RULE, reading("Parameters.Size", DependsOn=["Nowhere"])) == ["Read"]
    assert places(RULE, reading("Parameters.Size", DependsOn=["Prepare"])) == []


def test_a_kept_wait_for_a_step_that_is_not_there_is_found_at_its_place() -> None:
    waits = ["Call", {"Step": "Nowhere", "Trigger": "Failed"}]

    assert places(RULE, reading("Parameters.Size", DependsOn=waits)) == ["Read definition.DependsOn.1"]


def test_what_is_read_beside_the_steps_is_looked_at_too() -> None:
    def named(get: str) -> dict[str, object]:
        return {**reading("Parameters.Size"), "PipelineExperimentConfig": {"ExperimentName": {"Get": get}}}

    assert places(RULE, named("Execution.Name")) == [
        "settings.sagemaker_pipeline.PipelineExperimentConfig.ExperimentName"
    ]
    assert places(RULE, named("Execution.PipelineName")) == []
