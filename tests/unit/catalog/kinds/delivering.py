"""Places a node that is an action of CodePipeline alone, with an artifact of `before` joined where it takes one."""

from collections.abc import Mapping

from designer.catalog.kind import Kind
from designer.catalog.needs import Statement
from designer.catalog.steps import Action, NativeAction
from tests.unit.catalog.kinds.placing import place


def action_of(kind: Kind, settings: Mapping[str, object], *, joined: bool = True) -> Action:
    """Return the action of a node."""
    (step,) = place(kind, settings, inputs={"source": "before"} if joined else {}).steps
    assert isinstance(step, NativeAction)
    assert not step.kept
    assert step.action.reads == (("before",) if joined else ())
    return step.action


def statements_of(kind: Kind, settings: Mapping[str, object], *, joined: bool = True) -> tuple[Statement, ...]:
    """Return what the pipeline's role needs for the action of a node."""
    (step,) = place(kind, settings, inputs={"source": "before"} if joined else {}).steps
    assert isinstance(step, NativeAction)
    return step.statements


def type_of(action: Action) -> tuple[str, str, str]:
    """Return category, owner and provider."""
    return action.category, action.owner, action.provider
