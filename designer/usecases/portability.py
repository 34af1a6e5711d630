"""What changes when a pipeline goes to another engine: how each node is taken, and what behaves otherwise."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from designer.catalog.steps import Approval, Call, Choice, Each, Step
from designer.graph.model import Link
from designer.usecases.project import Project
from designer.workflow.joins import joins_of
from designer.workflow.lowering import Attempt
from designer.workflow.model import Workflow
from designer.workflow.support import JoinSupport, Level, Support
from designer.workflow.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference for one node: what the one engine does, and what the other does."""

    node: str
    about: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """Something that engines do differently, and what each does, by the id of its target.

    `concerns` is asked with a step and the steps whose failure is caught.
    """

    about: str
    concerns: Callable[[Step, frozenset[str]], bool]
    says: Mapping[str, str]


FEATURES = (
    Feature(
        about="cache",
        concerns=lambda step, _: isinstance(step, Call) and bool(step.cache_for),
        says={
            "sagemaker": "An earlier result is reused for as long as the setting says.",
            "stepfunctions": "The step runs every time; nothing is reused.",
            "codepipeline": "The step runs every time; nothing is reused.",
        },
    ),
    Feature(
        about="retry",
        concerns=lambda step, _: isinstance(step, Call) and bool(step.retries),
        says={
            "sagemaker": "Passing faults are tried again where the step's type takes that, 20 times at most.",
            "stepfunctions": "Passing faults are tried again.",
            "codepipeline": "A failed action is not tried again by itself; a person can retry the stage.",
        },
    ),
    Feature(
        about="name",
        concerns=lambda step, _: isinstance(step, Call) and bool(step.name_member),
        says={
            "sagemaker": "What is made is named by SageMaker: pipelines-EXECUTION-STEP-RANDOM.",
            "stepfunctions": "What is made is named after pipeline, step and execution.",
            "codepipeline": "What is made is named after pipeline, step and build.",
        },
    ),
    Feature(
        about="branches",
        concerns=lambda step, _: isinstance(step, Choice),
        says={
            "sagemaker": "Steps of the branch that is not taken do not run.",
            "stepfunctions": "States of the branch that is not taken are not entered.",
            "codepipeline": "Actions of the branch that is not taken begin, see that, and end as succeeded.",
        },
    ),
    Feature(
        about="approval",
        concerns=lambda step, _: isinstance(step, Approval),
        says={
            "stepfunctions": "The answer is sent back with a token, by command or program.",
            "codepipeline": "The answer is given in the console, or by command.",
        },
    ),
    Feature(
        about="failure",
        concerns=lambda step, caught: step.id in caught,
        says={
            "sagemaker": "When it fails and what follows ends well, the execution ends as completed with failures.",
            "stepfunctions": "When it fails and what follows ends well, the execution ends as succeeded.",
        },
    ),
    Feature(
        about="items",
        concerns=lambda step, _: isinstance(step, Each),
        says={
            "sagemaker": "At most 50 items are worked on at a time.",
            "stepfunctions": "About 40 items are worked on at a time, or thousands when the map is distributed.",
        },
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeSupport:
    """How a target takes one drawn edge, as `Support` says of a node."""

    edge: str
    target_node: str
    level: Level
    reason: str = ""


def edges_taken(lowered: Attempt, chosen: Target) -> tuple[EdgeSupport, ...]:
    """Return how a target takes each edge that joins something, in the order of the document."""
    native = JoinSupport()
    return tuple(
        EdgeSupport(edge=_written(link), target_node=link.target, level=taken.level, reason=taken.reason)
        for link, join in joins_of(lowered)
        for taken in (chosen.joins.get(join, native),)
    )


def _written(link: Link) -> str:
    ports = (link.source_port, link.target_port)
    source, target = (
        f"{node}.{port}" if port else node for node, port in zip((link.source, link.target), ports, strict=True)
    )
    return f"{source} -> {target}"


def conversion(project: Project, before: Target, after: Target) -> tuple[Change, ...]:
    """Return every difference between two engines for a pipeline, in the order of its nodes."""
    workflow = project.lowered.workflow
    found = [*_taken_otherwise(before.support(workflow), after.support(workflow))]
    found += behaving_otherwise(workflow, before, after)
    order = {node: place for place, node in enumerate(project.document.nodes)}
    return tuple(sorted(found, key=lambda change: order[change.node]))


def _taken_otherwise(before: tuple[Support, ...], after: tuple[Support, ...]) -> Iterator[Change]:
    others = {one.node: one for one in after}
    for one in before:
        other = others.get(one.node, one)
        if (one.level, one.reason) != (other.level, other.reason):
            yield Change(node=one.node, about="support", before=_sentence(one), after=_sentence(other))


def _sentence(support: Support) -> str:
    return f"{support.level.capitalize()}: {support.reason}" if support.reason else f"{support.level.capitalize()}."


def behaving_otherwise(workflow: Workflow, before: Target, after: Target) -> Iterator[Change]:
    """Yield what both engines take and do differently, once for each node."""
    differing = [
        (feature, feature.says[before.id], feature.says[after.id])
        for feature in FEATURES
        if {before.id, after.id} <= feature.says.keys() and feature.says[before.id] != feature.says[after.id]
    ]
    caught = workflow.caught()
    yield from dict.fromkeys(
        Change(node=step.node, about=feature.about, before=one, after=other)
        for step in workflow.steps
        for feature, one, other in differing
        if feature.concerns(step, caught)
    )
