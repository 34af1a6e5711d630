"""Evaluation: a processing job that measures a model and writes the figures that conditions look at."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.jobs import output_uri
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import Carried, ports
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.processing_jobs import ProcessingJobSettings, processing_call
from designer.catalog.requests import settings_of
from designer.catalog.values import FileValue

_OUTPUT = "metrics"


class EvaluationSettings(ProcessingJobSettings):
    """What the job runs and where it writes its figures."""

    inputs: Annotated[dict[str, Carried], Form(editor="table", group="Data", advanced=True)] = Field(
        default_factory=dict,
        description="Names of further inputs and what they carry, beside the model and the test data.",
    )
    metrics_file: Annotated[str, Form(group="Data")] = Field(
        default="evaluation.json",
        pattern=r"^[\w.-]+\.json$",
        description="The JSON file with the figures. The script writes it to /opt/ml/processing/output/metrics.",
    )


def lower(placed: Placed) -> Lowered:
    """Make one CreateProcessingJob request whose metrics file can be looked into."""
    settings = settings_of(placed, EvaluationSettings)
    call, assets = processing_call(placed, settings, (_OUTPUT,), ((_OUTPUT, settings.metrics_file),))
    metrics = FileValue(
        step=placed.id, output=_OUTPUT, file=settings.metrics_file, uri=output_uri(placed, _OUTPUT), path=()
    )
    return Lowered(steps=(call,), outputs={_OUTPUT: metrics}, needs=assets)


def _inputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    return (
        Port(
            name="model",
            type=PortType.MODEL_ARTIFACT,
            title="Model",
            help="The model to measure: model.tar.gz in /opt/ml/processing/input/model.",
        ),
        Port(name="data", type=PortType.DATASET, title="Test data", help="Data in /opt/ml/processing/input/data."),
        *(port for port in ports(raw, "inputs", {}, required=True) if port.name not in {"model", "data"}),
    )


KIND = Kind(
    id="evaluation",
    title="Evaluation",
    summary="A processing job that measures a model and writes a JSON file with figures for conditions.",
    category=Category.TRAIN,
    settings=EvaluationSettings,
    lower=lower,
    inputs=_inputs,
    outputs=fixed(
        Port(
            name=_OUTPUT,
            type=PortType.METRICS,
            title="Metrics",
            help="The figures. A condition reads one by its path: metrics.accuracy.",
        )
    ),
)
