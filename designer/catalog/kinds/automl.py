"""AutoML: SageMaker tries algorithms and settings by itself, and gives the best model that it finds."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.jobs import CacheFor, JobRole, VpcSettings, job_wait, output_uri, vpc
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import (
    address,
    encryption_key,
    execution_role,
    one_input,
    resolved,
    settings_of,
    tags,
    without_empty,
)
from designer.catalog.settings_types import Integer
from designer.catalog.steps import Call
from designer.catalog.tasks import AwaitedSettings
from designer.catalog.values import StepOutput

_SHAPE = "sagemaker:CreateAutoMLJob:"
_WAIT = job_wait("AutoMLJob")
_METRICS = {"Regression": "MSE", "BinaryClassification": "F1", "MulticlassClassification": "Accuracy"}


class AutoMLSettings(VpcSettings, AwaitedSettings):
    """What is to be predicted, and how long it may take."""

    target: Annotated[str, Form(group="Data", shape=_SHAPE + "InputDataConfig.TargetAttributeName")] = Field(
        min_length=1, description="The column that is to be predicted."
    )
    content_type: Annotated[
        Literal["text/csv;header=present", "x-application/vnd.amazon+parquet"], Form(editor="choice", group="Data")
    ] = Field(default="text/csv;header=present", description="How the data is laid out.")
    problem: Annotated[
        Literal["", "Regression", "BinaryClassification", "MulticlassClassification"],
        Form(editor="choice", group="Model"),
    ] = Field(default="", description="The sort of problem. Empty: SageMaker finds out by itself.")
    metric: Annotated[str, Form(group="Model", shape=_SHAPE + "AutoMLJobObjective.MetricName", advanced=True)] = Field(
        default="", description="The measure by which models are compared. Empty: the usual one of the problem."
    )
    max_runtime_seconds: Annotated[Integer, Form(editor="number", unit="s", group="Limits")] = Field(
        default=14_400, description="The search ends after this time, with the best model so far."
    )
    cache_for: CacheFor = ""
    role_arn: JobRole = ""


def lower(placed: Placed) -> Lowered:
    """Make one CreateAutoMLJob request, in the ensembling mode: SageMaker Pipelines takes no other."""
    settings = settings_of(placed, AutoMLSettings)
    if settings.metric and not settings.problem:
        raise ValueError("Choose the problem too, when you choose the metric: AutoML asks for both or neither.")
    channel = {
        "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": address(one_input(placed, "train"))}},
        "TargetAttributeName": resolved(placed, settings.target),
        "ContentType": settings.content_type,
        "ChannelType": "training",
    }
    limit, network = resolved(placed, settings.max_runtime_seconds), vpc(placed, settings)
    metric = settings.metric or _METRICS.get(settings.problem, "")
    request = {
        "InputDataConfig": [channel],
        "OutputDataConfig": without_empty(
            {"S3OutputPath": output_uri(placed, "models"), "KmsKeyId": encryption_key(placed)}
        ),
        "AutoMLJobConfig": {
            "Mode": "ENSEMBLING",
            "CompletionCriteria": {"MaxAutoMLJobRuntimeInSeconds": limit},
            **({"SecurityConfig": {"VpcConfig": network}} if network else {}),
        },
        "ProblemType": settings.problem,
        "AutoMLJobObjective": without_empty({"MetricName": metric}),
        "RoleArn": execution_role(placed, settings.role_arn),
        "Tags": tags(placed),
    }
    call = Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateAutoMLJob",
        request=without_empty(request),
        name_member="AutoMLJobName",
        wait=_WAIT,
        cache_for=settings.cache_for,
        timeout_seconds=settings.timeout_seconds,
        passes_role=True,
    )
    best = ("BestCandidate", "InferenceContainers", 0)
    outputs = {
        "model": StepOutput(placed.id, (*best, "ModelDataUrl")),
        "image": StepOutput(placed.id, (*best, "Image")),
    }
    return Lowered(steps=(call,), outputs=outputs)


KIND = Kind(
    id="automl",
    title="AutoML",
    summary="Lets SageMaker try algorithms and settings by itself, and gives the best model.",
    category=Category.TRAIN,
    settings=AutoMLSettings,
    lower=lower,
    inputs=fixed(
        Port(name="train", type=PortType.DATASET, title="Train", required=True, help="The table that it learns from.")
    ),
    outputs=fixed(
        Port(name="model", type=PortType.MODEL_ARTIFACT, title="Model", help="The file of the best model."),
        Port(name="image", type=PortType.IMAGE, title="Image", help="The container that serves the best model."),
    ),
)
