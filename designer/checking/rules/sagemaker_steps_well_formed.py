"""A step of SageMaker Pipelines has a legal name and type, retries as the service does, and stands where it can."""

import re
from collections.abc import Iterator, Mapping

from designer.catalog.sagemaker_text import steps_read
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.sagemaker_steps import STEP_APIS, WrittenStep, steps_of
from designer.graph.model import Graph
from designer.graph.order import circles
from designer.shapes.spelling import nearest_name

_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TYPES = (
    *STEP_APIS,
    "Condition",
    "Lambda",
    "Callback",
    "Fail",
    "EMR",
    "EMRServerless",
    "InferenceComponent",
    "Lineage",
    "Job",
    "ForEach",
    "Cleanup",
)
# https://docs.aws.amazon.com/sagemaker/latest/dg/pipelines-retry-policy.html
_FAULTS = (
    "Step.SERVICE_FAULT",
    "Step.THROTTLING",
    "SageMaker.JOB_INTERNAL_ERROR",
    "SageMaker.CAPACITY_ERROR",
    "SageMaker.RESOURCE_LIMIT",
    "Emr.RESOURCE_LIMIT",
)
_CONDITIONS = (
    "Equals",
    "NotEquals",
    "GreaterThan",
    "GreaterThanOrEqualTo",
    "LessThan",
    "LessThanOrEqualTo",
    "In",
    "NotIn",
    "Not",
    "Or",
)
_CONDITION = "Condition"


def _spots(subject: Subject) -> Iterator[Spot]:
    steps = steps_of(subject.graph)
    for step in steps.values():
        if not _NAME.fullmatch(step.node):
            message = (
                f"'{step.node}' cannot be the name of a step: letters, digits, dashes and underscores, 64 at most."
            )
            yield Spot(message=message, node=step.node)
        if step.type not in _TYPES:
            message = f"There is no type of step '{step.type}'{_meant(step.type, _TYPES)}."
            yield Spot(message=message, node=step.node, setting="definition.Type")
        yield from _retries(step)
        yield from _condition(step, steps, subject.graph)
    yield from _circles(steps)


def _retries(step: WrittenStep) -> Iterator[Spot]:
    policies = step.body.get("RetryPolicies")
    for index, policy in enumerate(policies if isinstance(policies, list) else ()):
        faults = policy.get("ExceptionType") if isinstance(policy, Mapping) else None
        for fault in faults if isinstance(faults, list) else [faults]:
            if fault not in _FAULTS:
                message = f"'{fault}' is no fault to try again after{_meant(str(fault), _FAULTS)}."
                setting = f"definition.RetryPolicies.{index}.ExceptionType"
                yield Spot(message=message, node=step.node, setting=setting)


def _condition(step: WrittenStep, steps: Mapping[str, WrittenStep], graph: Graph) -> Iterator[Spot]:
    if step.type != _CONDITION:
        return
    for link in graph.incoming[step.node]:
        outer = steps.get(link.source)
        if link.branch and outer is not None and outer.type == _CONDITION:
            message = f"It stands in a branch of '{outer.node}', and a condition takes no condition inside it."
            yield Spot(message=message, node=step.node)
    conditions = step.arguments.get("Conditions")
    for index, one in enumerate(conditions if isinstance(conditions, list) else ()):
        kind = one.get("Type") if isinstance(one, Mapping) else None
        if kind not in _CONDITIONS:
            message = f"There is no condition of the type '{kind}'{_meant(str(kind), _CONDITIONS)}."
            setting = f"definition.Arguments.Conditions.{index}.Type"
            yield Spot(message=message, node=step.node, setting=setting)


def _circles(steps: Mapping[str, WrittenStep]) -> Iterator[Spot]:
    before = {name: {one for one in steps_read(step.body) if one in steps} for name, step in steps.items()}
    for circle in circles(before):
        names = " and ".join(f"'{name}'" for name in circle)
        message = f"{names} read each other's answers; a pipeline has no loops."
        yield Spot(message=message, node=next(iter(circle)))


def _meant(name: str, choices: tuple[str, ...]) -> str:
    near = nearest_name(name, choices)
    return f"; did you mean '{near}'" if near and near != name else ""


RULE = Rule(
    id="A423",
    severity=Severity.ERROR,
    title="Steps of SageMaker Pipelines are well formed",
    why="SageMaker Pipelines refuses the whole definition for one name, type or fault that it does not know.",
    spots=_spots,
)
