"""Export a pipeline to a folder, and to git where wished."""

from dataclasses import dataclass, replace
from pathlib import Path

from designer.delivery.folder import MANIFEST, Delivery, deliver
from designer.delivery.repository import Commit, commit
from designer.document.files import read_text
from designer.document.yaml_document import dump_document, parse_document
from designer.graph.picture import svg
from designer.usecases.check import findings, refuse_errors
from designer.usecases.project import KINDS_BY_ID, Project
from designer.workflow.targets import Artifact, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """Where an export went."""

    folder: Path
    delivery: Delivery
    commit: Commit | None = None


def artifacts(project: Project, chosen: Target) -> tuple[Artifact, ...]:
    """Return the files of an export: those of the target, the picture, and the pipeline itself with what it names.

    Refuse when a check finds an error.
    """
    refuse_errors(findings(project, chosen), chosen)
    rendered = chosen.render(project.lowered.workflow)
    own = (
        Artifact(path="pipeline.svg", content=svg(project.document, KINDS_BY_ID).encode()),
        Artifact(path="pipeline.yaml", content=_document_text(project).encode()),
        *(Artifact(path=path, content=content) for path, content in project.files.items()),
    )
    taken = {one.path for one in rendered}
    return (*rendered, *(one for one in own if one.path not in taken))


def _document_text(project: Project) -> str:
    """Return the text of the document: the file as it stands, unless it has been edited since."""
    original = read_text(project.path) if project.path else ""
    if original and parse_document(original, path=str(project.path)) == project.document:
        return original
    return dump_document(project.document, original_text=original)


def export(
    project: Project, chosen: Target, folder: Path, *, to_git: bool = False, branch: str = "", push: bool = False
) -> Exported:
    """Write the artifacts to a folder; with `to_git` commit them there, and with `push` send the branch to `origin`."""
    made = artifacts(project, chosen)
    exported = Exported(folder=folder, delivery=deliver(made, folder))
    if not (to_git or branch or push):
        return exported
    message = f"Export {project.document.name} for {chosen.title}"
    paths = (*(one.path for one in made), MANIFEST, *exported.delivery.removed)
    done = commit(folder, paths, message, branch=branch, push=push)
    return replace(exported, commit=done)
