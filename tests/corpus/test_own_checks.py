"""Pipelines of others that are valid are found no fault with by our own checks, or the fault is there."""

from pathlib import Path

import pytest

from designer.catalog.palette import KINDS
from designer.checking.finding import Severity
from designer.checking.run import check
from designer.errors import FileRefused
from designer.graph.model import build_graph
from designer.importing.recognising import import_any
from designer.workflow.lowering import attempt
from tests.corpus.corpus import files, skip_without_corpus

pytestmark = pytest.mark.corpus
_KINDS = {kind.id: kind for kind in KINDS}
# The SDK's own tests name roles that are none, leave out what a job needs, and use parameters that they do not declare.
_STUBS = "aws__sagemaker-python-sdk"
# A test of cfn-lint's, with a source in the second stage.
_FAULTY = {"aws-cloudformation__cfn-lint--stages_second_stage--3302a83a.template.yaml": {"A432"}}
_LEAST = 50


def test_our_own_checks_are_silent_where_a_pipeline_is_valid() -> None:
    skip_without_corpus()
    paths = [path for path in files("sagemaker", "codepipeline") if not path.name.startswith(_STUBS)]

    found = {path.name: errors(path) for path in paths}

    assert {name: rules for name, rules in found.items() if rules} == _FAULTY
    assert len(paths) >= _LEAST


def errors(path: Path) -> set[str]:
    try:
        document = import_any(path.read_text(encoding="utf-8"), path=path)
    except FileRefused:
        return set()
    graph = build_graph(document, _KINDS)
    found = check(graph, attempt(graph, {}))
    return {one.rule for one in found if one.severity is Severity.ERROR and one.rule.startswith(("A42", "A43"))}
