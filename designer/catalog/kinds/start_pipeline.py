"""Start pipeline: starts another pipeline of CodePipeline, and goes on at once."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, delivered, here, json_list, needs
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.requests import names_and_values, resolved, settings_of, texts
from designer.catalog.steps import Action


class StartPipelineSettings(DeliverySettings):
    """Which pipeline, and with which variables."""

    pipeline: Annotated[str, Form(shape="codepipeline:StartPipelineExecution:name")] = Field(
        min_length=1, description="The name of the pipeline that is started."
    )
    variables: Annotated[dict[str, str], Form(editor="table")] = Field(
        default_factory=dict, description="Variables of that pipeline. References may stand in them."
    )


def lower(placed: Placed) -> Lowered:
    """Make a CodePipeline invoke action."""
    settings = settings_of(placed, StartPipelineSettings)
    pipeline = resolved(placed, settings.pipeline)
    given = names_and_values(texts(placed, settings.variables))
    action = Action(
        category="Invoke",
        provider="CodePipeline",
        configuration={"PipelineName": pipeline, "Variables": json_list(given) if given else ""},
    )
    starting = needs(
        placed, "start the pipeline", ("codepipeline:StartPipelineExecution",), here(placed, "codepipeline", pipeline)
    )
    return delivered(placed, action, (starting,))


KIND = Kind(
    id="start_pipeline",
    title="Start pipeline",
    summary="Starts another pipeline of CodePipeline, and goes on without waiting for it.",
    category=Category.CONTROL,
    settings=StartPipelineSettings,
    lower=lower,
)
