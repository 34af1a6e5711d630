"""State machines written by others come back from an import and an export as they were."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from designer.catalog.palette import KINDS
from designer.document.yaml_document import dump_document, parse_document
from designer.errors import FileRefused, Refusal
from designer.graph.model import build_graph
from designer.importing.asl import import_state_machine
from designer.importing.state_machines import find_state_machine
from designer.workflow.lowering import lower
from exporters.stepfunctions.definition import definition
from tests.corpus.corpus import files, skip_without_corpus

pytestmark = pytest.mark.corpus
_KINDS = {kind.id: kind for kind in KINDS}
_PLAIN_TYPES = frozenset({"Task", "Choice", "Pass", "Wait", "Succeed", "Fail", "Parallel"})
_LEAST_EQUAL = 60


def test_every_file_is_read_or_refused_with_a_reason() -> None:
    skip_without_corpus()
    paths = files("asl", "asl-template", "cfn", "sagemaker", "codepipeline", "buildspec")

    for path in paths:
        reason = refusal(path)
        assert reason is None or reason.message


def test_plain_state_machines_come_back_equal() -> None:
    skip_without_corpus()

    equal = [path.name for path in files("asl") if is_plain(path) and exported(path) == original(path)]
    different = [path.name for path in files("asl") if is_plain(path) and exported(path) != original(path)]

    assert different == []
    assert len(equal) >= _LEAST_EQUAL


def test_all_other_state_machines_come_back_equal_or_are_refused() -> None:
    skip_without_corpus()

    others = [path for path in files("asl") if not is_plain(path)]

    assert [path.name for path in others if not is_equal_or_refused(path)] == []


def test_an_imported_document_survives_its_own_file() -> None:
    skip_without_corpus()

    for path in files("asl"):
        if is_plain(path):
            document = import_state_machine(path.read_text(encoding="utf-8"), path=path)
            read = parse_document(dump_document(document), path=str(path))
            assert (read.nodes, read.settings) == (document.nodes, document.settings)
            assert set(read.edges) == set(document.edges)


def refusal(path: Path) -> FileRefused | None:
    try:
        import_state_machine(path.read_text(encoding="utf-8"), path=path)
    except FileRefused as reason:
        return reason
    return None


def is_plain(path: Path) -> bool:
    """Say whether a machine is in JSONPath and uses only the plain types."""
    try:
        machine = original(path)
        document = import_state_machine(path.read_text(encoding="utf-8"), path=path)
    except FileRefused:
        return False
    states = list(states_in(machine))
    languages = {one.get("QueryLanguage", "JSONPath") for one in (machine, *states)}
    return (
        languages == {"JSONPath"}
        and all(state.get("Type") in _PLAIN_TYPES for state in states)
        and all(edge.target in document.nodes for edge in document.edges)
    )


def states_in(value: object) -> Iterator[Mapping[str, object]]:
    """Yield every state, those inside branches too."""
    if isinstance(value, dict):
        states = value.get("States")
        yield from (state for state in (states.values() if isinstance(states, dict) else ()) if isinstance(state, dict))
        for member in value.values():
            yield from states_in(member)
    elif isinstance(value, list):
        for member in value:
            yield from states_in(member)


def original(path: Path) -> Mapping[str, object]:
    return find_state_machine(path.read_text(encoding="utf-8"), str(path))


def exported(path: Path) -> Mapping[str, object]:
    document = import_state_machine(path.read_text(encoding="utf-8"), path=path)
    machine: Mapping[str, object] = json.loads(json.dumps(definition(lower(build_graph(document, _KINDS), {}))))
    return machine


def is_equal_or_refused(path: Path) -> bool:
    try:
        document = import_state_machine(path.read_text(encoding="utf-8"), path=path)
        is_whole = all(edge.target in document.nodes for edge in document.edges) and has_all_ends(original(path))
        return not is_whole or exported(path) == original(path)
    except Refusal:
        return True


def has_all_ends(machine: Mapping[str, object]) -> bool:
    """Say whether every state says where it goes on to or that it ends; a state that says neither is given an end."""
    states = machine["States"]
    ways = {"Next", "End", "Choices"}
    return isinstance(states, dict) and all(
        state["Type"] in {"Succeed", "Fail"} or ways & set(state) for state in states.values()
    )
