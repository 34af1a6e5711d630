"""The arguments of a step of SageMaker Pipelines are a request that the API takes."""

from collections.abc import Iterator

from designer.catalog.sagemaker_text import is_expression_text
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.sagemaker_steps import STEP_APIS, steps_of
from designer.shapes.walker import violations


def _spots(subject: Subject) -> Iterator[Spot]:
    for step in steps_of(subject.graph).values():
        api = STEP_APIS.get(step.type)
        if api is None:
            continue
        for one in violations(
            "sagemaker", api.request, step.arguments, is_dynamic=_is_dynamic, ignore_required=api.filled_in
        ):
            place = ".".join(str(part) for part in ("definition", "Arguments", *one.path))
            yield Spot(
                message=f"{one.message} ({api.request})",
                node=step.node,
                setting=place,
                # A form that is not met is often a name that is still to be filled in.
                severity=Severity.WARNING if one.rule == "pattern" else None,
            )


def _is_dynamic(value: object) -> bool:
    """Say whether a value is known only in a run, or filled in by a template; null is as if it were not there."""
    return value is None or is_expression_text(value) or (isinstance(value, str) and "${" in value)


RULE = Rule(
    id="A422",
    severity=Severity.ERROR,
    title="AWS accepts the arguments of steps",
    why="A misspelt member, or a value that the API does not take, fails the pipeline when it is made or run.",
    spots=_spots,
)
