"""The processing job that a quality or bias check is, and what SageMaker Pipelines does with its outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from designer.catalog.containers import image_of
from designer.catalog.form import Form
from designer.catalog.jobs import JobSettings, output_uri, timeout_seconds
from designer.catalog.placed import Placed
from designer.catalog.ports import Port, PortType
from designer.catalog.processing_jobs import (
    WAIT,
    InstanceType,
    VolumeGb,
    cluster_config,
    network_config,
    output_config,
    s3_input,
    s3_output,
)
from designer.catalog.requests import (
    address,
    execution_role,
    one_input,
    resolved,
    tags,
    texts,
    without_empty,
)
from designer.catalog.settings_types import Flag
from designer.catalog.steps import Call, SageMakerStep
from designer.catalog.values import Value

REPORT = "report"
_BEYOND = (
    "The job writes its report, but only SageMaker Pipelines compares that with a baseline: here nothing fails when the "
    "data drifts."
)
_BEYOND_MODEL = "Only SageMaker Pipelines tells this check which model to ask. Export to SageMaker Pipelines."
_BASELINE = "Baseline"
DATA = Port(name="data", type=PortType.DATASET, title="Data", required=True, help="The folder that is looked at.")
REPORT_PORT = Port(name=REPORT, type=PortType.DATASET, title="Report", help="The folder of what the check found.")


class CheckSettings(JobSettings):
    """What the outcome is compared with, and the machine that checks."""

    skip_check: Annotated[Flag, Form(editor="flag", group=_BASELINE)] = Field(
        default=False, description="Only find a new baseline, and compare it with nothing. SageMaker Pipelines only."
    )
    fail_on_violation: Annotated[Flag, Form(editor="flag", group=_BASELINE)] = Field(
        default=True, description="The step fails when the data drifts from the baseline. SageMaker Pipelines only."
    )
    register_baseline: Annotated[Flag, Form(editor="flag", group=_BASELINE)] = Field(
        default=False, description="Later runs compare with what this one finds. SageMaker Pipelines only."
    )
    model_group: Annotated[str, Form(group=_BASELINE)] = Field(
        default="", description="The model package group whose latest approved model has the baseline."
    )
    constraints: Annotated[str, Form(group=_BASELINE, placeholder="s3://bucket/constraints.json")] = Field(
        default="", description="The constraints to compare with instead: a JSON file in S3."
    )
    instance_type: InstanceType = "ml.m5.xlarge"
    volume_gb: VolumeGb = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckJob:
    """What tells one check from another.

    `step_type` and `members` are those of the step of SageMaker Pipelines. `framework` and `version` name the image;
    `output_path` is where in the container the outcome is written. `asks_model` is set when the job lets a model predict.
    """

    step_type: str
    members: Mapping[str, object]
    framework: str
    version: str
    inputs: tuple[object, ...]
    output_name: str
    output_path: str
    environment: Mapping[str, str]
    asks_model: bool = False


def check_call(placed: Placed, settings: CheckSettings, job: CheckJob) -> Call:
    """Return the call that makes the job; SageMaker Pipelines compares its outcome with the baseline besides."""
    if not (settings.skip_check or settings.model_group or settings.constraints):
        raise ValueError(
            "There is nothing to compare with. Name the model package group or the constraints of the baseline, or turn "
            "on 'skip check' to find a first one."
        )
    instance_type = resolved(placed, settings.instance_type)
    report = s3_output(job.output_name, output_uri(placed, REPORT), job.output_path)
    request = without_empty(
        {
            "ProcessingInputs": list(job.inputs),
            "ProcessingOutputConfig": output_config(placed, [report]),
            "ProcessingResources": {"ClusterConfig": cluster_config(placed, instance_type, 1, settings.volume_gb)},
            "AppSpecification": {"ImageUri": _image(placed, job, instance_type)},
            "RoleArn": execution_role(placed, settings.role_arn),
            "StoppingCondition": {"MaxRuntimeInSeconds": resolved(placed, settings.max_runtime_seconds)},
            "Environment": {**texts(placed, settings.environment), **job.environment},
            "NetworkConfig": network_config(placed, settings),
            "Tags": tags(placed),
        }
    )
    return Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateProcessingJob",
        request=request,
        name_member="ProcessingJobName",
        wait=WAIT,
        as_step=SageMakerStep(
            type=job.step_type,
            members=_members(placed, settings, job),
            beyond=_BEYOND_MODEL if job.asks_model else _BEYOND,
            is_alone=job.asks_model,
        ),
        cache_for=settings.cache_for,
        timeout_seconds=timeout_seconds(settings),
        passes_role=True,
    )


def folder_input(name: str, uri: Value, path: str) -> Mapping[str, object]:
    """Return an input of the request: a folder or file in S3, and where it stands in the container."""
    whole = {"S3DataDistributionType": "FullyReplicated", "S3CompressionType": "None"}
    return {"InputName": name, "S3Input": {**s3_input(uri, path), **whole}}


def data_input(placed: Placed, name: str, path: str) -> Mapping[str, object]:
    """Return the input that the data joined to the node is."""
    return folder_input(name, address(one_input(placed, "data")), path)


def _members(placed: Placed, settings: CheckSettings, job: CheckJob) -> Mapping[str, object]:
    return without_empty(
        {
            **job.members,
            "ModelPackageGroupName": resolved(placed, settings.model_group),
            "SkipCheck": resolved(placed, settings.skip_check),
            "FailOnViolation": resolved(placed, settings.fail_on_violation),
            "RegisterNewBaseline": resolved(placed, settings.register_baseline),
            "SuppliedBaselineConstraints": resolved(placed, settings.constraints),
        }
    )


def _image(placed: Placed, job: CheckJob, instance_type: Value) -> Value:
    return image_of(
        placed,
        image="",
        framework=job.framework,
        version=job.version,
        scope="",
        instance_type=instance_type,
        python_version="",
    )
