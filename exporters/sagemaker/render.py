"""Everything that an export to SageMaker Pipelines writes."""

import json

from designer.catalog.needs import Asset
from designer.errors import TargetRefused
from designer.workflow.model import Workflow
from designer.workflow.targets import Artifact, Level
from exporters.cloudformation.template import template_text
from exporters.sagemaker.definition import definition
from exporters.sagemaker.readme import readme
from exporters.sagemaker.resource import engine_resource
from exporters.sagemaker.source import source
from exporters.sagemaker.support import support

DEFINITION = "pipeline.json"


def render(workflow: Workflow) -> tuple[Artifact, ...]:
    """Return the files of an export; refuse what SageMaker Pipelines cannot express."""
    refuse_impossible(workflow)
    engine = engine_resource(workflow)
    texts = {
        DEFINITION: json.dumps(definition(workflow), indent=2, ensure_ascii=False) + "\n",
        "pipeline.py": source(workflow),
        "template.yaml": template_text(workflow, engine),
        "README.md": readme(workflow, engine),
    }
    files = [Artifact(path=path, content=text.encode()) for path, text in texts.items()]
    assets = {need.key: need.content for need in workflow.needs if isinstance(need, Asset)}
    return (
        *files,
        *(Artifact(path=f"code/{key.removeprefix('assets/')}", content=content) for key, content in assets.items()),
    )


def refuse_impossible(workflow: Workflow) -> None:
    """Raise `TargetRefused` with a reason for each node that is in the way."""
    reasons = tuple(
        f"{report.node}: {report.reason}" for report in support(workflow) if report.level is Level.IMPOSSIBLE
    )
    if reasons:
        raise TargetRefused(
            f"“{workflow.name}” cannot be a SageMaker pipeline as it stands. {' '.join(reasons)}", reasons=reasons
        )
    if not workflow.steps:
        raise TargetRefused(
            f"“{workflow.name}” has no step that SageMaker could run.",
            hint="Place a job, such as processing or training.",
        )
