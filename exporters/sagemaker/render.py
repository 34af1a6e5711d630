"""Everything that an export to SageMaker Pipelines writes."""

import json

from designer.catalog.needs import Asset
from designer.workflow.model import Workflow
from designer.workflow.targets import Artifact
from exporters.cloudformation.template import template_text
from exporters.rendering import artifacts, refuse_impossible
from exporters.sagemaker.definition import definition
from exporters.sagemaker.kept import has_written_steps
from exporters.sagemaker.readme import readme
from exporters.sagemaker.resource import engine_resource
from exporters.sagemaker.source import source
from exporters.sagemaker.support import support

DEFINITION = "pipeline.json"


def render(workflow: Workflow) -> tuple[Artifact, ...]:
    """Return the files of an export; refuse what SageMaker Pipelines cannot express."""
    found = support(workflow)
    refuse_impossible(workflow, "SageMaker Pipelines", found)
    pipeline = definition(workflow)
    engine = engine_resource(workflow, pipeline)
    texts = {
        DEFINITION: json.dumps(pipeline, indent=2, ensure_ascii=False) + "\n",
        **({} if has_written_steps(workflow) else {"pipeline.py": source(workflow)}),
        "template.yaml": template_text(workflow, engine),
        "README.md": readme(workflow, engine, found),
    }
    return artifacts(texts, (need for need in workflow.needs if isinstance(need, Asset)))
