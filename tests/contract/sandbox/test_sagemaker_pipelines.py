"""SageMaker pipelines run: steps in order, conditions both ways, real jobs behind the steps."""

import json
from collections.abc import Callable

import pytest
from botocore.exceptions import ClientError

from designer.sandbox.documents import Value
from tests.contract.sandbox.conftest import Clients, until

ROLE = "arn:aws:iam::123456789012:role/any-role"
CLUSTER = {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 5}}
MODEL = {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}


def processing(name: str, output: str, place: Value, **more: Value) -> dict[str, Value]:
    where = {"S3Uri": place, "LocalPath": "/opt/ml/processing/out", "S3UploadMode": "EndOfJob"}
    return {
        "Name": name,
        "Type": "Processing",
        "Arguments": {
            "ProcessingResources": CLUSTER,
            "AppSpecification": {"ImageUri": "image"},
            "RoleArn": ROLE,
            "ProcessingOutputConfig": {"Outputs": [{"OutputName": output, "S3Output": where}]},
        },
        **more,
    }


def training() -> dict[str, Value]:
    train = {"Get": "Steps.Prepare.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri"}
    source = {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": train}}
    return {
        "Name": "Train",
        "Type": "Training",
        "Arguments": {
            "AlgorithmSpecification": {"TrainingImage": "image", "TrainingInputMode": "File"},
            "RoleArn": ROLE,
            "OutputDataConfig": {"S3OutputPath": "s3://pipe-data/models"},
            "ResourceConfig": CLUSTER["ClusterConfig"],
            "StoppingCondition": {"MaxRuntimeInSeconds": 60},
            "InputDataConfig": [{"ChannelName": "train", "DataSource": source}],
        },
    }


def condition(function_arn: str) -> dict[str, Value]:
    figure = {"Std:JsonGet": {"PropertyFile": {"Get": "Steps.Evaluate.PropertyFiles.Report"}, "Path": "accuracy"}}
    package = {
        "Containers": [{"Image": "image", "ModelDataUrl": MODEL}],
        "SupportedContentTypes": ["text/csv"],
        "SupportedResponseMIMETypes": ["text/csv"],
    }
    variant = {"VariantName": "all", "ModelName": {"Get": "Steps.Model.ModelName"}, "InitialInstanceCount": 1,
               "InstanceType": "ml.m5.large"}  # fmt: skip
    good = [
        {"Name": "Register", "Type": "RegisterModel",
         "Arguments": {"ModelPackageGroupName": "pipe-models", "InferenceSpecification": package}},
        {"Name": "Model", "Type": "Model",
         "Arguments": {"ExecutionRoleArn": ROLE, "PrimaryContainer": {"Image": "image", "ModelDataUrl": MODEL}}},
        {"Name": "Config", "Type": "EndpointConfig", "Arguments": {"ProductionVariants": [variant]}},
        {"Name": "Serve", "Type": "Endpoint", "Arguments": {
            "EndpointName": "pipe-endpoint", "EndpointConfigName": {"Get": "Steps.Config.EndpointConfigName"}}},
        {"Name": "Announce", "Type": "Lambda", "FunctionArn": function_arn, "DependsOn": ["Serve"],
         "Arguments": {"package": {"Get": "Steps.Register.ModelPackageArn"}},
         "OutputParameters": [{"OutputName": "told", "OutputType": "String"}]},
    ]  # fmt: skip
    text = {"Std:Join": {"On": " ", "Values": ["accuracy is below", {"Get": "Parameters.Threshold"}]}}
    return {
        "Name": "GoodEnough",
        "Type": "Condition",
        "Arguments": {
            "Conditions": [
                {"Type": "GreaterThanOrEqualTo", "LeftValue": figure, "RightValue": {"Get": "Parameters.Threshold"}}
            ],
            "IfSteps": good,
            "ElseSteps": [{"Name": "Refuse", "Type": "Fail", "Arguments": {"ErrorMessage": text}}],
        },
    }


@pytest.fixture(scope="module")
def pipeline(client_of: Clients, function: Callable[[str, str], str]) -> str:
    arn = function("announcing", "def handler(event, context):\n    return {'told': event['package']}\n")
    place = {"Std:Join": {"On": "/", "Values": ["s3:/", "pipe-data", {"Get": "Execution.PipelineExecutionId"}]}}
    report = [{"PropertyFileName": "Report", "OutputName": "evaluation", "FilePath": "report.json"}]
    evaluate = processing(
        "Evaluate", "evaluation", "s3://pipe-data/evaluation", PropertyFiles=report, DependsOn=["Train"]
    )
    definition = {
        "Version": "2020-12-01",
        "Parameters": [{"Name": "Threshold", "Type": "Float", "DefaultValue": 0.8}],
        "Steps": [condition(arn), evaluate, training(), processing("Prepare", "train", place)],
    }
    client_of("sagemaker").create_pipeline(
        PipelineName="pipe",
        PipelineDefinition=json.dumps(definition),
        RoleArn=ROLE,
        ClientRequestToken="t" * 32,
    )
    return "pipe"


def execute(client_of: Clients, name: str, **parameters: str) -> tuple[dict[str, Value], list[dict[str, Value]]]:
    sagemaker = client_of("sagemaker")
    given = [{"Name": key, "Value": value} for key, value in parameters.items()]
    arn = sagemaker.start_pipeline_execution(PipelineName=name, PipelineParameters=given)["PipelineExecutionArn"]
    ended = wait_for(client_of, arn)
    return ended, steps_of(client_of, arn)


def wait_for(client_of: Clients, arn: str) -> dict[str, Value]:
    look = lambda: client_of("sagemaker").describe_pipeline_execution(PipelineExecutionArn=arn)  # noqa: E731 - one line
    busy = {"Executing", "Stopping"}
    ended: dict[str, Value] = until(look, lambda seen: seen["PipelineExecutionStatus"] not in busy)
    return ended


def steps_of(client_of: Clients, arn: str) -> list[dict[str, Value]]:
    listed = client_of("sagemaker").list_pipeline_execution_steps(PipelineExecutionArn=arn, SortOrder="Ascending")
    steps: list[dict[str, Value]] = listed["PipelineExecutionSteps"]
    return steps


def test_a_condition_that_holds_runs_its_steps_and_what_they_make_exists(client_of: Clients, pipeline: str) -> None:
    ended, steps = execute(client_of, pipeline)

    order = [step["StepName"] for step in steps]
    assert ended["PipelineExecutionStatus"] == "Succeeded", steps
    assert order[:4] == ["Prepare", "Train", "Evaluate", "GoodEnough"]
    assert set(order[4:]) == {"Register", "Model", "Config", "Serve", "Announce"}
    assert {step["StepStatus"] for step in steps} == {"Succeeded"}
    by_name = {step["StepName"]: step for step in steps}
    assert by_name["GoodEnough"]["Metadata"]["Condition"]["Outcome"] == "True"
    assert by_name["Prepare"]["EndTime"] <= by_name["Train"]["StartTime"]
    package = by_name["Register"]["Metadata"]["RegisterModel"]["Arn"]
    assert by_name["Announce"]["Metadata"]["Lambda"]["OutputParameters"] == [{"Name": "told", "Value": package}]
    sagemaker = client_of("sagemaker")
    job = by_name["Train"]["Metadata"]["TrainingJob"]["Arn"].rsplit("/", 1)[-1]
    source = sagemaker.describe_training_job(TrainingJobName=job)["InputDataConfig"][0]["DataSource"]
    execution_id = ended["PipelineExecutionArn"].rsplit("/", 1)[-1]
    assert source["S3DataSource"]["S3Uri"] == f"s3://pipe-data/{execution_id}"
    assert sagemaker.describe_endpoint(EndpointName="pipe-endpoint")["EndpointStatus"] == "InService"
    assert sagemaker.describe_model_package(ModelPackageName=package)["ModelPackageGroupName"] == "pipe-models"


def test_a_second_run_points_the_endpoint_to_its_new_configuration(client_of: Clients, pipeline: str) -> None:
    _, first = execute(client_of, pipeline)
    _, second = execute(client_of, pipeline)

    made = [step["Metadata"]["EndpointConfig"]["Arn"] for step in (*first, *second) if step["StepName"] == "Config"]
    now = client_of("sagemaker").describe_endpoint(EndpointName="pipe-endpoint")["EndpointConfigName"]
    assert made[0] != made[1]
    assert made[1].endswith(now)


def test_a_selected_step_runs_alone_with_what_an_earlier_run_gave(client_of: Clients, pipeline: str) -> None:
    before, _ = execute(client_of, pipeline)
    sagemaker = client_of("sagemaker")
    started = sagemaker.start_pipeline_execution(
        PipelineName=pipeline,
        SelectiveExecutionConfig={
            "SourcePipelineExecutionArn": before["PipelineExecutionArn"],
            "SelectedSteps": [{"StepName": "Train"}],
        },
    )["PipelineExecutionArn"]

    assert wait_for(client_of, started)["PipelineExecutionStatus"] == "Succeeded"
    (step,) = steps_of(client_of, started)
    assert (step["StepName"], step["StepStatus"]) == ("Train", "Succeeded")
    job = step["Metadata"]["TrainingJob"]["Arn"].rsplit("/", 1)[-1]
    source = sagemaker.describe_training_job(TrainingJobName=job)["InputDataConfig"][0]["DataSource"]
    assert source["S3DataSource"]["S3Uri"].endswith(before["PipelineExecutionArn"].rsplit("/", 1)[-1])


def test_a_condition_that_does_not_hold_takes_the_other_branch(client_of: Clients, pipeline: str) -> None:
    ended, steps = execute(client_of, pipeline, Threshold="0.95")

    assert ended["PipelineExecutionStatus"] == "Failed"
    assert ended["FailureReason"] == "Step failure: One or multiple steps failed."
    assert [step["StepName"] for step in steps] == ["Prepare", "Train", "Evaluate", "GoodEnough", "Refuse"]
    assert steps[-1]["FailureReason"] == "accuracy is below 0.95"


def test_the_figures_that_decide_can_be_set(client_of: Clients, pipeline: str, steer: Callable[..., Value]) -> None:
    steer(metrics={"accuracy": 0.5})

    ended, _ = execute(client_of, pipeline)

    assert ended["PipelineExecutionStatus"] == "Failed"


def test_an_unknown_parameter_is_refused_with_those_that_exist(client_of: Clients, pipeline: str) -> None:
    with pytest.raises(ClientError, match=r"\[Treshold\] are not defined in the pipeline, which has: Threshold"):
        execute(client_of, pipeline, Treshold="1")


def test_a_failed_execution_is_retried_from_the_step_that_failed(
    client_of: Clients, pipeline: str, steer: Callable[..., Value]
) -> None:
    steer(failing=["Train"])
    failed, before = execute(client_of, pipeline)
    steer(failing=[])

    client_of("sagemaker").retry_pipeline_execution(
        PipelineExecutionArn=failed["PipelineExecutionArn"], ClientRequestToken="r" * 32
    )
    ended = wait_for(client_of, failed["PipelineExecutionArn"])

    after = {step["StepName"]: step for step in steps_of(client_of, failed["PipelineExecutionArn"])}
    assert failed["PipelineExecutionStatus"] == "Failed"
    assert [step["StepStatus"] for step in before] == ["Succeeded", "Failed"]
    assert ended["PipelineExecutionStatus"] == "Succeeded"
    assert after["Prepare"]["StartTime"] == before[0]["StartTime"]
    assert after["Train"]["AttemptCount"] == 2


def test_an_execution_is_stopped_before_its_next_step(
    client_of: Clients, pipeline: str, steer: Callable[..., Value]
) -> None:
    steer(step_seconds=0.5)
    sagemaker = client_of("sagemaker")
    arn = sagemaker.start_pipeline_execution(PipelineName=pipeline)["PipelineExecutionArn"]
    until(lambda: steps_of(client_of, arn), bool)

    sagemaker.stop_pipeline_execution(PipelineExecutionArn=arn, ClientRequestToken="s" * 32)
    ended = wait_for(client_of, arn)

    assert ended["PipelineExecutionStatus"] == "Stopped"
    assert [(step["StepName"], step["StepStatus"]) for step in steps_of(client_of, arn)] == [("Prepare", "Stopped")]
