"""Processing: a script, or any image, that turns datasets into others."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.jobs import output_value
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import Carried, ports
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port
from designer.catalog.processing_jobs import ProcessingJobSettings, processing_call
from designer.catalog.requests import settings_of

_INPUTS: Mapping[str, Carried] = {"data": "dataset"}
_OUTPUTS: Mapping[str, Carried] = {"output": "dataset"}


class ProcessingSettings(ProcessingJobSettings):
    """What the job reads, runs and writes."""

    inputs: Annotated[dict[str, Carried], Form(editor="table", group="Data")] = Field(
        default_factory=lambda: dict(_INPUTS),
        description="Names of the inputs and what they carry. Each is a port, and a folder in the container: "
        "/opt/ml/processing/input/NAME.",
    )
    outputs: Annotated[dict[str, Carried], Form(editor="table", group="Data")] = Field(
        default_factory=lambda: dict(_OUTPUTS),
        description="Names of the outputs and what they carry. What the script writes to "
        "/opt/ml/processing/output/NAME is stored in S3; a model_artifact is the file model.tar.gz there.",
    )


def lower(placed: Placed) -> Lowered:
    """Make one CreateProcessingJob request."""
    settings = settings_of(placed, ProcessingSettings)
    call, assets = processing_call(placed, settings, tuple(settings.outputs))
    return Lowered(
        steps=(call,),
        outputs={name: output_value(placed, name, carried) for name, carried in settings.outputs.items()},
        needs=assets,
    )


def _inputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    return ports(raw, "inputs", _INPUTS, required=True)


def _outputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    return ports(raw, "outputs", _OUTPUTS, required=False)


KIND = Kind(
    id="processing",
    title="Processing",
    summary="A SageMaker processing job: a Python script in a framework's container, or any image of yours.",
    category=Category.PREPARE,
    settings=ProcessingSettings,
    lower=lower,
    inputs=_inputs,
    outputs=_outputs,
)
