"""Steps that were written for SageMaker Pipelines, put together again as they were."""

from collections.abc import Iterator, Mapping

from designer.catalog.sagemaker_text import steps_read
from designer.catalog.steps import Choice, NativeStep, SageMakerStep, Step
from designer.document.kept import SAGEMAKER_PIPELINE
from designer.workflow.model import Workflow

_BRANCH_KEYS = ("IfSteps", "ElseSteps")


def written_step(step: Step) -> SageMakerStep | None:
    """Return how somebody wrote a step, where it is kept so."""
    if isinstance(step, NativeStep):
        return step.step if step.kept else None
    return step.as_step if isinstance(step, Choice) else None


def has_written_steps(workflow: Workflow) -> bool:
    """Say whether a step is kept as it was written; the SDK source cannot say such a step."""
    return any(written_step(step) is not None for step in workflow.steps)


def waits(step: Step, written: SageMakerStep, workflow: Workflow, inside: frozenset[str]) -> tuple[object, ...]:
    """Return `DependsOn` as it was written, and what is drawn beside; `inside` are the conditions around the step."""
    drawn = tuple(dict.fromkeys(one.step for one in workflow.after.get(step.id, ())))
    members = {name: value for name, value in written.members.items() if name != "DependsOn"}
    shown = steps_read([written.arguments, members])
    listed = written.members.get("DependsOn")
    before = listed if isinstance(listed, list) else []
    known = [*(_name(one) for one in before), *shown, *inside]
    return (*before, *(one for one in drawn if one not in known))


def _name(waited_for: object) -> object:
    return waited_for.get("Step") if isinstance(waited_for, Mapping) else waited_for


def step_entry(
    name: str, written: SageMakerStep, depends_on: tuple[object, ...], branches: Mapping[str, list[dict[str, object]]]
) -> dict[str, object]:
    """Return a step as a definition holds it; `branches` are the steps in those of a condition."""
    members = {key: value for key, value in written.members.items() if key != "DependsOn"}
    entry: dict[str, object] = {"Name": name, "Type": written.type}
    if written.arguments is not None:
        entry["Arguments"] = dict(_arguments(written.arguments, branches))
    if depends_on or written.members.get("DependsOn") == []:
        entry["DependsOn"] = list(depends_on)
    return entry | members


def _arguments(
    arguments: Mapping[str, object], branches: Mapping[str, list[dict[str, object]]]
) -> Iterator[tuple[str, object]]:
    yield from arguments.items()
    for key in _BRANCH_KEYS:
        if branches.get(key):
            yield key, branches[key]


def top_level(workflow: Workflow) -> Mapping[str, object] | None:
    """Return what stands beside the steps of an imported pipeline, or nothing where the pipeline was not imported."""
    found = workflow.settings.get(SAGEMAKER_PIPELINE)
    return found if isinstance(found, Mapping) else None


def places(workflow: Workflow) -> Mapping[str, int]:
    """Return the place of each step in the order of the document, in which an imported pipeline is written again."""
    drawn = {node: place for place, node in enumerate(workflow.document.nodes)}
    return {step.id: drawn.get(step.node, len(drawn)) for step in workflow.steps}
