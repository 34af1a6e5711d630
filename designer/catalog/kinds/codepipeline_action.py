"""CodePipeline action: an action of CodePipeline kept as somebody wrote it."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, field_validator

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import settings_of
from designer.catalog.settings import Settings
from designer.catalog.steps import Action, NativeAction

READS = "reads"
RESULT = "result"
_TYPE = "actionTypeId"
_CONFIGURATION = "configuration"


class CodePipelineActionSettings(Settings):
    """The action."""

    definition: Annotated[dict[str, object], Form(editor="json")] = Field(
        description="The action as CodePipeline's API writes it. In which stage it stands is said by its frame.",
    )

    @field_validator("definition")
    @classmethod
    def _has_type(cls, definition: dict[str, object]) -> dict[str, object]:
        if isinstance(definition.get(_TYPE), dict) and isinstance(definition.get(_CONFIGURATION, {}), dict):
            return definition
        raise ValueError("An action has an 'actionTypeId' with category, owner, provider and version.")


def lower(placed: Placed) -> Lowered:
    """Make an action that is kept as it was written."""
    definition = settings_of(placed, CodePipelineActionSettings).definition
    kind, configuration = _mapping(definition, _TYPE), _mapping(definition, _CONFIGURATION)
    action = Action(
        category=str(kind.get("category", "")),
        provider=str(kind.get("provider", "")),
        owner=str(kind.get("owner", "")),
        version=str(kind.get("version", "")),
        configuration=configuration,
        members={name: value for name, value in definition.items() if name != _CONFIGURATION or not value},
    )
    step = NativeAction(id=placed.id, node=placed.id, action=action, kept=True)
    return Lowered(steps=(step,), outputs={RESULT: placed.id})


def _mapping(definition: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = definition.get(name)
    return found if isinstance(found, dict) else {}


KIND = Kind(
    id="codepipeline_action",
    title="CodePipeline action",
    summary="An action of an imported CodePipeline, kept as it was written. Only CodePipeline can run it.",
    category=Category.CONTROL,
    settings=CodePipelineActionSettings,
    lower=lower,
    inputs=fixed(Port(name=READS, type=PortType.VALUE, title="Artifacts", many=True, help="Actions that make them.")),
    outputs=fixed(Port(name=RESULT, type=PortType.VALUE, title="Artifacts", help="The artifacts that it makes.")),
    kept=True,
)
