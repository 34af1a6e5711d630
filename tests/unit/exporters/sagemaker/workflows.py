"""Small workflows for the tests of this exporter."""

from collections.abc import Mapping
from dataclasses import replace

from designer.catalog.needs import Need
from designer.catalog.steps import Call, Choice, Comparison, Condition, Failure, Step
from designer.catalog.values import (
    AsText,
    Deployed,
    ExecutionValue,
    FileValue,
    ParameterValue,
    StepOutput,
    Value,
    joined,
)
from designer.document.model import Document, Parameter
from designer.workflow.model import Dependency, Workflow

ROLE = Deployed("ExecutionRoleArn")
IMAGE = "246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1"
CLUSTER = {"InstanceCount": 1, "InstanceType": "ml.m5.xlarge", "VolumeSizeInGB": 30}


def workflow(
    *steps: Step,
    after: Mapping[str, tuple[Dependency, ...]] | None = None,
    parameters: tuple[Parameter, ...] = (),
    needs: tuple[Need, ...] = (),
    has_cycles: bool = False,
) -> Workflow:
    order = after or {}
    return Workflow(
        name="churn",
        description="Predict who leaves.",
        region="us-west-2",
        parameters=parameters,
        steps=steps,
        after={step.id: order.get(step.id, ()) for step in steps},
        document=Document(name="churn"),
        needs=needs,
        has_cycles=has_cycles,
    )


def flow(step: str, branch: str = "") -> Dependency:
    return Dependency(step=step, branch=branch)


def data(step: str) -> Dependency:
    return Dependency(step=step, data=True)


def output_uri(node: str, output: str) -> Value:
    return joined("s3://", Deployed("ArtifactBucket"), f"/churn/{node}/{output}/", ExecutionValue("id"))


def processing(step_id: str, **changes: object) -> Call:
    request: dict[str, object] = {
        "AppSpecification": {
            "ImageUri": IMAGE,
            "ContainerEntrypoint": ["python3", "/opt/ml/processing/input/code/run.py"],
            "ContainerArguments": ["--ratio", AsText(ParameterValue("Ratio", "Float")), "--seed", "7"],
        },
        "ProcessingResources": {"ClusterConfig": {**CLUSTER, "InstanceType": ParameterValue("InstanceType")}},
        "ProcessingInputs": [
            {
                "InputName": "code",
                "S3Input": {
                    "S3Uri": joined("s3://", Deployed("AssetsBucket"), "/assets/0123/run.py"),
                    "LocalPath": "/opt/ml/processing/input/code",
                    "S3DataType": "S3Prefix",
                    "S3InputMode": "File",
                },
            }
        ],
        "ProcessingOutputConfig": {
            "Outputs": [
                {
                    "OutputName": "report",
                    "S3Output": {
                        "S3Uri": output_uri(step_id, "report"),
                        "LocalPath": "/opt/ml/processing/report",
                        "S3UploadMode": "EndOfJob",
                    },
                }
            ]
        },
        "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
        "Environment": {"GREETING": 'say "hi" to {all}, it\'s \\ fine'},
        "RoleArn": ROLE,
    }
    return call(step_id, "CreateProcessingJob", request, **changes)


def training(step_id: str, **changes: object) -> Call:
    request: dict[str, object] = {
        "AlgorithmSpecification": {"TrainingImage": IMAGE, "TrainingInputMode": "File"},
        "HyperParameters": {"max_depth": AsText(ParameterValue("MaxDepth", "Integer")), "eta": "0.2"},
        "InputDataConfig": [
            {
                "ChannelName": "train",
                "ContentType": "text/csv",
                "DataSource": {
                    "S3DataSource": {
                        "S3DataType": "S3Prefix",
                        "S3Uri": output_uri("prepare", "report"),
                        "S3DataDistributionType": "FullyReplicated",
                    }
                },
            }
        ],
        "OutputDataConfig": {"S3OutputPath": output_uri(step_id, "model")},
        "ResourceConfig": CLUSTER,
        "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
        "RoleArn": ROLE,
    }
    return call(step_id, "CreateTrainingJob", request, **changes)


def model(step_id: str, trained: str) -> Call:
    container = {"Image": IMAGE, "ModelDataUrl": StepOutput(trained, ("ModelArtifacts", "S3ModelArtifacts"))}
    return call(step_id, "CreateModel", {"PrimaryContainer": container, "ExecutionRoleArn": ROLE})


def package(step_id: str, trained: str) -> Call:
    artifacts = StepOutput(trained, ("ModelArtifacts", "S3ModelArtifacts"))
    request = {
        "ModelPackageGroupName": "churn",
        "ModelApprovalStatus": "PendingManualApproval",
        "InferenceSpecification": {
            "Containers": [{"Image": IMAGE, "ModelDataUrl": artifacts}],
            "SupportedContentTypes": ["text/csv"],
            "SupportedResponseMIMETypes": ["text/csv"],
        },
    }
    return call(step_id, "CreateModelPackage", request)


def invocation(step_id: str, payload: object, **changes: object) -> Call:
    request = {"FunctionName": Deployed("ScoreFunctionArn"), "Payload": payload}
    return call(step_id, "Invoke", request, service="lambda", **changes)


def call(step_id: str, operation: str, request: Mapping[str, object], **changes: object) -> Call:
    plain = Call(id=step_id, node=step_id, service="sagemaker", operation=operation, request=request)
    return replace(plain, **changes)  # type: ignore[arg-type]


def choice(step_id: str, condition: Condition | None = None) -> Choice:
    return Choice(
        id=step_id, node=step_id, condition=condition or Comparison(ParameterValue("Ratio", "Float"), ">", 0.5)
    )


def failure(step_id: str) -> Failure:
    return Failure(id=step_id, node=step_id, error="TooWeak", cause=joined("auc ", AsText(auc())))


def auc(step: str = "evaluate") -> FileValue:
    return FileValue(
        step=step,
        output="report",
        file="evaluation.json",
        uri=output_uri(step, "report"),
        path=("metrics", "auc", "value"),
    )


PARAMETERS = (
    Parameter(name="InstanceType", default="ml.m5.xlarge", choices=("ml.m5.xlarge", "ml.m5.2xlarge")),
    Parameter(name="MaxDepth", type="Integer", default=5),
    Parameter(name="Ratio", type="Float", default=1),
    Parameter(name="Dry", type="Boolean", default=False),
    Parameter(name="Given"),
)


def churn() -> Workflow:
    """Return the sample: prepare, train, evaluate, and by the metric register and model, or fail."""
    return workflow(
        processing("prepare", cache_for="P30D", description="Clean and split."),
        training("train"),
        processing("evaluate", files=(("report", "evaluation.json"),)),
        choice("good-enough", Comparison(auc(), ">=", 0.8)),
        package("register", "train"),
        model("model", "train"),
        failure("too-weak"),
        after={
            "train": (data("prepare"),),
            "evaluate": (data("train"), flow("prepare")),
            "good-enough": (data("evaluate"),),
            "register": (data("train"), flow("good-enough", "then")),
            "model": (data("train"), flow("register")),
            "too-weak": (flow("good-enough", "else"),),
        },
        parameters=PARAMETERS,
    )
