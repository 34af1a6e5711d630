"""Actions that were written for CodePipeline, put together again as they were."""

from collections.abc import Mapping

from designer.catalog.steps import NativeAction
from designer.document.kept import CODE_PIPELINE
from designer.errors import TargetRefused
from designer.workflow.model import Workflow


def is_imported(workflow: Workflow) -> bool:
    """Say whether a workflow is an imported pipeline; one with other nodes in it is refused."""
    if not isinstance(workflow.settings.get(CODE_PIPELINE), Mapping):
        return False
    others = tuple(step for step in workflow.steps if not isinstance(step, NativeAction))
    if others:
        raise TargetRefused(
            "Actions of an imported CodePipeline stand beside other nodes in this pipeline.",
            reasons=tuple(f"{step.node}: it has no place in the stages as they were written." for step in others),
            hint="Write these nodes as actions too.",
        )
    return True


def written(step: NativeAction) -> dict[str, object]:
    """Return an action as it was written."""
    configuration = {"configuration": dict(step.action.configuration)} if step.action.configuration else {}
    return {**step.action.members, **configuration}


def imported_definition(workflow: Workflow, variables: list[dict[str, object]]) -> dict[str, object]:
    """Return an imported pipeline as the API takes it; `variables` are those of the parameters."""
    top = workflow.settings[CODE_PIPELINE]
    around = dict(top) if isinstance(top, Mapping) else {}
    actions = {step.id: written(step) for step in workflow.steps if isinstance(step, NativeAction)}
    placed: set[str] = set()
    stages: list[object] = []
    for stage in around.pop("stages", ()):
        names = [name for name in stage.get("actions", ()) if name in actions]
        placed.update(names)
        stages.append({**stage, "actions": [actions[name] for name in names]})
    if lost := tuple(name for name in actions if name not in placed):
        raise TargetRefused(
            "Actions stand in no stage of the imported pipeline.",
            reasons=tuple(f"{name}: no stage names it." for name in lost),
            hint="Name them among the actions of a stage, in the pipeline's settings.",
        )
    named = around if "name" in around else {"name": workflow.name, **around}
    return {**named, **({"variables": variables} if variables else {}), "stages": stages}
