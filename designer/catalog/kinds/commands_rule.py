"""Commands rule: shell commands say whether a stage goes on."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import logging, source_input
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import settings_of
from designer.catalog.settings_types import CommandLines
from designer.catalog.stage_rules import StageRuleSettings, ruled
from designer.catalog.values import Deployed


class CommandsRuleSettings(StageRuleSettings):
    """The commands."""

    commands: Annotated[CommandLines, Form(editor="list")] = Field(
        description="What is run, one line each, in the folder of the artifact. The rule holds when all of it succeeds."
    )


def lower(placed: Placed) -> Lowered:
    """Give a Commands rule."""
    settings = settings_of(placed, CommandsRuleSettings)
    return ruled(placed, "Commands", {}, logging(placed, Deployed("Region")), commands=settings.commands)


KIND = Kind(
    id="commands_rule",
    title="Commands rule",
    summary="Guards the stage of its frame with shell commands, which say whether it goes on.",
    category=Category.CONTROL,
    settings=CommandsRuleSettings,
    lower=lower,
    inputs=fixed(source_input("The files that the commands run in.")),
    ends=True,
    accepts_flow=False,
)
