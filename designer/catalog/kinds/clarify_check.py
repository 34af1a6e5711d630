"""Bias check: bias of data or of a model, or what a model's predictions rest on, held against a baseline."""

import json
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.check_jobs import (
    DATA,
    REPORT,
    REPORT_PORT,
    CheckJob,
    CheckSettings,
    check_call,
    data_input,
    folder_input,
)
from designer.catalog.form import Form
from designer.catalog.jobs import output_uri
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import asset_key, asset_uri
from designer.catalog.needs import Asset
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType
from designer.catalog.processing_jobs import ROOT
from designer.catalog.requests import one_input, settings_of, without_empty
from designer.catalog.settings_types import Plain

_BIAS, _MODEL = "Bias", "Model"
_TYPES = {"data_bias": "DATA_BIAS", "model_bias": "MODEL_BIAS", "explainability": "MODEL_EXPLAINABILITY"}
_CONFIG = "analysis_config.json"


class ClarifyCheckSettings(CheckSettings):
    """What is analysed, and how the data is laid out."""

    check: Annotated[Literal["data_bias", "model_bias", "explainability"], Form(editor="choice", group="Check")] = (
        Field(
            default="data_bias", description="Bias in the data, bias in a model's predictions, or what these rest on."
        )
    )
    dataset_type: Annotated[
        Literal["text/csv", "application/jsonlines", "application/x-parquet"], Form(editor="choice", group="Check")
    ] = Field(default="text/csv", description="How the data is laid out.")
    headers: Annotated[tuple[str, ...], Form(editor="list", group="Check")] = Field(
        default=(), description="The names of the columns, one a line, where the data has no header."
    )
    label: Annotated[str, Form(group="Check", placeholder="target")] = Field(
        default="", description="The column of what is predicted."
    )
    good_label: Annotated[tuple[Plain, ...], Form(editor="list", group=_BIAS)] = Field(
        default=(1,), description="The values of the label that are good for somebody, or the threshold from which on."
    )
    facet: Annotated[str, Form(group=_BIAS, placeholder="age")] = Field(
        default="", description="The column of the trait that must make no difference."
    )
    facet_values: Annotated[tuple[Plain, ...], Form(editor="list", group=_BIAS)] = Field(
        default=(),
        description="The values of the trait, or the threshold, of the group that may be put at a disadvantage.",
    )
    methods: Annotated[tuple[str, ...], Form(editor="list", group=_BIAS, advanced=True)] = Field(
        default=(), description="The measures of bias by their short names, such as DPPL. Empty: all."
    )
    model_instance_type: Annotated[str, Form(editor="instance", use="hosting", group=_MODEL)] = Field(
        default="ml.m5.large", description="The machine that the model answers on while it is asked."
    )
    accept: Annotated[str, Form(group=_MODEL, advanced=True)] = Field(
        default="text/csv", description="What the model answers with."
    )
    baseline_row: Annotated[tuple[Plain, ...], Form(editor="list", group=_MODEL, advanced=True)] = Field(
        default=(), description="The record that explanations start from, one value a line. Empty: one is found."
    )
    samples: Annotated[int, Form(editor="number", group=_MODEL, advanced=True)] = Field(
        default=100, ge=1, description="How many samples an explanation is made of."
    )


def lower(placed: Placed) -> Lowered:
    """Make one CreateProcessingJob request with the container of SageMaker Clarify, and the file that tells it what to do."""
    settings = settings_of(placed, ClarifyCheckSettings)
    content = json.dumps(_analysis(settings), indent=2).encode()
    asset = Asset(key=asset_key(content, _CONFIG), content=content)
    asks_model = settings.check != "data_bias"
    model = one_input(placed, "model") if asks_model else ""
    if asks_model and model == "":
        raise ValueError("Join the model that is to be asked to the input 'model'.")
    job = CheckJob(
        step_type="ClarifyCheck",
        members=without_empty({"CheckType": _TYPES[settings.check], "ModelName": model}),
        framework="clarify",
        version="1.0",
        inputs=(
            folder_input("analysis_config", asset_uri(asset.key), f"{ROOT}/input/config"),
            data_input(placed, "dataset", f"{ROOT}/input/data"),
        ),
        output_name="analysis_result",
        output_path=f"{ROOT}/output",
        environment={},
        asks_model=asks_model,
    )
    call = check_call(placed, settings, job)
    return Lowered(steps=(call,), outputs={REPORT: output_uri(placed, REPORT)}, needs=(asset,))


def _analysis(settings: ClarifyCheckSettings) -> Mapping[str, object]:
    """Return what the container is told, as its file holds it."""
    found = without_empty(
        {
            "dataset_type": settings.dataset_type,
            "headers": list(settings.headers),
            "label": settings.label,
            **({} if settings.check == "explainability" else _bias(settings)),
        }
    )
    predictor = {
        "instance_type": settings.model_instance_type,
        "initial_instance_count": 1,
        "accept_type": settings.accept,
    }
    report = {"report": {"name": "report", "title": "Analysis Report"}}
    return {
        **found,
        "methods": {**_methods(settings), **report},
        **({} if settings.check == "data_bias" else {"predictor": predictor}),
    }


def _bias(settings: ClarifyCheckSettings) -> Mapping[str, object]:
    if not (settings.label and settings.facet):
        raise ValueError("Bias is measured between a label and a facet. Name both columns.")
    facet = without_empty({"name_or_index": settings.facet, "value_or_threshold": list(settings.facet_values)})
    return {"label_values_or_threshold": list(settings.good_label), "facet": [facet]}


def _methods(settings: ClarifyCheckSettings) -> Mapping[str, object]:
    if settings.check == "explainability":
        shap = {
            "baseline": [list(settings.baseline_row)] if settings.baseline_row else [],
            "num_samples": settings.samples,
            "agg_method": "mean_abs",
            "save_local_shap_values": False,
        }
        return {"shap": without_empty(shap)}
    name = "pre_training_bias" if settings.check == "data_bias" else "post_training_bias"
    return {name: {"methods": list(settings.methods) or "all"}}


def _inputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    model = Port(
        name="model", type=PortType.MODEL, title="Model", required=True, help="The model that is asked: 'Create model'."
    )
    return (DATA, model) if raw.get("check", "data_bias") != "data_bias" else (DATA,)


KIND = Kind(
    id="clarify_check",
    title="Bias check",
    summary="Measures bias in data or in a model, or explains its predictions, and holds it against a baseline.",
    category=Category.TRAIN,
    settings=ClarifyCheckSettings,
    lower=lower,
    inputs=_inputs,
    outputs=lambda _: (REPORT_PORT,),
)
