"""Build rule: a build of CodeBuild says whether a stage goes on."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import needs, source_input
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import arn, resolved, settings_of
from designer.catalog.stage_rules import StageRuleSettings, ruled
from designer.catalog.values import joined

_ACTIONS = ("codebuild:StartBuild", "codebuild:StopBuild", "codebuild:BatchGetBuilds")


class BuildRuleSettings(StageRuleSettings):
    """Which project."""

    project: Annotated[str, Form(shape="codebuild:StartBuild:projectName")] = Field(
        min_length=1, description="The name of a build project that exists. The rule holds when the build succeeds."
    )


def lower(placed: Placed) -> Lowered:
    """Give a CodeBuild rule."""
    settings = settings_of(placed, BuildRuleSettings)
    project = resolved(placed, settings.project)
    whole = arn("codebuild", joined("project/", project))
    allowed = needs(placed, "run the build", _ACTIONS, whole)
    return ruled(placed, "CodeBuild", {"ProjectName": project}, allowed)


KIND = Kind(
    id="build_rule",
    title="Build rule",
    summary="Guards the stage of its frame with a build, which says whether it goes on.",
    category=Category.CONTROL,
    settings=BuildRuleSettings,
    lower=lower,
    inputs=fixed(source_input("The files that are built.")),
    ends=True,
    accepts_flow=False,
)
