"""Whatever is drawn: the checks answer, what they pass can be exported, and nothing is lost in a file."""

import contextlib
import json
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, event, given, seed, settings

from designer.checking.finding import Finding, Severity
from designer.document.model import Document
from designer.document.yaml_document import dump_document, parse_document
from designer.errors import Refusal
from designer.graph.arrange import arrange
from designer.graph.mermaid import mermaid
from designer.graph.picture import svg
from designer.usecases.check import findings
from designer.usecases.project import KINDS_BY_ID, Project
from designer.usecases.simulate import simulate
from designer.usecases.targets import targets
from designer.workflow.targets import Target
from tests.judges.lint import cfn_lint_problems
from tests.property.documents import FILES, any_documents, sound_documents

_TARGETS = {target.id: target for target in targets()}
_PLACEHOLDER = re.compile(r"\$\{(\w+)\}")
_LEFT_ALONE = re.compile(r"\$\{!(\w+)\}")
_OWN_TEXTS = frozenset({"HOME", "x", "y", "IMAGE"})
"""What the drawn documents hold as literal text between `${` and `}`."""
_BUSY = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large, HealthCheck.large_base_example]
every_target = pytest.mark.parametrize("target", _TARGETS.values(), ids=_TARGETS)


def _project(document: Document) -> Project:
    return Project(document=document, files=FILES)


def _errors(found: tuple[Finding, ...]) -> list[Finding]:
    return [one for one in found if one.severity is Severity.ERROR]


def _exported(project: Project, target: Target) -> dict[str, bytes] | None:
    """Return the files of an export, or nothing where the checks say that there is something in the way."""
    if _errors(findings(project, target)):
        event(f"{target.id}: in the way")
        return None
    event(f"{target.id}: exported")
    return {one.path: one.content for one in target.render(project.lowered.workflow)}


@settings(max_examples=60, suppress_health_check=_BUSY)
@given(document=any_documents())
def test_the_checks_answer_whatever_is_drawn(document: Document) -> None:
    for project in (_project(document), Project(document=document, files={})):
        for chosen in (None, *_TARGETS.values()):
            broken = [one for one in findings(project, chosen) if "This rule broke" in one.message]

            assert broken == []


@every_target
@settings(max_examples=60, suppress_health_check=_BUSY)
@given(document=any_documents() | sound_documents())
def test_what_the_checks_pass_is_exported_the_same_each_time(target: Target, document: Document) -> None:
    project = _project(document)

    files = _exported(project, target)

    if files is not None:
        again = {one.path: one.content for one in target.render(project.lowered.workflow)}
        assert files == again
        definition = files[target.definition].decode()
        assert isinstance(json.loads(definition), dict)
        assert _unfilled(definition, files["template.yaml"].decode(), target) <= _OWN_TEXTS


def _unfilled(definition: str, template: str, target: Target) -> set[str]:
    """Return the placeholders of a definition that its template leaves as they are."""
    if target.id != "stepfunctions":
        return set(_LEFT_ALONE.findall(template))
    _, _, after = template.partition("DefinitionSubstitutions:")
    return {name for name in _PLACEHOLDER.findall(definition) if f" {name}:" not in after}


@settings(max_examples=60, suppress_health_check=_BUSY)
@given(document=any_documents())
def test_a_document_comes_back_from_its_file_as_it_was(document: Document) -> None:
    text = dump_document(document)

    again = parse_document(text, path="drawn.yaml")

    assert again == document
    assert dump_document(again, original_text=text) == text


@settings(max_examples=40, suppress_health_check=_BUSY)
@given(document=any_documents())
def test_a_change_is_put_into_a_file_and_nothing_else_is_lost(document: Document) -> None:
    text = "# A remark.\n" + dump_document(document)
    changed = replace(document, description="Another one.", nodes=dict(list(document.nodes.items())[1:]))

    written = dump_document(changed, original_text=text)

    assert written.startswith("# A remark.\n")
    assert parse_document(written, path="drawn.yaml") == changed


@settings(max_examples=40, suppress_health_check=_BUSY)
@given(document=any_documents())
def test_every_document_has_a_picture_and_an_arrangement(document: Document) -> None:
    project = _project(document)

    assert svg(document, KINDS_BY_ID).startswith("<")
    assert mermaid(project.graph)
    assert arrange(document, KINDS_BY_ID).keys() == document.nodes.keys()


@settings(max_examples=60, suppress_health_check=_BUSY)
@given(document=any_documents())
def test_a_simulation_ends_or_says_why_it_cannot(document: Document) -> None:
    project = _project(document)

    with contextlib.suppress(Refusal):
        outcome = simulate(project, {}, [])

        assert {*outcome.ran, *outcome.skipped, *outcome.failed, *outcome.unreached} == project.graph.nodes.keys()


@pytest.mark.judge
@pytest.mark.slow
@every_target
@seed(11)
@settings(max_examples=8, suppress_health_check=_BUSY, phases=[Phase.generate], database=None)
@given(document=sound_documents())
def test_cfn_lint_has_nothing_to_say_about_a_drawn_template(target: Target, document: Document) -> None:
    files = _exported(_project(document), target)

    assert files is None or cfn_lint_problems(files["template.yaml"].decode()) == []
