"""Everything that an export to CodePipeline writes."""

import json

from designer.catalog.needs import Asset
from designer.errors import TargetRefused
from designer.workflow.model import Workflow
from designer.workflow.targets import Artifact, Level
from exporters.cloudformation.template import template_text
from exporters.codepipeline.buildspecs import file_name
from exporters.codepipeline.definition import definition
from exporters.codepipeline.plan import plan_of
from exporters.codepipeline.readme import readme
from exporters.codepipeline.resource import builds, engine_resource
from exporters.codepipeline.sources import git_trigger, source_asset
from exporters.codepipeline.support import support

DEFINITION = "pipeline.json"


def render(workflow: Workflow) -> tuple[Artifact, ...]:
    """Return the files of an export; refuse what CodePipeline cannot express."""
    _refuse_impossible(workflow)
    plan = plan_of(workflow)
    pipeline, made = definition(plan), builds(plan)
    engine = engine_resource(plan, pipeline, made)
    texts = {
        DEFINITION: json.dumps({"pipeline": pipeline}, indent=2, ensure_ascii=False) + "\n",
        **{file_name(build.step): build.buildspec for build in made},
        "template.yaml": template_text(workflow, engine),
        "README.md": readme(workflow, engine),
    }
    assets = {need.key: need.content for need in workflow.needs if isinstance(need, Asset)}
    if git_trigger(workflow) is None:
        archive = source_asset(workflow)
        assets[archive.key] = archive.content
    return (
        *(Artifact(path=path, content=text.encode()) for path, text in texts.items()),
        *(Artifact(path=f"code/{key.removeprefix('assets/')}", content=content) for key, content in assets.items()),
    )


def _refuse_impossible(workflow: Workflow) -> None:
    reasons = tuple(
        f"{report.node}: {report.reason}" for report in support(workflow) if report.level is Level.IMPOSSIBLE
    )
    if reasons:
        raise TargetRefused(f"'{workflow.name}' cannot be a CodePipeline as it stands.", reasons=reasons)
    if not workflow.steps:
        message = f"'{workflow.name}' has no step that CodePipeline could run."
        raise TargetRefused(message, hint="Place a job, such as processing or training.")
