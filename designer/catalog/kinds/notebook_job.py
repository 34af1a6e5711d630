"""Notebook job: runs a Jupyter notebook from top to bottom as a job."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.archives import file_beside, file_name
from designer.catalog.containers import image_of
from designer.catalog.form import Form
from designer.catalog.jobs import JobSettings, output_uri, switch, timeout_seconds, vpc
from designer.catalog.kind import Category, Kind
from designer.catalog.kinds.training import WAIT
from designer.catalog.named_ports import ports
from designer.catalog.naming import asset_key, asset_uri
from designer.catalog.needs import Asset
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
    texts,
    without_empty,
)
from designer.catalog.settings_types import Integer, Plain
from designer.catalog.steps import Call
from designer.catalog.training_jobs import channel
from designer.catalog.values import StepOutput
from designer.resources import resource_text

_ROOT = "/opt/ml/input/data"
_RUNNER = "run_notebook.py"
_SHAPE = "sagemaker:CreateTrainingJob:"
_INPUTS: Mapping[str, str] = {"data": "dataset"}
_OURS = frozenset({"notebook", "runner"})


class NotebookJobSettings(JobSettings):
    """The notebook, what it is given, and its machine."""

    notebook: Annotated[str, Form(editor="file", group="Notebook")] = Field(
        min_length=1, description="A notebook (.ipynb) beside the document."
    )
    parameters: Annotated[dict[str, Plain], Form(editor="table", group="Notebook")] = Field(
        default_factory=dict,
        description="Values for the notebook: they are set after its cell with the tag 'parameters'.",
    )
    inputs: Annotated[dict[str, str], Form(editor="table", group="Notebook")] = Field(
        default_factory=lambda: dict(_INPUTS),
        description="Names of the inputs and what they carry. Each is a folder: /opt/ml/input/data/NAME.",
    )
    version: Annotated[str, Form(editor="image", use="sagemaker-distribution", group="Container")] = Field(
        default="", description="The version of the SageMaker Distribution image. Empty: the newest known."
    )
    image: Annotated[str, Form(editor="registry", group="Container", advanced=True)] = Field(
        default="", description="The address of an image of your own; it needs nbclient and an IPython kernel."
    )
    instance_type: Annotated[
        str, Form(editor="instance", use="training", group="Machine", shape=_SHAPE + "ResourceConfig.InstanceType")
    ] = Field(default="ml.m5.large", description="The sort of machine to run on.")
    volume_gb: Annotated[
        Integer, Form(editor="number", unit="GB", group="Machine", shape=_SHAPE + "ResourceConfig.VolumeSizeInGB")
    ] = Field(default=30, description="Disk space.")


def lower(placed: Placed) -> Lowered:
    """Make one CreateTrainingJob request whose container runs the notebook."""
    settings = settings_of(placed, NotebookJobSettings)
    notebook = _asset(file_beside(placed.files, settings.notebook), file_name(settings.notebook))
    runner = _asset(resource_text("notebook", _RUNNER).encode(), _RUNNER)
    request = without_empty(
        {
            "HyperParameters": texts(placed, settings.parameters),
            "AlgorithmSpecification": _container(placed, settings),
            "RoleArn": execution_role(placed, settings.role_arn),
            "InputDataConfig": [
                channel("runner", asset_uri(runner.key)),
                channel("notebook", asset_uri(notebook.key)),
                *_data(placed),
            ],
            "OutputDataConfig": without_empty(
                {"KmsKeyId": encryption_key(placed), "S3OutputPath": output_uri(placed, "model")}
            ),
            "ResourceConfig": without_empty(
                {
                    "InstanceType": resolved(placed, settings.instance_type),
                    "InstanceCount": 1,
                    "VolumeSizeInGB": resolved(placed, settings.volume_gb),
                    "VolumeKmsKeyId": encryption_key(placed),
                }
            ),
            "VpcConfig": vpc(placed, settings),
            "StoppingCondition": {"MaxRuntimeInSeconds": resolved(placed, settings.max_runtime_seconds)},
            "EnableNetworkIsolation": switch(placed, settings.isolate_network),
            "EnableInterContainerTrafficEncryption": switch(placed, settings.encrypt_traffic),
            "Environment": texts(placed, settings.environment),
            "Tags": tags(placed),
        }
    )
    call = Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateTrainingJob",
        request=request,
        name_member="TrainingJobName",
        wait=WAIT,
        cache_for=settings.cache_for,
        timeout_seconds=timeout_seconds(settings),
        passes_role=True,
    )
    model = StepOutput(placed.id, ("ModelArtifacts", "S3ModelArtifacts"))
    return Lowered(steps=(call,), outputs={"model": model}, needs=(runner, notebook))


def _asset(content: bytes, name: str) -> Asset:
    return Asset(key=asset_key(content, name), content=content)


def _container(placed: Placed, settings: NotebookJobSettings) -> dict[str, object]:
    image = image_of(
        placed,
        image=settings.image,
        framework="sagemaker-distribution",
        version=settings.version,
        scope="",
        instance_type=resolved(placed, settings.instance_type),
    )
    return {
        "TrainingImage": image,
        "TrainingInputMode": "File",
        "ContainerEntrypoint": ["python3", f"{_ROOT}/runner/{_RUNNER}"],
        "ContainerArguments": [f"{_ROOT}/notebook/{file_name(settings.notebook)}"],
    }


def _data(placed: Placed) -> list[object]:
    return [
        channel(port, address(one_input(placed, port)))
        for port, given in placed.inputs.items()
        if given and port not in _OURS
    ]


def _inputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    return tuple(port for port in ports(raw, "inputs", _INPUTS, required=True) if port.name not in _OURS)


KIND = Kind(
    id="notebook_job",
    title="Notebook job",
    summary="Runs a Jupyter notebook from top to bottom on a machine of its own.",
    category=Category.TRAIN,
    settings=NotebookJobSettings,
    lower=lower,
    inputs=_inputs,
    outputs=fixed(
        Port(
            name="model",
            type=PortType.MODEL_ARTIFACT,
            title="Model",
            help="What the notebook wrote to /opt/ml/model, as model.tar.gz.",
        )
    ),
)
