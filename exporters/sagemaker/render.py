"""Everything that an export to SageMaker Pipelines writes."""

import json
from dataclasses import replace

from designer.catalog.needs import Asset
from designer.workflow.model import Workflow
from designer.workflow.permissions import execution_statements
from designer.workflow.targets import Artifact
from exporters.cloudformation.template import template_text
from exporters.readme import readme_text
from exporters.rendering import artifacts, refuse_impossible
from exporters.sagemaker.callers import caller_of, with_callers
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
    called, caller = with_callers(workflow), caller_of(workflow)
    pipeline = definition(called)
    engine = engine_resource(called, pipeline)
    if caller:
        engine = replace(engine, needs=(*engine.needs, caller[0]))
    statements = execution_statements(workflow)
    texts = {
        DEFINITION: json.dumps(pipeline, indent=2, ensure_ascii=False) + "\n",
        **({} if has_written_steps(workflow) else {"pipeline.py": source(called)}),
        "template.yaml": template_text(workflow, engine, statements),
        "README.md": readme_text(workflow, engine, statements, readme(workflow, found)),
    }
    own = (caller[1],) if caller else ()
    return artifacts(texts, (*(need for need in workflow.needs if isinstance(need, Asset)), *own))
