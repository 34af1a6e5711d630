"""The CreateProcessingJob request that processing and evaluation make."""

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from pydantic import Field

from designer.catalog.archives import file_beside, file_name
from designer.catalog.containers import image_of
from designer.catalog.form import Form
from designer.catalog.jobs import JobSettings, job_wait, output_uri, switch, timeout_seconds, vpc
from designer.catalog.naming import asset_key, asset_uri
from designer.catalog.needs import Asset
from designer.catalog.placed import Placed
from designer.catalog.requests import (
    address,
    as_text,
    encryption_key,
    execution_role,
    one_input,
    resolved,
    tags,
    texts,
    without_empty,
)
from designer.catalog.settings_types import Integer, Plain
from designer.catalog.steps import Call
from designer.catalog.values import Value

ROOT = "/opt/ml/processing"
_SHAPE = "sagemaker:CreateProcessingJob:"
WAIT = job_wait("ProcessingJob")
InstanceType: TypeAlias = Annotated[
    str,
    Form(
        editor="instance",
        use="processing",
        group="Machine",
        shape=_SHAPE + "ProcessingResources.ClusterConfig.InstanceType",
    ),
    Field(description="The sort of machine to run on."),
]
VolumeGb: TypeAlias = Annotated[
    Integer,
    Form(
        editor="number",
        unit="GB",
        group="Machine",
        shape=_SHAPE + "ProcessingResources.ClusterConfig.VolumeSizeInGB",
    ),
    Field(description="Disk space for inputs and outputs on each machine."),
]


class ProcessingJobSettings(JobSettings):
    """The container, its machine, and what it runs."""

    script: Annotated[str, Form(editor="file", language="python", group="Code")] = Field(
        default="",
        description="A Python file beside the document. Leave it empty when the image knows by itself what to run.",
    )
    arguments: Annotated[tuple[Plain, ...], Form(editor="list", group="Code")] = Field(
        default=(), description="Arguments for the script, one a line. References may stand in them."
    )
    entrypoint: Annotated[tuple[str, ...], Form(editor="list", group="Code", advanced=True)] = Field(
        default=(), description="The command to start instead, when no script is given. Empty: the image's own."
    )
    framework: Annotated[str, Form(editor="image", use="processing", group="Container")] = Field(
        default="sklearn", description="The framework whose container runs the script."
    )
    version: Annotated[str, Form(editor="image", use="processing", group="Container")] = Field(
        default="1.2-1", description="The framework's version."
    )
    python_version: Annotated[str, Form(group="Container", placeholder="py310", advanced=True)] = Field(
        default="", description="The Python in the container, where the framework leaves a choice."
    )
    image: Annotated[
        str, Form(editor="registry", group="Container", shape=_SHAPE + "AppSpecification.ImageUri", advanced=True)
    ] = Field(
        default="", description="The address of an image of your own. It is used instead of framework and version."
    )
    instance_type: InstanceType = "ml.m5.xlarge"
    instance_count: Annotated[
        Integer,
        Form(editor="number", group="Machine", shape=_SHAPE + "ProcessingResources.ClusterConfig.InstanceCount"),
    ] = Field(default=1, description="How many machines share the work.")
    volume_gb: VolumeGb = 30


def processing_call(
    placed: Placed,
    settings: ProcessingJobSettings,
    outputs: tuple[str, ...],
    files: tuple[tuple[str, str], ...] = (),
) -> tuple[Call, tuple[Asset, ...]]:
    """Return the call that starts the job and waits for it, and the file that it runs."""
    instance_type = resolved(placed, settings.instance_type)
    code, asset = _code(placed, settings)
    request = without_empty(
        {
            "ProcessingInputs": [*code, *_inputs(placed)],
            "ProcessingOutputConfig": _outputs(placed, outputs),
            "ProcessingResources": {
                "ClusterConfig": cluster_config(placed, instance_type, settings.instance_count, settings.volume_gb)
            },
            "StoppingCondition": {"MaxRuntimeInSeconds": resolved(placed, settings.max_runtime_seconds)},
            "AppSpecification": _application(placed, settings, instance_type),
            "Environment": texts(placed, settings.environment),
            "NetworkConfig": network_config(placed, settings),
            "RoleArn": execution_role(placed, settings.role_arn),
            "Tags": tags(placed),
        }
    )
    call = Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateProcessingJob",
        request=request,
        name_member="ProcessingJobName",
        wait=WAIT,
        files=files,
        cache_for=settings.cache_for,
        timeout_seconds=timeout_seconds(settings),
        passes_role=True,
    )
    return call, asset


def _code(placed: Placed, settings: ProcessingJobSettings) -> tuple[list[object], tuple[Asset, ...]]:
    if not settings.script:
        return [], ()
    content = file_beside(placed.files, settings.script)
    asset = Asset(key=asset_key(content, file_name(settings.script)), content=content)
    return [_input("code", asset_uri(asset.key))], (asset,)


def _inputs(placed: Placed) -> list[object]:
    return [_input(port, address(one_input(placed, port))) for port, given in placed.inputs.items() if given]


def _input(name: str, uri: Value) -> dict[str, object]:
    return {"InputName": name, "S3Input": s3_input(uri, f"{ROOT}/input/{name}")}


def s3_input(uri: Value, path: str) -> dict[str, object]:
    """Return where an input of a request lies, a folder or file in S3, and where it stands in the container."""
    return {"S3Uri": uri, "LocalPath": path, "S3DataType": "S3Prefix", "S3InputMode": "File"}


def _outputs(placed: Placed, names: tuple[str, ...]) -> dict[str, object]:
    if not names:
        return {}
    outputs = [s3_output(name, output_uri(placed, name), f"{ROOT}/output/{name}") for name in names]
    return output_config(placed, outputs)


def s3_output(name: str, uri: Value, path: str) -> dict[str, object]:
    """Return an output of a request: the folder in S3 that it goes to, and where it stands in the container."""
    return {"OutputName": name, "S3Output": {"S3Uri": uri, "LocalPath": path, "S3UploadMode": "EndOfJob"}}


def output_config(placed: Placed, outputs: list[dict[str, object]]) -> dict[str, object]:
    """Return the outputs of a request, encrypted with the document's key."""
    return without_empty({"Outputs": outputs, "KmsKeyId": encryption_key(placed)})


def cluster_config(placed: Placed, instance_type: Value, count: Integer, volume_gb: Integer) -> Mapping[str, object]:
    """Return the machines of a request."""
    return without_empty(
        {
            "InstanceCount": resolved(placed, count),
            "InstanceType": instance_type,
            "VolumeSizeInGB": resolved(placed, volume_gb),
            "VolumeKmsKeyId": encryption_key(placed),
        }
    )


def _application(placed: Placed, settings: ProcessingJobSettings, instance_type: Value) -> Mapping[str, object]:
    image = image_of(
        placed,
        image=settings.image,
        framework=settings.framework,
        version=settings.version,
        scope="training" if settings.framework != "sklearn" else "",
        instance_type=instance_type,
        python_version=settings.python_version,
    )
    script = ["python3", f"{ROOT}/input/code/{file_name(settings.script)}"] if settings.script else []
    arguments = [as_text(resolved(placed, one)) for one in settings.arguments]
    return without_empty(
        {
            "ImageUri": image,
            "ContainerEntrypoint": script or placed.resolve(list(settings.entrypoint)),
            "ContainerArguments": arguments,
        }
    )


def network_config(placed: Placed, settings: JobSettings) -> Mapping[str, object]:
    """Return the network of a request, empty where nothing is said of it."""
    return without_empty(
        {
            "EnableInterContainerTrafficEncryption": switch(placed, settings.encrypt_traffic),
            "EnableNetworkIsolation": switch(placed, settings.isolate_network),
            "VpcConfig": vpc(placed, settings),
        }
    )
