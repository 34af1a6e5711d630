"""Batch transform: a model makes predictions for a whole dataset."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.jobs import CacheFor, job_wait, output_uri
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import address, encryption_key, one_input, resolved, settings_of, tags, without_empty
from designer.catalog.settings_types import Integer
from designer.catalog.steps import Call
from designer.catalog.tasks import AwaitedSettings

_SHAPE = "sagemaker:CreateTransformJob:"
_WAIT = job_wait("TransformJob")
PREDICTIONS = "predictions"
INPUTS = (
    Port(name="model", type=PortType.MODEL, title="Model", required=True, help="A model made by 'Create model'."),
    Port(name="data", type=PortType.DATASET, title="Data", required=True, help="What predictions are made for."),
)
PREDICTED = Port(name=PREDICTIONS, type=PortType.DATASET, title="Predictions", help="The folder of the predictions.")


class BatchTransformSettings(AwaitedSettings):
    """How the data is cut up and put together, and on which machines."""

    content_type: Annotated[str, Form(group="Data", shape=_SHAPE + "TransformInput.ContentType")] = Field(
        default="text/csv", description="What the data is."
    )
    split: Annotated[Literal["None", "Line", "RecordIO", "TFRecord"], Form(editor="choice", group="Data")] = Field(
        default="Line", description="How a file is cut into records."
    )
    accept: Annotated[str, Form(group="Data", shape=_SHAPE + "TransformOutput.Accept")] = Field(
        default="text/csv", description="What the predictions should be."
    )
    assemble: Annotated[Literal["None", "Line"], Form(editor="choice", group="Data")] = Field(
        default="Line", description="How the predictions of a file are put together."
    )
    batch: Annotated[Literal["MultiRecord", "SingleRecord"], Form(editor="choice", group="Data", advanced=True)] = (
        Field(default="MultiRecord", description="Hand the model many records at a time, or one.")
    )
    input_filter: Annotated[str, Form(group="Data", placeholder="$[1:]", advanced=True)] = Field(
        default="", description="Which part of a record the model is given, as a JSONPath."
    )
    join_input: Annotated[bool, Form(editor="flag", group="Data", advanced=True)] = Field(
        default=False, description="Put each prediction behind the record that it is for."
    )
    output_filter: Annotated[str, Form(group="Data", placeholder="$[0,-1]", advanced=True)] = Field(
        default="", description="Which part of the outcome is kept, as a JSONPath."
    )
    instance_type: Annotated[
        str, Form(editor="instance", use="transform", group="Machine", shape=_SHAPE + "TransformResources.InstanceType")
    ] = Field(default="ml.m5.xlarge", description="The sort of machine that the model runs on.")
    instance_count: Annotated[
        Integer, Form(editor="number", group="Machine", shape=_SHAPE + "TransformResources.InstanceCount")
    ] = Field(default=1, description="How many machines share the work.")
    cache_for: CacheFor = ""


def lower(placed: Placed) -> Lowered:
    """Make one CreateTransformJob request."""
    settings = settings_of(placed, BatchTransformSettings)
    return Lowered(steps=(transform_call(placed, settings),), outputs={PREDICTIONS: output_uri(placed, PREDICTIONS)})


def transform_call(placed: Placed, settings: BatchTransformSettings) -> Call:
    """Return the call that lets the joined model predict for the joined data."""
    source = {"S3DataType": "S3Prefix", "S3Uri": address(one_input(placed, "data"))}
    request = {
        "ModelName": one_input(placed, "model"),
        "BatchStrategy": settings.batch,
        "TransformInput": {
            "DataSource": {"S3DataSource": source},
            "ContentType": resolved(placed, settings.content_type),
            "SplitType": settings.split,
        },
        "TransformOutput": without_empty(
            {
                "S3OutputPath": output_uri(placed, PREDICTIONS),
                "Accept": resolved(placed, settings.accept),
                "AssembleWith": settings.assemble,
                "KmsKeyId": encryption_key(placed),
            }
        ),
        "TransformResources": {
            "InstanceType": resolved(placed, settings.instance_type),
            "InstanceCount": resolved(placed, settings.instance_count),
        },
        "DataProcessing": without_empty(
            {
                "InputFilter": settings.input_filter,
                "OutputFilter": settings.output_filter,
                "JoinSource": "Input" if settings.join_input else "",
            }
        ),
        "Tags": tags(placed),
    }
    return Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateTransformJob",
        request=without_empty(request),
        name_member="TransformJobName",
        wait=_WAIT,
        cache_for=settings.cache_for,
        timeout_seconds=settings.timeout_seconds,
    )


KIND = Kind(
    id="batch_transform",
    title="Batch transform",
    summary="Lets a model make predictions for a whole dataset, without an endpoint.",
    category=Category.DEPLOY,
    settings=BatchTransformSettings,
    lower=lower,
    inputs=fixed(*INPUTS),
    outputs=fixed(PREDICTED),
)
