"""The requests of a node as text; imported in a thread, for lowering needs the whole program."""

import json
from pathlib import Path

from designer.catalog.steps import Call
from designer.document.model import Document
from designer.errors import Refusal
from designer.gui.bridge.assessing import project_of
from designer.gui.language.refusals import refusal_words
from designer.gui.language.words import said, tr
from designer.workflow.readable import readable


def requests_text(document: Document, path: Path | None, node_id: str) -> str:
    """Return every request that a node makes, each below its operation; why there is none, where there is none."""
    try:
        attempt = project_of(document, path).lowered
    except Refusal as refusal:
        return refusal_words(refusal)
    calls = [step for step in attempt.workflow.steps if isinstance(step, Call) and step.node == node_id]
    if calls:
        return "\n\n".join(_written(call) for call in calls)
    problems = [said(problem.message) for problem in attempt.problems if problem.node == node_id]
    return "\n".join(problems) or tr("This node calls no API by itself.")


def _written(call: Call) -> str:
    request = json.dumps(readable(call.request), indent=2, ensure_ascii=False, default=str)
    return f"{call.service} {call.operation}\n{request}"
