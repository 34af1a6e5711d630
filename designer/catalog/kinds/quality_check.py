"""Quality check: the quality of data, or of a model's predictions, held against a baseline."""

import json
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from designer.catalog.check_jobs import (
    DATA,
    REPORT,
    REPORT_PORT,
    CheckJob,
    CheckSettings,
    check_call,
    folder_input,
)
from designer.catalog.form import Form
from designer.catalog.jobs import output_uri
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.processing_jobs import ROOT
from designer.catalog.requests import address, one_input, resolved, settings_of, without_empty
from designer.catalog.settings import Settings
from designer.catalog.steps import Call
from designer.catalog.values import Value

_INPUT = "baseline_dataset_input"
_MODEL = "Model quality"
_TYPES = {"data": "DATA_QUALITY", "model": "MODEL_QUALITY"}
_FORMATS: Mapping[str, object] = {
    "csv_with_header": {"csv": {"header": True}},
    "csv": {"csv": {"header": False}},
    "json_lines": {"json": {"lines": True}},
    "parquet": {"parquet": {}},
}


DataFormat: TypeAlias = Annotated[
    Literal["csv_with_header", "csv", "json_lines", "parquet"],
    Form(editor="choice", group="Check"),
    Field(description="How the data is laid out."),
]


class Quality(Settings):
    """What is checked, and how the data is laid out."""

    check: Annotated[Literal["data", "model"], Form(editor="choice", group="Check")] = Field(
        default="data", description="The quality of the data itself, or of the predictions that stand in it."
    )
    format: DataFormat = "csv_with_header"
    statistics: Annotated[str, Form(group="Baseline", placeholder="s3://bucket/statistics.json")] = Field(
        default="", description="The statistics to compare with beside the constraints: a JSON file in S3."
    )
    problem: Annotated[
        Literal["", "Regression", "BinaryClassification", "MulticlassClassification"],
        Form(editor="choice", group=_MODEL),
    ] = Field(default="", description="What the model predicts; for the quality of a model only.")
    prediction: Annotated[str, Form(group=_MODEL, placeholder="prediction")] = Field(
        default="", description="The column, or JSONPath, of the prediction."
    )
    probability: Annotated[str, Form(group=_MODEL, placeholder="probability")] = Field(
        default="", description="The column, or JSONPath, of the probability, for a classification."
    )
    threshold: Annotated[str, Form(group=_MODEL, placeholder="0.5")] = Field(
        default="", description="The probability from which on the prediction counts as yes."
    )
    ground_truth: Annotated[str, Form(group=_MODEL, placeholder="label")] = Field(
        default="", description="The column, or JSONPath, of what was true."
    )


class QualityCheckSettings(Quality, CheckSettings):
    """What is checked, what it is compared with, and the machine that checks."""


def lower(placed: Placed) -> Lowered:
    """Make one CreateProcessingJob request with the container of SageMaker Model Monitor."""
    settings = settings_of(placed, QualityCheckSettings)
    call = quality_call(placed, settings, address(one_input(placed, DATA.name)))
    return Lowered(steps=(call,), outputs={REPORT: output_uri(placed, REPORT)})


def quality_call(placed: Placed, settings: QualityCheckSettings, data: Value) -> Call:
    """Return the call that looks at data at an address in S3."""
    path = f"{ROOT}/input/{_INPUT}"
    job = CheckJob(
        step_type="QualityCheck",
        members=without_empty(
            {
                "CheckType": _TYPES[settings.check],
                "SuppliedBaselineStatistics": resolved(placed, settings.statistics),
            }
        ),
        framework="model-monitor",
        version="",
        inputs=(folder_input(_INPUT, data, path),),
        output_name="monitoring_output",
        output_path=f"{ROOT}/output",
        environment={
            "output_path": f"{ROOT}/output",
            "publish_cloudwatch_metrics": "Disabled",
            "dataset_format": json.dumps(_FORMATS[settings.format]),
            "dataset_source": path,
            **_of_model(settings),
        },
    )
    return check_call(placed, settings, job)


def _of_model(settings: QualityCheckSettings) -> Mapping[str, str]:
    if settings.check == "data":
        return {}
    if not (settings.problem and settings.ground_truth):
        raise ValueError(
            "The quality of a model is known only beside what was true. Choose the problem, and name the column of the "
            "ground truth."
        )
    if not (settings.prediction or settings.probability):
        raise ValueError("Name the column of the prediction, or of the probability.")
    found = {
        "analysis_type": "MODEL_QUALITY",
        "problem_type": settings.problem,
        "inference_attribute": settings.prediction,
        "probability_attribute": settings.probability,
        "ground_truth_attribute": settings.ground_truth,
        "probability_threshold_attribute": settings.threshold,
    }
    return {name: value for name, value in found.items() if value}


KIND = Kind(
    id="quality_check",
    title="Quality check",
    summary="Holds the quality of data, or of a model's predictions, against a baseline.",
    category=Category.TRAIN,
    settings=QualityCheckSettings,
    lower=lower,
    inputs=fixed(DATA),
    outputs=fixed(REPORT_PORT),
)
