"""Monitored transform: a batch transform whose data, or predictions, are held against a baseline."""

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.check_jobs import REPORT, REPORT_PORT
from designer.catalog.form import Form
from designer.catalog.jobs import output_uri
from designer.catalog.kind import Category, Kind
from designer.catalog.kinds.batch_transform import (
    INPUTS,
    PREDICTED,
    PREDICTIONS,
    BatchTransformSettings,
    transform_call,
)
from designer.catalog.kinds.quality_check import DataFormat, Quality, QualityCheckSettings, quality_call
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.processing_jobs import InstanceType
from designer.catalog.requests import address, one_input, settings_of
from designer.catalog.settings_types import Flag

_BASELINE = "Baseline"


class MonitorTransformSettings(Quality, BatchTransformSettings):
    """What is checked, when, and against which baseline."""

    when: Annotated[Literal["before", "after"], Form(editor="choice", group="Check")] = Field(
        default="before", description="Check the data before the model sees it, or the predictions afterwards."
    )
    format: DataFormat = "csv"
    constraints: Annotated[str, Form(group=_BASELINE, placeholder="s3://bucket/constraints.json")] = Field(
        default="", description="The constraints of the baseline: a JSON file in S3."
    )
    model_group: Annotated[str, Form(group=_BASELINE)] = Field(
        default="", description="The model package group whose latest approved model has the baseline instead."
    )
    fail_on_violation: Annotated[Flag, Form(editor="flag", group=_BASELINE)] = Field(
        default=True, description="The step fails when the data drifts from the baseline. SageMaker Pipelines only."
    )
    check_instance_type: InstanceType = "ml.m5.xlarge"


def lower(placed: Placed) -> Lowered:
    """Make a transform job and the job that checks its data or its predictions, one after the other."""
    settings = settings_of(placed, MonitorTransformSettings)
    if not (settings.constraints or settings.model_group):
        raise ValueError(
            "There is nothing to compare with. Name the constraints of the baseline, or the model package group that has "
            "it; a quality check finds a first one."
        )
    transform = transform_call(placed, settings)
    if settings.when == "before":
        if settings.check == "model":
            raise ValueError("Before the model has predicted, only the data can be checked. Check afterwards.")
        check = quality_call(placed, _check(settings), address(one_input(placed, "data")))
        steps = (replace(check, id=f"{placed.id}-monitoring"), transform)
    else:
        check = quality_call(placed, _check(settings), output_uri(placed, PREDICTIONS))
        steps = (replace(transform, id=f"{placed.id}-transform"), check)
    outputs = {name: output_uri(placed, name) for name in (PREDICTIONS, REPORT)}
    return Lowered(steps=steps, outputs=outputs)


def _check(settings: MonitorTransformSettings) -> QualityCheckSettings:
    shared = {
        name: getattr(settings, name)
        for name in QualityCheckSettings.model_fields
        if name in MonitorTransformSettings.model_fields
    }
    return QualityCheckSettings.model_validate(shared | {"instance_type": settings.check_instance_type})


KIND = Kind(
    id="monitor_transform",
    title="Monitored transform",
    summary="Lets a model make predictions for a dataset, and holds the data or the predictions against a baseline.",
    category=Category.DEPLOY,
    settings=MonitorTransformSettings,
    lower=lower,
    inputs=fixed(*INPUTS),
    outputs=fixed(PREDICTED, REPORT_PORT),
)
