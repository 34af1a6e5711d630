"""Tuning: many training jobs with different hyperparameters, of which the best model is taken."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.jobs import job_wait
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of, tags, without_empty
from designer.catalog.settings import Settings
from designer.catalog.settings_types import Integer
from designer.catalog.steps import Call
from designer.catalog.training_jobs import TrainingSettings, channel_ports, training_request
from designer.catalog.values import StepOutput, joined

_SHAPE = "sagemaker:CreateHyperParameterTuningJob:HyperParameterTuningJobConfig."
_GROUP = "Search"
_LAST_JOBS_SECONDS = 3600
_WAIT = job_wait("HyperParameterTuningJob", "DeleteFailed")


class HyperparameterRange(Settings):
    """What one hyperparameter is tried with."""

    name: str = Field(min_length=1, description="The hyperparameter, such as max_depth.")
    type: Literal["integer", "continuous", "categorical"] = Field(
        default="continuous", description="Whole numbers, any numbers, or one of some values."
    )
    low: float | None = Field(default=None, description="The least value of a number.")
    high: float | None = Field(default=None, description="The greatest value of a number.")
    scaling: Literal["Auto", "Linear", "Logarithmic", "ReverseLogarithmic"] = Field(
        default="Auto", description="How numbers are spread between least and greatest."
    )
    values: tuple[str, ...] = Field(default=(), description="The values of a categorical hyperparameter.")


class TuningSettings(TrainingSettings):
    """What is searched, for what, and how long."""

    objective: Annotated[str, Form(group=_GROUP, placeholder="validation:rmse")] = Field(
        default="validation:rmse",
        min_length=1,
        description="The figure that the search makes best: one of the algorithm's own, or one of the metrics below.",
    )
    goal: Annotated[Literal["Minimize", "Maximize"], Form(editor="choice", group=_GROUP)] = Field(
        default="Minimize", description="Whether the figure should be small or large."
    )
    ranges: Annotated[tuple[HyperparameterRange, ...], Form(editor="rows", group=_GROUP)] = Field(
        default=(), description="The hyperparameters that are varied; those above stay as they are."
    )
    strategy: Annotated[Literal["Bayesian", "Random", "Hyperband", "Grid"], Form(editor="choice", group=_GROUP)] = (
        Field(default="Bayesian", description="How the next values are chosen.")
    )
    max_jobs: Annotated[
        Integer, Form(editor="number", group=_GROUP, shape=_SHAPE + "ResourceLimits.MaxNumberOfTrainingJobs")
    ] = Field(default=20, description="How many training jobs in all.")
    parallel_jobs: Annotated[
        Integer, Form(editor="number", group=_GROUP, shape=_SHAPE + "ResourceLimits.MaxParallelTrainingJobs")
    ] = Field(default=2, description="How many training jobs at a time; the search learns from those that have ended.")
    max_search_seconds: Annotated[
        Integer,
        Form(
            editor="number", unit="s", group=_GROUP, shape=_SHAPE + "ResourceLimits.MaxRuntimeInSeconds", advanced=True
        ),
    ] = Field(default=86_400, description="The whole search is stopped after this time.")
    early_stopping: Annotated[bool, Form(editor="flag", group=_GROUP, advanced=True)] = Field(
        default=False, description="Stop jobs that will not become the best."
    )


def lower(placed: Placed) -> Lowered:
    """Make one CreateHyperParameterTuningJob request."""
    settings = settings_of(placed, TuningSettings)
    if not settings.ranges:
        raise ValueError("Say which hyperparameters are varied, and between which values.")
    definition, assets = training_request(placed, settings)
    definition["StaticHyperParameters"] = definition.pop("HyperParameters", {})
    request = {
        "HyperParameterTuningJobConfig": _config(placed, settings),
        "TrainingJobDefinition": without_empty(definition),
        "Tags": tags(placed),
    }
    call = Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateHyperParameterTuningJob",
        request=without_empty(request),
        name_member="HyperParameterTuningJobName",
        wait=_WAIT,
        cache_for=settings.cache_for,
        timeout_seconds=_timeout_seconds(settings),
        passes_role=True,
    )
    folder = StepOutput(placed.id, ("TrainingJobDefinition", "OutputDataConfig", "S3OutputPath"))
    best = StepOutput(placed.id, ("BestTrainingJob", "TrainingJobName"))
    model = joined(folder, "/", best, "/output/model.tar.gz")
    return Lowered(steps=(call,), outputs={"model": model, "best_job": best}, needs=assets)


def _timeout_seconds(settings: TuningSettings) -> int:
    """Return how long an engine should wait: the whole search, and the last jobs that it began."""
    search = settings.max_search_seconds
    return (search if isinstance(search, int) else 432_000) + _LAST_JOBS_SECONDS


def _config(placed: Placed, settings: TuningSettings) -> dict[str, object]:
    ranges: dict[str, list[object]] = {}
    for one in settings.ranges:
        ranges.setdefault(f"{one.type.capitalize()}ParameterRanges", []).append(_range(one))
    return {
        "Strategy": settings.strategy,
        "HyperParameterTuningJobObjective": {"Type": settings.goal, "MetricName": settings.objective},
        "ResourceLimits": {
            "MaxNumberOfTrainingJobs": resolved(placed, settings.max_jobs),
            "MaxParallelTrainingJobs": resolved(placed, settings.parallel_jobs),
            "MaxRuntimeInSeconds": resolved(placed, settings.max_search_seconds),
        },
        "ParameterRanges": ranges,
        "TrainingJobEarlyStoppingType": "Auto" if settings.early_stopping else "Off",
    }


def _range(one: HyperparameterRange) -> dict[str, object]:
    if one.type == "categorical":
        if not one.values:
            raise ValueError(f"Say which values '{one.name}' is tried with.")
        return {"Name": one.name, "Values": list(one.values)}
    if one.low is None or one.high is None or one.low > one.high:
        raise ValueError(f"'{one.name}' needs a least and a greatest value, 'low' and 'high'.")
    low, high = (_number(value, whole=one.type == "integer") for value in (one.low, one.high))
    return {"Name": one.name, "MinValue": low, "MaxValue": high, "ScalingType": one.scaling}


def _number(value: float, *, whole: bool) -> str:
    return str(int(value)) if whole or value.is_integer() else repr(value)


KIND = Kind(
    id="tuning",
    title="Tuning",
    summary="Searches for the best hyperparameters: many training jobs, of which the best model is taken.",
    category=Category.TRAIN,
    settings=TuningSettings,
    lower=lower,
    inputs=channel_ports,
    outputs=fixed(
        Port(name="model", type=PortType.MODEL_ARTIFACT, title="Best model", help="The address of its model.tar.gz."),
        Port(name="best_job", type=PortType.VALUE, title="Best job", help="The name of the best training job."),
    ),
)
