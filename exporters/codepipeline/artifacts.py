"""Artifacts: which action makes one, who takes it, and what it is called."""

from collections.abc import Iterator

from designer.catalog.naming import artifact_name
from designer.catalog.needs import BuildProject, GitTrigger
from designer.catalog.steps import NativeAction, Step
from designer.workflow.model import Workflow

_NO_REPOSITORY = "Source"
_SOURCE_PORT = "source"


def git_trigger(workflow: Workflow) -> GitTrigger | None:
    """Return the repository that starts the pipeline, or None."""
    return next((need for need in workflow.needs if isinstance(need, GitTrigger)), None)


def first_artifact(workflow: Workflow) -> str:
    """Return the artifact of the source stage: the repository's, or that of an archive of ours where there is none."""
    git = git_trigger(workflow)
    return artifact_name(git.node) if git else _NO_REPOSITORY


def own_source(step: Step, workflow: Workflow) -> str:
    """Return the artifact that holds the folder a build brings along, or nothing when it brings none."""
    brings = any(
        isinstance(need, BuildProject) and need.node == step.node and need.source_key for need in workflow.needs
    )
    return artifact_name(f"{step.node}-source") if brings else ""


def built_from(step: Step, workflow: Workflow) -> str:
    """Return the artifact that a build takes: its own folder, what is joined to it, or the source."""
    makers = {one.node for one in workflow.steps if isinstance(one, NativeAction) and one.action.writes}
    makers |= _read(workflow)
    joined = (
        artifact_name(edge.source)
        for edge in workflow.document.edges
        if edge.target == step.node and edge.target_port == _SOURCE_PORT and edge.source in makers
    )
    return own_source(step, workflow) or next(joined, first_artifact(workflow))


def is_read(step: Step, workflow: Workflow) -> bool:
    """Say whether an action takes the artifact of a step."""
    return step.node in _read(workflow)


def _read(workflow: Workflow) -> set[str]:
    return set(_readings(workflow))


def _readings(workflow: Workflow) -> Iterator[str]:
    for step in workflow.steps:
        if isinstance(step, NativeAction):
            yield from step.action.reads
