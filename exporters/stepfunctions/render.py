"""Everything that an export to Step Functions writes."""

import json

from designer.catalog.needs import Asset
from designer.errors import TargetRefused
from designer.workflow.model import Workflow
from designer.workflow.targets import Artifact, Level
from exporters.cloudformation.template import template_text
from exporters.stepfunctions.definition import definition
from exporters.stepfunctions.readme import readme
from exporters.stepfunctions.resource import engine_resource
from exporters.stepfunctions.support import support

DEFINITION = "state_machine.asl.json"


def render(workflow: Workflow) -> tuple[Artifact, ...]:
    """Return the files of an export; refuse what Step Functions cannot express."""
    refuse_impossible(workflow)
    engine = engine_resource(workflow)
    texts = {
        DEFINITION: json.dumps(definition(workflow), indent=2, ensure_ascii=False) + "\n",
        "template.yaml": template_text(workflow, engine),
        "README.md": readme(workflow, engine),
    }
    assets = {need.key: need.content for need in workflow.needs if isinstance(need, Asset)}
    return (
        *(Artifact(path=path, content=text.encode()) for path, text in texts.items()),
        *(Artifact(path=f"code/{key.removeprefix('assets/')}", content=content) for key, content in assets.items()),
    )


def refuse_impossible(workflow: Workflow) -> None:
    """Raise `TargetRefused` with a reason for each node that is in the way."""
    reasons = tuple(
        f"{report.node}: {report.reason}" for report in support(workflow) if report.level is Level.IMPOSSIBLE
    )
    if reasons:
        raise TargetRefused(
            f"“{workflow.name}” cannot be a state machine as it stands. {' '.join(reasons)}", reasons=reasons
        )
    if not workflow.steps:
        raise TargetRefused(
            f"“{workflow.name}” has no step that Step Functions could run.",
            hint="Place a job, such as processing or training.",
        )
