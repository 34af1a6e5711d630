"""The steps of a SageMaker pipeline that are API requests: each makes the real job, model or endpoint in moto."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record
from designer.sandbox.types.fit import fitted_call


@dataclass(frozen=True, slots=True, kw_only=True)
class JobCall:
    """Say which operations make and describe what a step type stands for, and how it is named and shown."""

    create: str
    describe: str
    name: str
    metadata: str
    arn: str
    longest_name: int = 63


JOB_CALLS: Mapping[str, JobCall] = {
    "Training": JobCall(
        create="create_training_job", describe="describe_training_job", name="TrainingJobName",
        metadata="TrainingJob", arn="TrainingJobArn",
    ),
    "Processing": JobCall(
        create="create_processing_job", describe="describe_processing_job", name="ProcessingJobName",
        metadata="ProcessingJob", arn="ProcessingJobArn",
    ),
    "Transform": JobCall(
        create="create_transform_job", describe="describe_transform_job", name="TransformJobName",
        metadata="TransformJob", arn="TransformJobArn",
    ),
    "Tuning": JobCall(
        create="create_hyper_parameter_tuning_job", describe="describe_hyper_parameter_tuning_job",
        name="HyperParameterTuningJobName", metadata="TuningJob", arn="HyperParameterTuningJobArn", longest_name=32,
    ),
    "AutoML": JobCall(
        create="create_auto_ml_job_v2", describe="describe_auto_ml_job_v2", name="AutoMLJobName",
        metadata="AutoMLJob", arn="AutoMLJobArn", longest_name=32,
    ),
    "Model": JobCall(
        create="create_model", describe="describe_model", name="ModelName", metadata="Model", arn="ModelArn",
    ),
    "EndpointConfig": JobCall(
        create="create_endpoint_config", describe="describe_endpoint_config", name="EndpointConfigName",
        metadata="EndpointConfig", arn="EndpointConfigArn",
    ),
}  # fmt: skip


def run_job(
    client_of: ClientOf, kind: str, step_name: str, execution_id: str, arguments: Record
) -> tuple[Record, Record]:
    """Make what a step stands for and return the description of it and the step's metadata."""
    call, client = JOB_CALLS[kind], client_of("sagemaker")
    name = arguments.get(call.name) or _name(step_name, execution_id, call.longest_name)
    fitted_call(client, call.create, {**arguments, call.name: name})
    described: Record = getattr(client, call.describe)(**{call.name: name})
    described.pop("ResponseMetadata", None)
    return {**arguments, **described}, {call.metadata: {"Arn": described[call.arn]}}


def run_register_model(client_of: ClientOf, arguments: Record) -> tuple[Record, Record]:
    """Make a model package, and its group where that is missing, as SageMaker Pipelines does."""
    client = client_of("sagemaker")
    group = arguments.get("ModelPackageGroupName")
    if group and not str(group).startswith("arn:"):
        groups = client.list_model_package_groups(NameContains=group)["ModelPackageGroupSummaryList"]
        if all(item["ModelPackageGroupName"] != group for item in groups):
            client.create_model_package_group(ModelPackageGroupName=group)
    arn = fitted_call(client, "create_model_package", arguments)["ModelPackageArn"]
    described: Record = client.describe_model_package(ModelPackageName=arn)
    described.pop("ResponseMetadata", None)
    return {**described, "ModelPackageArn": arn}, {"RegisterModel": {"Arn": arn}}


def run_endpoint(client_of: ClientOf, step_name: str, execution_id: str, arguments: Record) -> tuple[Record, Record]:
    """Make an endpoint, or point the one of that name to another configuration."""
    client = client_of("sagemaker")
    name = arguments.get("EndpointName") or _name(step_name, execution_id, 63)
    request = {**arguments, "EndpointName": name}
    known = {item["EndpointName"] for item in client.list_endpoints(NameContains=name)["Endpoints"]}
    fitted_call(client, "update_endpoint" if name in known else "create_endpoint", request)
    described: Record = client.describe_endpoint(EndpointName=name)
    described.pop("ResponseMetadata", None)
    return described, {"Endpoint": {"Arn": described["EndpointArn"]}}


def _name(step_name: str, execution_id: str, longest: int) -> str:
    """Return a name like those that SageMaker Pipelines gives to jobs."""
    suffix = uuid4().hex[:10]
    stem = f"pipelines-{execution_id}-{step_name}".replace("_", "-")
    return f"{stem[: longest - len(suffix) - 1].rstrip('-')}-{suffix}"
