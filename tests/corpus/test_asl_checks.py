"""State machines that are valid are found no fault with by our own checks, or the fault is there."""

import csv

import pytest

from designer.catalog.palette import KINDS
from designer.checking.finding import Severity
from designer.checking.run import check
from designer.document.model import Document
from designer.graph.model import build_graph
from designer.importing.asl import import_state_machine
from designer.workflow.lowering import attempt
from tests.corpus.corpus import CORPUS, files, skip_without_corpus

pytestmark = pytest.mark.corpus
_KINDS = {kind.id: kind for kind in KINDS}
_OWN = ("A41",)
# Files that count as valid and are not, each with the rule that says so; looked at one by one.
_FAULTY = {
    "ae005502": "A411",  # Lookout for Vision, which AWS has retired
    "da1f492c": "A411",  # appsync:graphql, which is no action of AppSync's API
    "e37394db": "A416",  # an ItemReader of an inline map
    "a2488efd": "A415",  # $value, which nothing assigns
}
_LEAST = 60


def test_our_own_checks_are_silent_where_a_machine_is_valid() -> None:
    skip_without_corpus()
    valid = [path for path in files("asl") if expected()[path.name] == "valid"]

    found = {
        path.name.split("--")[-1].split(".")[0]: wrong
        for path in valid
        if (wrong := errors(import_state_machine(path.read_text(encoding="utf-8"), path=path)))
    }

    assert {name: set(rules) for name, rules in found.items()} == {name: {rule} for name, rule in _FAULTY.items()}
    assert len(valid) >= _LEAST


def expected() -> dict[str, str]:
    with (CORPUS / "INDEX.csv").open(encoding="utf-8", newline="") as index:
        return {row["file"].rpartition("/")[2]: row["expect"] for row in csv.DictReader(index)}


def errors(document: Document) -> list[str]:
    graph = build_graph(document, _KINDS)
    found = check(graph, attempt(graph, {}))
    return [one.rule for one in found if one.severity is Severity.ERROR and one.rule.startswith(_OWN)]
