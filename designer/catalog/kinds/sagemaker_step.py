"""SageMaker step: a step of SageMaker Pipelines kept as somebody wrote it."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field, field_validator

from designer.catalog.branches import ELSE, THEN
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import settings_of
from designer.catalog.sagemaker_text import all_of
from designer.catalog.settings import Settings
from designer.catalog.steps import Choice, NativeStep, SageMakerStep
from designer.catalog.values import FileValue, StepOutput, Value

READS = "reads"
RESULT = "result"
CONDITION = "Condition"


class SageMakerStepSettings(Settings):
    """The step."""

    definition: Annotated[dict[str, object], Form(editor="json")] = Field(
        description="The step as SageMaker Pipelines writes it, without its name. What it waits for is drawn; the steps "
        "in the branches of a condition are nodes of their own.",
    )

    @field_validator("definition")
    @classmethod
    def _has_type(cls, definition: dict[str, object]) -> dict[str, object]:
        has_type = isinstance(definition.get("Type"), str)
        if has_type and isinstance(definition.get("Arguments", {}), dict):
            return definition
        wanted = "'Arguments' that are names with values" if has_type else "a 'Type', such as Training or Condition"
        raise ValueError(f"A step has {wanted}.")


def lower(placed: Placed) -> Lowered:
    """Make a step that is kept as it was written; a condition becomes a choice, so that it has branches."""
    definition = settings_of(placed, SageMakerStepSettings).definition
    arguments = definition.get("Arguments")
    step = SageMakerStep(
        type=str(definition["Type"]),
        arguments=arguments if isinstance(arguments, dict) else None,
        members={name: value for name, value in definition.items() if name not in ("Type", "Arguments")},
    )
    description = definition.get("Description")
    told = description if isinstance(description, str) else ""
    if step.type == CONDITION:
        condition = all_of((step.arguments or {}).get("Conditions"), placed.resolve)
        return Lowered(
            steps=(Choice(id=placed.id, node=placed.id, condition=condition, as_step=step, description=told),)
        )
    outputs: dict[str, Value] = {RESULT: StepOutput(placed.id, ())}
    for name, output, file in property_files(definition):
        uri = StepOutput(placed.id, ("ProcessingOutputConfig", "Outputs", output, "S3Output", "S3Uri"))
        outputs[name] = FileValue(step=placed.id, output=output, file=file, uri=uri, path=())
    native = NativeStep(id=placed.id, node=placed.id, step=step, kept=True, description=told)
    return Lowered(steps=(native,), outputs=outputs)


def property_files(definition: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Yield name, output and file of each property file of a step."""
    files = definition.get("PropertyFiles")
    for one in files if isinstance(files, list) else ():
        if isinstance(one, Mapping):
            texts = tuple(one.get(key) for key in ("PropertyFileName", "OutputName", "FilePath"))
            if all(isinstance(text, str) for text in texts):
                yield str(texts[0]), str(texts[1]), str(texts[2])


def _definition(raw: Mapping[str, object]) -> Mapping[str, object]:
    definition = raw.get("definition")
    return definition if isinstance(definition, Mapping) else {}


def _branches(raw: Mapping[str, object]) -> tuple[str, ...]:
    return (THEN, ELSE) if _definition(raw).get("Type") == CONDITION else ()


def _outputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    definition = _definition(raw)
    if definition.get("Type") == CONDITION:
        return ()
    files = dict.fromkeys(name for name, _, _ in property_files(definition))
    return (
        Port(name=RESULT, type=PortType.VALUE, title="Result", help="What the step answers."),
        *(Port(name=name, type=PortType.METRICS, title=name, help="A property file.") for name in files),
    )


KIND = Kind(
    id="sagemaker_step",
    title="SageMaker step",
    summary="A step of an imported SageMaker pipeline, kept as it was written. Only SageMaker Pipelines can run it.",
    category=Category.CONTROL,
    settings=SageMakerStepSettings,
    lower=lower,
    inputs=fixed(
        Port(name=READS, type=PortType.VALUE, title="Reads", many=True, help="Steps whose answers stand in this one.")
    ),
    outputs=_outputs,
    branches=_branches,
    kept=True,
)
