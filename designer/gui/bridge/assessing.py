"""Checks a document, and renders it for a target; imported in a thread, for it needs the whole program."""

from dataclasses import dataclass
from pathlib import Path

from designer.checking.finding import Finding, Severity
from designer.checking.memory import Memory
from designer.document.model import Document
from designer.errors import Refusal, TargetRefused
from designer.gui.bridge.assessment import Assessment, Code, CodeFile, TargetTitle
from designer.gui.language.refusals import refusal_words
from designer.gui.language.words import said
from designer.usecases.check import findings
from designer.usecases.project import Project, files_of
from designer.usecases.targets import target, targets
from designer.workflow.lowering import Attempt
from designer.workflow.support import Support
from designer.workflow.targets import Artifact, Target


@dataclass(frozen=True, slots=True)
class Known:
    """What an assessment worked out that the next one need not, where it is still so."""

    lowered: Attempt
    memory: Memory


def project_of(document: Document, path: Path | None, known: Attempt | None = None) -> Project:
    """Return a document as a project, with the files beside it where it has a place."""
    files = files_of(document, path.parent) if path else {}
    return Project(document=document, path=path, files=files, known=known)


def target_titles() -> tuple[TargetTitle, ...]:
    """Return the targets that are installed."""
    return tuple(TargetTitle(id=one.id, title=one.title) for one in targets())


def assess(document: Document, path: Path | None, target_id: str, known: object = None) -> Assessment:
    """Return what the checks and the target say; `known` is that of the assessment before."""
    before = known if isinstance(known, Known) else None
    try:
        project = project_of(document, path, before.lowered if before else None)
    except Refusal as refusal:
        return Assessment(obstacles=(refusal_words(refusal),))
    chosen = target(target_id) if target_id else None
    memory = Memory(before.memory if before else None)
    found = findings(project, chosen, memory)
    return Assessment(
        findings=found,
        support=_support(project, chosen) if chosen else (),
        obstacles=tuple(_sentence(one) for one in found if one.severity is Severity.ERROR),
        known=Known(project.lowered, memory),
    )


def code_of(known: object, target_id: str) -> Code:
    """Return the code of what an assessment knows."""
    if not isinstance(known, Known):
        return Code()
    chosen = target(target_id)
    try:
        rendered = chosen.render(known.lowered.workflow)
    except TargetRefused as refusal:
        return Code(obstacles=(refusal_words(refusal), *map(said, refusal.reasons)))
    except Refusal as refusal:
        return Code(obstacles=(refusal_words(refusal),))
    return Code(files=_files(rendered, chosen.definition))


def _support(project: Project, chosen: Target) -> tuple[Support, ...]:
    try:
        return chosen.support(project.lowered.workflow)
    except Refusal:
        return ()


def _sentence(finding: Finding) -> str:
    sentence = said(finding.message)
    return f"{finding.node}: {sentence}" if finding.node else sentence


def _files(rendered: tuple[Artifact, ...], definition: str) -> tuple[CodeFile, ...]:
    readable = [CodeFile(one.path, text) for one in rendered if (text := _text(one.content)) is not None]
    return tuple(sorted(readable, key=lambda file: file.path != definition))


def _text(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None
