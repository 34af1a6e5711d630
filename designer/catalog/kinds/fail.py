"""Fail: ends the pipeline as failed."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.settings import Settings
from designer.catalog.steps import Failure


class FailSettings(Settings):
    """What is said about the failure."""

    error: Annotated[str, Form()] = Field(
        default="PipelineStopped",
        pattern=r"^[A-Za-z][\w.-]{0,127}$",
        description="A short name of the error, without spaces, that other systems can look for.",
    )
    cause: Annotated[str, Form(editor="multiline")] = Field(
        default="The pipeline was stopped because a condition did not hold.",
        min_length=1,
        description="A sentence for people. References may stand in it.",
    )


def lower(placed: Placed) -> Lowered:
    """Make a failure."""
    settings = settings_of(placed, FailSettings)
    failure = Failure(id=placed.id, node=placed.id, error=settings.error, cause=resolved(placed, settings.cause))
    return Lowered(steps=(failure,))


KIND = Kind(
    id="fail",
    title="Fail",
    summary="Ends the whole pipeline as failed, with a reason.",
    category=Category.CONTROL,
    settings=FailSettings,
    lower=lower,
    ends=True,
)
