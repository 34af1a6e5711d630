"""The template of a pipeline, as text."""

from designer.catalog.needs import Statement
from designer.workflow.model import Workflow
from exporters.cloudformation.document import template_document
from exporters.cloudformation.engine import EngineResource
from exporters.cloudformation.yaml_text import yaml_text


def template_text(workflow: Workflow, engine: EngineResource, statements: tuple[Statement, ...]) -> str:
    """Return the CloudFormation template (YAML) that makes everything the pipeline needs.

    `statements` say what the execution role may do. Raises `KeyError` for a `Deployed` name that nothing in the template
    gives: a bug of a kind or an exporter.
    """
    return yaml_text(template_document(workflow, engine, statements))
