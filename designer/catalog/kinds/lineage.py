"""Lineage: writes down what came of what, for the lineage of SageMaker."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.needs import Statement
from designer.catalog.placed import Input, Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import address, arn, resolved, settings_of, tags, texts, without_empty
from designer.catalog.settings import Settings
from designer.catalog.settings_types import Plain
from designer.catalog.steps import NativeStep, SageMakerStep
from designer.catalog.values import ExecutionValue, Value, joined

_SOURCES, _PRODUCTS = "sources", "products"
_SHAPE = "sagemaker:CreateAction:"
_TYPES = {
    PortType.DATASET: "DataSet",
    PortType.MODEL_ARTIFACT: "Model",
    PortType.MODEL: "Model",
    PortType.MODEL_PACKAGE: "ModelPackage",
    PortType.IMAGE: "Image",
    PortType.SOURCE: "Code",
}
_LONGEST_NAME = 120 - len("-0123456789ab")
_ACTIONS = ("CreateAction", "CreateArtifact", "AddAssociation", "AddTags")


class LineageSettings(Settings):
    """What was done."""

    action_type: Annotated[str, Form(shape=_SHAPE + "ActionType", placeholder="ModelTraining")] = Field(
        default="ModelTraining", min_length=1, description="What sort of work it was."
    )
    description: Annotated[str, Form(editor="multiline", shape=_SHAPE + "Description")] = Field(
        default="", description="What to say about the work."
    )
    properties: Annotated[dict[str, Plain], Form(editor="table")] = Field(
        default_factory=dict, description="What else is written down about it, as names and values."
    )


def lower(placed: Placed) -> Lowered:
    """Make a step that writes down an action, the artifacts that are joined, and how they belong together."""
    settings = settings_of(placed, LineageSettings)
    sources, products = placed.inputs.get(_SOURCES, ()), placed.inputs.get(_PRODUCTS, ())
    if not sources and not products:
        raise ValueError("Nothing is written down. Join what the work came from, or what came of it.")
    # The name of an action is taken once in an account, so each execution has its own.
    action = joined(_name(placed, placed.id), "-", ExecutionValue("id"))
    work = {
        "ActionName": action,
        "Source": {"SourceUri": _execution(placed), "SourceType": "PipelineExecution"},
        "ActionType": resolved(placed, settings.action_type),
        "Description": resolved(placed, settings.description),
        "Status": "Completed",
        "Properties": texts(placed, settings.properties),
        "Tags": tags(placed),
    }
    arguments = {
        "Actions": [without_empty(work)],
        "Artifacts": list(_artifacts(placed, (*sources, *products))),
        "Associations": [
            *(_association(_artifact(placed, one), _action(action), "ContributedTo") for one in _each(sources)),
            *(_association(_action(action), _artifact(placed, one), "Produced") for one in _each(products)),
        ],
    }
    step = SageMakerStep(type="Lineage", arguments=arguments)
    native = NativeStep(id=placed.id, node=placed.id, step=step, statements=(_may_record(placed),))
    return Lowered(steps=(native,))


def _each(inputs: tuple[Input, ...]) -> tuple[Input, ...]:
    return tuple({(one.node, one.port): one for one in inputs}.values())


def _artifacts(placed: Placed, inputs: tuple[Input, ...]) -> Iterator[Mapping[str, object]]:
    for one in _each(inputs):
        yield without_empty(
            {
                "ArtifactName": _artifact(placed, one)["Name"],
                "Source": {"SourceUri": address(one.value)},
                "ArtifactType": _TYPES.get(one.type, "Data"),
                "Tags": tags(placed),
            }
        )


def _name(placed: Placed, of: str) -> str:
    words = re.sub(r"[^A-Za-z0-9]+", "-", f"{placed.pipeline} {of}").strip("-")
    return words[:_LONGEST_NAME].strip("-")


def _artifact(placed: Placed, one: Input) -> Mapping[str, Value]:
    return {"Name": _name(placed, f"{one.node} {one.port}"), "Type": "Artifact"}


def _action(name: Value) -> Mapping[str, Value]:
    return {"Name": name, "Type": "Action"}


def _association(source: Mapping[str, Value], destination: Mapping[str, Value], sort: str) -> Mapping[str, object]:
    return {"Source": source, "Destination": destination, "AssociationType": sort}


def _execution(placed: Placed) -> Value:
    return arn("sagemaker", joined("pipeline/", placed.pipeline.lower(), "/execution/", ExecutionValue("id")))


def _may_record(placed: Placed) -> Statement:
    return Statement(
        actions=tuple(f"sagemaker:{one}" for one in _ACTIONS),
        resources=(arn("sagemaker", "action/*"), arn("sagemaker", "artifact/*")),
        reason=f"{placed.id}: write down what came of what",
    )


KIND = Kind(
    id="lineage",
    title="Lineage",
    summary="Writes down what a model or dataset came from, where SageMaker shows it. Only SageMaker Pipelines can do it.",
    category=Category.REGISTER,
    settings=LineageSettings,
    lower=lower,
    inputs=fixed(
        Port(name=_SOURCES, type=PortType.VALUE, title="Sources", many=True, help="What the work came from."),
        Port(name=_PRODUCTS, type=PortType.VALUE, title="Products", many=True, help="What came of the work."),
    ),
)
