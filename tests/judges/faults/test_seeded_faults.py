"""Every kind of fault, planted in our own exports, is found; an export as it is stays silent."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from designer.catalog.palette import KINDS
from designer.checking.finding import Severity
from designer.checking.run import check
from designer.errors import FileRefused
from designer.graph.model import build_graph
from designer.importing.recognising import import_any
from designer.workflow.lowering import attempt
from tests.judges.faults import code_pipelines, sagemaker_pipelines, state_machines
from tests.judges.faults.fault import Fault, Json
from tests.judges.golden import GOLDEN

_KINDS = {kind.id: kind for kind in KINDS}
_FILES = {
    "stepfunctions": "state_machine.asl.json",
    "sagemaker": "pipeline.json",
    "codepipeline": "pipeline.json",
}
_FAULTS = {
    "stepfunctions": state_machines.FAULTS,
    "sagemaker": sagemaker_pipelines.FAULTS,
    "codepipeline": code_pipelines.FAULTS,
}
_CASES = [(target, fault) for target, faults in _FAULTS.items() for fault in faults]
_REFUSED = frozenset({"it is refused"})


@pytest.mark.parametrize(("target", "fault"), _CASES, ids=[f"{target}: {fault.name}" for target, fault in _CASES])
def test_a_planted_fault_is_found_wherever_it_can_stand(target: str, fault: Fault) -> None:
    planted = 0
    for name, definition in exports(target):
        faulty = copy.deepcopy(definition)
        if fault.plant(faulty):
            planted += 1
            assert findings(faulty) - findings(definition), name

    assert planted


@pytest.mark.parametrize("target", _FILES)
def test_an_export_as_it_is_stays_silent(target: str) -> None:
    names = [name for name, definition in exports(target) if findings(definition)]

    assert names == []


def exports(target: str) -> Iterator[tuple[str, Json]]:
    """Yield the definition of each golden export for a target, with its starter's name."""
    for path in sorted(GOLDEN.glob(f"*/{target}/{_FILES[target]}")):
        yield path.parent.parent.name, json.loads(Path(path).read_text(encoding="utf-8"))


def findings(definition: Json) -> frozenset[object]:
    """Return rule and place of every error and warning about an imported definition."""
    try:
        document = import_any(json.dumps(definition), path="export.json")
    except FileRefused:
        return _REFUSED
    graph = build_graph(document, _KINDS)
    found = check(graph, attempt(graph, {}))
    return frozenset((one.rule, one.node, one.setting) for one in found if one.severity is not Severity.HINT)
