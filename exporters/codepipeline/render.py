"""Everything that an export to CodePipeline writes."""

import json

from designer.catalog.needs import Asset
from designer.workflow.model import Workflow
from designer.workflow.permissions import execution_statements
from designer.workflow.targets import Artifact
from exporters.cloudformation.template import template_text
from exporters.codepipeline.buildspecs import file_name
from exporters.codepipeline.definition import definition
from exporters.codepipeline.plan import plan_of
from exporters.codepipeline.readme import readme
from exporters.codepipeline.resource import builds, engine_resource
from exporters.codepipeline.sources import needs_archive, source_asset
from exporters.codepipeline.support import support_of
from exporters.readme import readme_text
from exporters.rendering import artifacts, refuse_impossible

DEFINITION = "pipeline.json"


def render(workflow: Workflow) -> tuple[Artifact, ...]:
    """Return the files of an export; refuse what CodePipeline cannot express."""
    plan = plan_of(workflow)
    found = support_of(plan)
    refuse_impossible(workflow, "CodePipeline", found)
    pipeline, made = definition(plan), builds(plan)
    engine = engine_resource(plan, pipeline, made)
    statements = execution_statements(workflow)
    texts = {
        DEFINITION: json.dumps({"pipeline": pipeline}, indent=2, ensure_ascii=False) + "\n",
        **{file_name(build.step): build.buildspec for build in made},
        "template.yaml": template_text(workflow, engine, statements),
        "README.md": readme_text(workflow, engine, statements, readme(workflow, found)),
    }
    own = (source_asset(workflow),) if needs_archive(workflow) else ()
    return artifacts(texts, (*(need for need in workflow.needs if isinstance(need, Asset)), *own))
