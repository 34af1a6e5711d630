"""The pipeline is not larger than the chosen target takes."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject

# The default quota of steps in a SageMaker pipeline (it can be raised), and of actions in a CodePipeline.
_MOST_STEPS = {"sagemaker": 50, "codepipeline": 500}
_MOST_PARAMETERS = {"sagemaker": 200, "codepipeline": 50}


def _spots(subject: Subject) -> Iterator[Spot]:
    target = subject.target
    if target is None:
        return
    steps, parameters = len(subject.attempt.workflow.steps), len(subject.graph.document.parameters)
    most = _MOST_STEPS.get(target.id)
    if most and steps > most:
        message = (
            f"{steps} steps are more than the {most} that {target.title} takes by default; ask AWS to raise the quota."
        )
        yield Spot(message=message, target=target.id)
    most = _MOST_PARAMETERS.get(target.id)
    if most and parameters > most:
        message = f"{parameters} parameters are more than the {most} that {target.title} takes."
        yield Spot(message=message, target=target.id, severity=Severity.ERROR)


RULE = Rule(
    id="T303",
    severity=Severity.WARNING,
    title="The size fits the target",
    why="A quota that is hit at deployment costs an afternoon.",
    spots=_spots,
)
