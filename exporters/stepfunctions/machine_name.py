"""What the pipeline is called in Step Functions."""

import re

from designer.workflow.model import Workflow

LIMIT = 80


def machine_name(workflow: Workflow) -> str:
    """Return the workflow's name as Step Functions and CloudWatch take it: letters, digits, dashes and underscores."""
    return re.sub(r"[^A-Za-z0-9_]+", "-", workflow.name)[:LIMIT].strip("-") or "pipeline"
