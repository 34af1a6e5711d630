"""What a training job does: its settings, its request without a name, and its channels as ports."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.archives import file_beside, file_name, folder_beside, tarred
from designer.catalog.containers import image_of
from designer.catalog.form import Form
from designer.catalog.jobs import JobSettings, output_uri, switch, vpc
from designer.catalog.naming import asset_key, asset_uri
from designer.catalog.needs import Asset
from designer.catalog.placed import Placed
from designer.catalog.ports import Port, PortType
from designer.catalog.requests import (
    address,
    as_text,
    encryption_key,
    execution_role,
    one_input,
    resolved,
    texts,
    without_empty,
)
from designer.catalog.settings_types import Flag, Integer, Plain
from designer.catalog.values import Value

_SHAPE = "sagemaker:CreateTrainingJob:"
_CHANNELS: Mapping[str, str] = {"train": "text/csv"}
_ARCHIVE = "sourcedir.tar.gz"


class TrainingSettings(JobSettings):
    """What is trained, on what, and how long."""

    algorithm: Annotated[str, Form(editor="image", use="training", group="Algorithm")] = Field(
        default="xgboost", description="A built-in algorithm, or the framework that runs your script."
    )
    version: Annotated[str, Form(editor="image", use="training", group="Algorithm")] = Field(
        default="1.7-1", description="The version of the algorithm or framework."
    )
    python_version: Annotated[str, Form(group="Algorithm", placeholder="py310", advanced=True)] = Field(
        default="", description="The Python in the container, where the framework leaves a choice."
    )
    image: Annotated[
        str,
        Form(
            editor="registry", group="Algorithm", shape=_SHAPE + "AlgorithmSpecification.TrainingImage", advanced=True
        ),
    ] = Field(default="", description="The address of an image of your own. It is used instead of the algorithm.")
    script: Annotated[str, Form(editor="file", language="python", group="Algorithm")] = Field(
        default="", description="A Python file beside the document that trains. Empty: the algorithm trains by itself."
    )
    source_folder: Annotated[str, Form(editor="folder", group="Algorithm", advanced=True)] = Field(
        default="", description="The folder that the script lies in, when it needs the other files there too."
    )
    hyperparameters: Annotated[dict[str, Plain], Form(editor="table", group="Algorithm")] = Field(
        default_factory=dict, description="What the algorithm can be tuned by, such as max_depth: 5."
    )
    channels: Annotated[dict[str, str], Form(editor="table", group="Data")] = Field(
        default_factory=lambda: dict(_CHANNELS),
        description="Names of the inputs and their content types (empty for none). Each is a port, and a folder in "
        "the container: /opt/ml/input/data/NAME.",
    )
    input_mode: Annotated[
        str,
        Form(editor="choice", group="Data", shape=_SHAPE + "AlgorithmSpecification.TrainingInputMode", advanced=True),
    ] = Field(default="File", description="Copy the data first (File), or stream it while training.")
    instance_type: Annotated[
        str, Form(editor="instance", use="training", group="Machine", shape=_SHAPE + "ResourceConfig.InstanceType")
    ] = Field(default="ml.m5.xlarge", description="The sort of machine to train on.")
    instance_count: Annotated[
        Integer, Form(editor="number", group="Machine", shape=_SHAPE + "ResourceConfig.InstanceCount")
    ] = Field(default=1, description="How many machines share the work.")
    volume_gb: Annotated[
        Integer, Form(editor="number", unit="GB", group="Machine", shape=_SHAPE + "ResourceConfig.VolumeSizeInGB")
    ] = Field(default=30, description="Disk space for data and model on each machine.")
    spot: Annotated[Flag, Form(editor="flag", group="Machine", advanced=True)] = Field(
        default=False, description="Use spare machines: much cheaper, but the job may be interrupted and begin again."
    )
    metrics: Annotated[dict[str, str], Form(editor="table", group="Algorithm", advanced=True)] = Field(
        default_factory=dict,
        description="Figures to read from the log: a name and a regular expression with one group.",
    )


def training_request(placed: Placed, settings: TrainingSettings) -> tuple[dict[str, object], tuple[Asset, ...]]:
    """Return the members of a CreateTrainingJob request but for name and tags, and the archive of the script."""
    hyperparameters, assets = _hyperparameters(placed, settings)
    limit = resolved(placed, settings.max_runtime_seconds)
    spot = switch(placed, settings.spot)
    request = without_empty(
        {
            "HyperParameters": hyperparameters,
            "AlgorithmSpecification": _algorithm(placed, settings),
            "RoleArn": execution_role(placed, settings.role_arn),
            "InputDataConfig": _channels(placed, settings),
            "OutputDataConfig": without_empty(
                {"KmsKeyId": encryption_key(placed), "S3OutputPath": output_uri(placed, "model")}
            ),
            "ResourceConfig": _machines(placed, settings),
            "VpcConfig": vpc(placed, settings),
            "StoppingCondition": without_empty(
                {"MaxRuntimeInSeconds": limit, "MaxWaitTimeInSeconds": limit if spot is not None else None}
            ),
            "EnableManagedSpotTraining": spot,
            "EnableNetworkIsolation": switch(placed, settings.isolate_network),
            "EnableInterContainerTrafficEncryption": switch(placed, settings.encrypt_traffic),
            "Environment": texts(placed, settings.environment),
        }
    )
    return request, assets


def _hyperparameters(placed: Placed, settings: TrainingSettings) -> tuple[dict[str, object], tuple[Asset, ...]]:
    given = {name: as_text(resolved(placed, value)) for name, value in settings.hyperparameters.items()}
    if not settings.script:
        return dict(given), ()
    program = file_name(settings.script)
    if settings.source_folder:
        members = folder_beside(placed.files, settings.source_folder)
        program = settings.script.removeprefix(settings.source_folder.rstrip("/") + "/")
        if program not in members:
            raise ValueError(f"The script '{settings.script}' is not in the folder '{settings.source_folder}'.")
    else:
        members = {program: file_beside(placed.files, settings.script)}
    content = tarred(members)
    asset = Asset(key=asset_key(content, _ARCHIVE), content=content)
    script = {
        "sagemaker_program": program,
        "sagemaker_submit_directory": asset_uri(asset.key),
        "sagemaker_region": placed.region,
    }
    return {**given, **script}, (asset,)


def _algorithm(placed: Placed, settings: TrainingSettings) -> dict[str, object]:
    image = image_of(
        placed,
        image=settings.image,
        framework=settings.algorithm,
        version=settings.version,
        scope="training",
        instance_type=resolved(placed, settings.instance_type),
        python_version=settings.python_version,
    )
    metrics = [{"Name": name, "Regex": regex} for name, regex in settings.metrics.items()]
    return without_empty(
        {
            "TrainingImage": image,
            "TrainingInputMode": resolved(placed, settings.input_mode),
            "MetricDefinitions": metrics,
        }
    )


def _channels(placed: Placed, settings: TrainingSettings) -> list[object]:
    return [
        without_empty(
            {**channel(name, address(one_input(placed, name))), "ContentType": content_type, "CompressionType": "None"}
        )
        for name, content_type in settings.channels.items()
        if placed.inputs.get(name)
    ]


def channel(name: str, uri: Value) -> dict[str, object]:
    """Return a channel of a request: its name and the folder or file in S3, all of which comes to each machine."""
    source = {"S3DataType": "S3Prefix", "S3Uri": uri, "S3DataDistributionType": "FullyReplicated"}
    return {"ChannelName": name, "DataSource": {"S3DataSource": source}}


def _machines(placed: Placed, settings: TrainingSettings) -> dict[str, object]:
    return without_empty(
        {
            "InstanceType": resolved(placed, settings.instance_type),
            "InstanceCount": resolved(placed, settings.instance_count),
            "VolumeSizeInGB": resolved(placed, settings.volume_gb),
            "VolumeKmsKeyId": encryption_key(placed),
        }
    )


def channel_ports(raw: Mapping[str, object]) -> tuple[Port, ...]:
    """Return a port for each channel that the settings name."""
    channels = raw.get("channels", _CHANNELS)
    if not isinstance(channels, Mapping):
        return ()
    return tuple(
        Port(
            name=str(name),
            type=PortType.DATASET,
            title=f"{str(name).capitalize()} data",
            required=True,
            help=f"Data for the channel '{name}'.",
        )
        for name in channels
    )
