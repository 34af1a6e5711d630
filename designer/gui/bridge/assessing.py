"""Checks a document and renders it for a target; imported in a thread, for it needs the whole program."""

from pathlib import Path

from designer.checking.finding import Finding, Severity
from designer.document.model import Document
from designer.errors import Refusal, TargetRefused
from designer.gui.bridge.assessment import Assessment, CodeFile, TargetTitle
from designer.usecases.check import findings
from designer.usecases.project import Project, files_of
from designer.usecases.targets import target, targets
from designer.workflow.targets import Artifact, Support, Target


def project_of(document: Document, path: Path | None) -> Project:
    """Return a document as a project, with the files beside it where it has a place."""
    files = files_of(document, path.parent) if path else {}
    return Project(document=document, path=path, files=files)


def target_titles() -> tuple[TargetTitle, ...]:
    """Return the targets that are installed."""
    return tuple(TargetTitle(id=one.id, title=one.title) for one in targets())


def assess(document: Document, path: Path | None, target_id: str) -> Assessment:
    """Return what the checks and the target say."""
    try:
        project = project_of(document, path)
    except Refusal as refusal:
        return Assessment(obstacles=(str(refusal),))
    chosen = target(target_id) if target_id else None
    found = findings(project, chosen)
    if chosen is None:
        return Assessment(findings=found)
    errors = tuple(_sentence(one) for one in found if one.severity is Severity.ERROR)
    support = _support(project, chosen)
    if errors:
        return Assessment(findings=found, support=support, obstacles=errors)
    try:
        rendered = chosen.render(project.lowered.workflow)
    except TargetRefused as refusal:
        return Assessment(findings=found, support=support, obstacles=(str(refusal), *refusal.reasons))
    except Refusal as refusal:
        return Assessment(findings=found, support=support, obstacles=(str(refusal),))
    return Assessment(findings=found, support=support, code=_code(rendered, chosen.definition))


def _support(project: Project, chosen: Target) -> tuple[Support, ...]:
    try:
        return chosen.support(project.lowered.workflow)
    except Refusal:
        return ()


def _sentence(finding: Finding) -> str:
    return f"{finding.node}: {finding.message}" if finding.node else finding.message


def _code(rendered: tuple[Artifact, ...], definition: str) -> tuple[CodeFile, ...]:
    readable = [CodeFile(one.path, text) for one in rendered if (text := _text(one.content)) is not None]
    return tuple(sorted(readable, key=lambda file: file.path != definition))


def _text(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None
