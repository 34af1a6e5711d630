"""Imported pipelines to hold rules against."""

import json

from designer.catalog.palette import KINDS
from designer.checking.rule import Rule, Subject
from designer.graph.model import build_graph
from designer.importing.recognising import import_any
from designer.workflow.lowering import attempt

_KINDS = {kind.id: kind for kind in KINDS}


def places(rule: Rule, content: object) -> list[str]:
    """Return node and setting of everything that a rule finds in a pipeline, joined by a space."""
    graph = build_graph(import_any(json.dumps(content), path="it.json"), _KINDS)
    subject = Subject(graph=graph, attempt=attempt(graph, {}))
    return [f"{spot.node} {spot.setting}".strip() for spot in rule.spots(subject)]
