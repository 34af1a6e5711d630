"""Cleanup: deletes what earlier steps wrote to S3, once it is no longer needed."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.needs import Statement
from designer.catalog.placed import Input, Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import address, arn, settings_of
from designer.catalog.settings import Settings
from designer.catalog.steps import NativeStep, SageMakerStep
from designer.catalog.values import Deployed, StepOutput, Value, joined

_RESULTS = "results"
_MODEL = ("ModelArtifacts", "S3ModelArtifacts")


class CleanupSettings(Settings):
    """What is deleted of the folders that are joined."""

    files: Annotated[dict[str, str], Form(editor="table", placeholder="train.csv")] = Field(
        default_factory=dict,
        description="The file to delete in the folder of a step, by the step's name; several are set apart by commas. What "
        "a training job wrote is found without.",
    )


def lower(placed: Placed) -> Lowered:
    """Make a step that names the steps whose outputs go."""
    settings = settings_of(placed, CleanupSettings)
    given = placed.inputs.get(_RESULTS, ())
    unknown = [name for name in settings.files if name not in {one.node for one in given}]
    if unknown:
        raise ValueError(f"Files are named of '{unknown[0]}', and nothing of it is joined.")
    step = SageMakerStep(type="Cleanup", arguments={"Resources": {"S3": list(_sources(given, settings))}})
    native = NativeStep(id=placed.id, node=placed.id, step=step, statements=(_may_delete(placed),))
    return Lowered(steps=(native,))


def _sources(given: tuple[Input, ...], settings: CleanupSettings) -> Iterator[Mapping[str, object]]:
    for one in given:
        if isinstance(one.value, StepOutput) and one.value.path == _MODEL:
            yield {"StepName": one.node}
            continue
        names = [name.strip() for name in settings.files.get(one.node, "").split(",") if name.strip()]
        if not names:
            raise ValueError(
                f"Say which files in the folder of '{one.node}' are deleted: SageMaker deletes no folders."
            )
        yield {"StepName": one.node, "S3Uris": [_in(address(one.value), name) for name in names]}


def _in(folder: Value, name: str) -> Value:
    return joined(folder, "/", name.lstrip("/"))


def _may_delete(placed: Placed) -> Statement:
    return Statement(
        actions=("s3:DeleteObject",),
        resources=(arn("s3", joined(Deployed("ArtifactBucket"), f"/{placed.pipeline}/*"), regional=False),),
        reason=f"{placed.id}: delete what steps of this pipeline wrote",
    )


KIND = Kind(
    id="cleanup",
    title="Cleanup",
    summary="Deletes what earlier steps wrote to S3. Only SageMaker Pipelines can do it.",
    category=Category.CONTROL,
    settings=CleanupSettings,
    lower=lower,
    inputs=fixed(
        Port(
            name=_RESULTS,
            type=PortType.VALUE,
            title="Results",
            required=True,
            many=True,
            help="The outputs of training, processing and transform jobs that are deleted.",
        )
    ),
)
