"""Small state machines to hold the rules of states against."""

import json
from collections.abc import Mapping

from designer.catalog.palette import KINDS
from designer.checking.rule import Rule, Subject
from designer.graph.model import build_graph
from designer.importing.asl import import_state_machine
from designer.workflow.lowering import attempt

_KINDS = {kind.id: kind for kind in KINDS}


def found(rule: Rule, state: Mapping[str, object], language: str = "JSONPath") -> list[tuple[str, str]]:
    """Return place and sentence of what a rule finds in a machine of this state, which is called `A`."""
    machine = {"StartAt": "A", "QueryLanguage": language, "States": {"A": {"End": True, **state}}}
    graph = build_graph(import_state_machine(json.dumps(machine), path="a.asl.json"), _KINDS)
    subject = Subject(graph=graph, attempt=attempt(graph, {}))
    spots = list(rule.spots(subject))
    assert {spot.node for spot in spots} <= {"A"}
    return [(spot.setting, spot.message) for spot in spots]


def places(rule: Rule, state: Mapping[str, object], language: str = "JSONPath") -> list[str]:
    """Return only the places of what a rule finds."""
    return [place for place, _ in found(rule, state, language)]


def task(resource: str, **fields: object) -> dict[str, object]:
    """Return a task with this resource, without the beginning that all resources have in common."""
    return {"Type": "Task", "Resource": f"arn:aws:states:::{resource}", **fields}
