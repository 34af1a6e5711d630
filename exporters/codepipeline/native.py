"""Steps for which CodePipeline has an action of its own."""

from collections.abc import Mapping

from designer.catalog.steps import Approval, Call, NativeAction, Step
from designer.catalog.values import Deployed, StepOutput, expressions_in
from designer.workflow.model import Workflow
from exporters.codepipeline.texts import LONGEST_TEXT, is_writable, pipeline_text


def native_steps(workflow: Workflow, reads: Mapping[str, tuple[StepOutput, ...]]) -> frozenset[str]:
    """Return the steps that need no build of ours; `reads` is what others take of the answer of each."""
    return frozenset(
        step.id
        for step in workflow.steps
        if isinstance(step, Approval | NativeAction)
        or is_build(step)
        or (is_machine(step, workflow.name) and not reads.get(step.id))
    )


def is_build(step: Step) -> bool:
    """Say whether a step is a build of the user's own, for which there is a native action."""
    if not isinstance(step, Call) or (step.service, step.operation) != ("codebuild", "StartBuild"):
        return False
    return set(step.request) <= {"projectName", "environmentVariablesOverride"} and isinstance(
        step.request.get("projectName"), Deployed | str
    )


def is_machine(step: Step, pipeline: str) -> bool:
    """Say whether a step runs a state machine to its end, with an input that the native action takes.

    The action gives nothing of what the machine answers. What another step gave might hold quotes, which would break the
    JSON of the input; a build writes that better.
    """
    if not isinstance(step, Call) or (step.service, step.operation) != ("stepfunctions", "StartExecution"):
        return False
    given = step.request.get("input", "")
    is_plain = is_writable(given) and not any(isinstance(one, StepOutput) for one in expressions_in(given))
    return step.wait is not None and not step.token and is_plain and len(pipeline_text(given, pipeline)) <= LONGEST_TEXT
