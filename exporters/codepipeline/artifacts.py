"""Artifacts: which action makes one, who takes it, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass

from designer.catalog.delivery import SOURCE
from designer.catalog.naming import artifact_name
from designer.catalog.needs import BuildProject, GitTrigger, ImageTrigger
from designer.catalog.steps import NativeAction, Step
from designer.workflow.model import Workflow
from exporters.codepipeline.parts import rules_of

_NO_REPOSITORY = "Source"


def git_trigger(workflow: Workflow) -> GitTrigger | None:
    """Return the repository that starts the pipeline, or None."""
    return next((need for need in workflow.needs if isinstance(need, GitTrigger)), None)


def image_triggers(workflow: Workflow) -> tuple[ImageTrigger, ...]:
    """Return the images whose push starts the pipeline."""
    return tuple(need for need in workflow.needs if isinstance(need, ImageTrigger))


def first_artifact(workflow: Workflow) -> str:
    """Return the first artifact of the source stage: a repository's, an image's, or that of an archive of ours."""
    sources = (git_trigger(workflow), *image_triggers(workflow))
    return next((artifact_name(one.node) for one in sources if one), _NO_REPOSITORY)


def own_source(step: Step, workflow: Workflow) -> str:
    """Return the artifact that holds the folder a build brings along, or nothing when it brings none."""
    brings = any(
        isinstance(need, BuildProject) and need.node == step.node and need.source_key for need in workflow.needs
    )
    return artifact_name(f"{step.node}-source") if brings else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifacts:
    """What is worked out once about the artifacts of a workflow.

    `first` is that of the source stage. `read` are the nodes whose artifact an action takes, `given` those and all others
    that make one. `joined` leads from a node to the nodes that are joined to its source input.
    """

    first: str
    read: frozenset[str]
    given: frozenset[str]
    joined: Mapping[str, tuple[str, ...]]


def artifacts_of(workflow: Workflow) -> Artifacts:
    """Return the artifacts of a workflow."""
    actions = [step for step in workflow.steps if isinstance(step, NativeAction)]
    read = frozenset(node for step in actions for node in step.action.reads)
    read |= frozenset(node for rule in rules_of(workflow) for node in rule.reads)
    joined: dict[str, tuple[str, ...]] = {}
    for edge in workflow.document.edges:
        if edge.target_port == SOURCE:
            joined[edge.target] = (*joined.get(edge.target, ()), edge.source)
    return Artifacts(
        first=first_artifact(workflow),
        read=read,
        given=read | {step.node for step in actions if step.action.writes},
        joined=joined,
    )


def built_from(step: Step, workflow: Workflow, artifacts: Artifacts) -> str:
    """Return the artifact that a build takes: its own folder, what is joined to it, or the source."""
    joined = (artifact_name(node) for node in artifacts.joined.get(step.node, ()) if node in artifacts.given)
    return own_source(step, workflow) or next(joined, artifacts.first)
