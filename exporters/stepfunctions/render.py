"""Everything that an export to Step Functions writes."""

import json

from designer.catalog.needs import Asset
from designer.workflow.model import Workflow
from designer.workflow.permissions import execution_statements
from designer.workflow.targets import Artifact
from exporters.cloudformation.template import template_text
from exporters.readme import readme_text
from exporters.rendering import artifacts, refuse_impossible
from exporters.stepfunctions.readme import readme
from exporters.stepfunctions.resource import engine_resource
from exporters.stepfunctions.support import taken

DEFINITION = "state_machine.asl.json"


def render(workflow: Workflow) -> tuple[Artifact, ...]:
    """Return the files of an export; refuse what Step Functions cannot express."""
    found = taken(workflow)
    refuse_impossible(workflow, "Step Functions", found.support)
    engine = engine_resource(workflow, found.machine)
    statements = execution_statements(workflow)
    texts = {
        DEFINITION: json.dumps(found.machine, indent=2, ensure_ascii=False) + "\n",
        "template.yaml": template_text(workflow, engine, statements),
        "README.md": readme_text(workflow, engine, statements, readme(workflow, found.support)),
    }
    return artifacts(texts, (need for need in workflow.needs if isinstance(need, Asset)))
