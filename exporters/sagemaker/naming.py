"""What the pipeline is called in SageMaker."""

import re

from designer.workflow.model import Workflow

LIMIT = 120
"""The pipeline may be longer, but its experiment bears the same name and may not."""


def pipeline_name(workflow: Workflow) -> str:
    """Return the workflow's name as SageMaker takes it: letters and digits, single dashes between."""
    return re.sub(r"[^A-Za-z0-9]+", "-", workflow.name)[:LIMIT].strip("-") or "pipeline"
