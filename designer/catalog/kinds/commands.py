"""Commands: shell commands on a machine that CodePipeline rents, without a build project."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, field_validator

from designer.catalog.delivery import (
    DeliverySettings,
    artifact_output,
    delivered,
    logging,
    source_input,
    variable_ports,
    where,
)
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, fixed
from designer.catalog.requests import as_text, resolved, settings_of
from designer.catalog.settings_types import CommandLines
from designer.catalog.steps import Action


class CommandsSettings(DeliverySettings):
    """The commands, and what they leave behind."""

    commands: Annotated[CommandLines, Form(editor="list", group="Commands")] = Field(
        description="What is run, one line each, in the folder of the artifact."
    )
    environment: Annotated[dict[str, str], Form(editor="table", group="Commands")] = Field(
        default_factory=dict,
        max_length=10,
        description="Environment variables; references may stand in them. Never put a password here.",
    )
    variables: Annotated[tuple[str, ...], Form(editor="list", group="Results")] = Field(
        default=(), max_length=15, description="Environment variables whose values are outputs of the node."
    )
    files: Annotated[tuple[str, ...], Form(editor="list", group="Results", placeholder="dist/**")] = Field(
        default=(), max_length=10, description="Which files go into the artifact that the node gives."
    )

    @field_validator("variables")
    @classmethod
    def _are_names(cls, variables: tuple[str, ...]) -> tuple[str, ...]:
        for name in variables:
            if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
                raise ValueError(f"'{name}' is no name of an environment variable.")
        return variables


def lower(placed: Placed) -> Lowered:
    """Make a Commands action."""
    settings = settings_of(placed, CommandsSettings)
    environment = [
        {"name": name, "value": as_text(resolved(placed, value)), "type": "PLAINTEXT"}
        for name, value in settings.environment.items()
    ]
    action = Action(
        category="Compute",
        provider="Commands",
        members={
            "commands": list(settings.commands),
            "environmentVariables": environment,
            "outputVariables": list(settings.variables),
        },
        writes=bool(settings.files),
        files=settings.files,
    )
    return delivered(placed, action, (logging(placed, where(placed)),), settings.variables)


def _outputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    given = variable_ports(raw, "variables")
    return (*given, artifact_output("The files that the commands left behind.")) if raw.get("files") else given


KIND = Kind(
    id="commands",
    title="Commands",
    summary="Runs shell commands on a machine that CodePipeline rents; no build project is needed.",
    category=Category.PREPARE,
    settings=CommandsSettings,
    lower=lower,
    inputs=fixed(source_input("The files that the commands run in.")),
    outputs=_outputs,
)
