"""Steps that one engine alone has: what the others say of them."""

from designer.catalog.needs import StageRule, TemplateResource
from designer.catalog.steps import Call, NativeAction, NativeState, NativeStep, NativeTask, Step
from designer.workflow.support import Level, Support

_SENTENCES: tuple[tuple[type[Step], str], ...] = (
    (NativeState, "This is a state of Step Functions, kept as it was written. Export to Step Functions."),
    (NativeTask, "Only Step Functions has a task of this sort. Export to Step Functions."),
    (NativeStep, "Only SageMaker Pipelines has a step of this sort. Export to SageMaker Pipelines."),
    (NativeAction, "Only CodePipeline has an action of this sort. Export to CodePipeline."),
)


def why_elsewhere(step: Step, *own: type[Step]) -> str:
    """Return why an engine cannot take a step that another one alone has, or nothing; `own` are those it has itself."""
    if isinstance(step, Call) and step.as_step and step.as_step.is_alone and NativeStep not in own:
        return step.as_step.beyond
    return next((text for native, text in _SENTENCES if native not in own and isinstance(step, native)), "")


def only_in_code_pipeline(rule: StageRule) -> Support:
    """Return what the engines other than CodePipeline say of a rule."""
    reason = "Only CodePipeline has stages that a rule could guard. Export to CodePipeline."
    return Support(node=rule.node, level=Level.IMPOSSIBLE, reason=reason)


def beside_the_run(made: TemplateResource) -> Support:
    """Return what every engine says of what the template makes beside the pipeline."""
    reason = "The template makes it at deployment, and no run touches it."
    return Support(node=made.node, level=Level.LOWERED, reason=reason)


def left_out(step: Step) -> str:
    """Return what a step does on SageMaker Pipelines and nowhere else, as a sentence; empty for nothing."""
    return step.as_step.beyond if isinstance(step, Call) and step.as_step else ""
