"""Steps that one engine alone has: what the others say of them."""

from designer.catalog.steps import NativeAction, NativeState, NativeStep, Step

_SENTENCES: tuple[tuple[type[Step], str], ...] = (
    (NativeState, "This is a state of Step Functions, kept as it was written. Export to Step Functions."),
    (NativeStep, "Only SageMaker Pipelines has a step of this sort. Export to SageMaker Pipelines."),
    (NativeAction, "Only CodePipeline has an action of this sort. Export to CodePipeline."),
)


def why_elsewhere(step: Step, own: type[Step]) -> str:
    """Return why an engine cannot take a step that another one alone has, or nothing; `own` is what it has itself."""
    return next((text for native, text in _SENTENCES if native is not own and isinstance(step, native)), "")
