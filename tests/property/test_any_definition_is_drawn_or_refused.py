"""Whatever stands in a file, an import gives a document that can be checked and saved, or a refusal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.catalog.palette import KINDS
from designer.checking.run import check
from designer.document.files import read_text
from designer.document.yaml_document import dump_document, parse_document
from designer.errors import Refusal
from designer.graph.model import build_graph
from designer.importing.recognising import import_any
from designer.workflow.lowering import attempt

_KINDS = {kind.id: kind for kind in KINDS}
_NAMES = (
    *("States", "StartAt", "Type", "Next", "End", "Choices", "Catch", "Retry", "Default", "Branches", "ItemProcessor"),
    *("ErrorEquals", "Assign", "Output", "Arguments", "Parameters", "Resource", "QueryLanguage"),
    *("Steps", "Name", "DependsOn", "Conditions", "IfSteps", "Get", "Std:Join", "Values", "PropertyFiles"),
    *("stages", "name", "actions", "actionTypeId", "configuration", "inputArtifacts", "runOrder", "triggers"),
    *("Resources", "Properties", "Definition", "Fn::If", "Fn::Sub", "Ref", "A"),
)
_TEXTS = ("Task", "Choice", "Map", "Condition", "Training", "A", "B", "", "{% $x + %}", "${A}", "#{A.b}", "JSONata")
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(_TEXTS) | st.text(max_size=5)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=5),
    max_leaves=30,
)
_ACTION = _VALUES.map(lambda value: {"name": "A", "actionTypeId": {}, "configuration": value, "inputArtifacts": value})
_DEFINITIONS = (
    _VALUES
    | _VALUES.map(lambda value: {"StartAt": "A", "States": {"A": {"Type": "Task", "Retry": value, "Output": value}}})
    | _VALUES.map(lambda value: {"StartAt": "A", "States": {"A": {"Type": "Map", "ItemProcessor": value}}})
    | _VALUES.map(lambda value: {"StartAt": value, "States": {"A": {"Type": "Parallel", "Branches": [value]}}})
    | _VALUES.map(lambda value: {"Steps": [{"Name": "A", "Type": "Training", "Arguments": value, "DependsOn": value}]})
    | _VALUES.map(lambda value: {"Steps": [{"Name": "A", "Type": "Condition", "Arguments": {"Conditions": value}}]})
    | _ACTION.map(lambda action: {"stages": [{"name": "S", "actions": [action]}], "triggers": action})
)


def is_drawn(text: str) -> bool:
    """Import, save, read again and check; say whether there was anything to draw."""
    try:
        document = import_any(text, path="any.json")
    except Refusal:
        return False
    again = parse_document(dump_document(document), path="any.yaml")
    graph = build_graph(again, _KINDS)
    broken = [one.message for one in check(graph, attempt(graph, {})) if "This rule broke" in one.message]
    assert broken == []
    return True


@given(_DEFINITIONS)
def test_any_values_are_drawn_or_refused(value: object) -> None:
    is_drawn(json.dumps(value))


@given(st.text())
def test_any_text_is_drawn_or_refused(text: str) -> None:
    assert not is_drawn(text)


@given(st.binary())
def test_any_bytes_are_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "any.json"
    path.write_bytes(content)
    try:
        text = read_text(path)
    except Refusal:
        return
    assert not is_drawn(text)
