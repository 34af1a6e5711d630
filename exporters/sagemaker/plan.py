"""The pipeline as SageMaker will hold it: each step with its type, what it waits for, and what stands inside it.

The definition and the SDK source are two ways to write the same plan, which is why they agree.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from designer.catalog.branches import ELSE, ERROR, THEN
from designer.catalog.steps import Call, Choice, Condition, Each, Failure, NativeStep, Retry, SageMakerStep, Step
from designer.catalog.values import Deployed, ExecutionValue, FileValue, StepOutput, Value, joined
from designer.workflow.model import Workflow
from exporters.sagemaker.conditions import conjuncts
from exporters.sagemaker.kept import waits, written_step
from exporters.sagemaker.links import linked
from exporters.sagemaker.maps import concurrency, iterable_items, named_by_job
from exporters.sagemaker.readings import Reading, expressions_of, readings
from exporters.sagemaker.regions import TOP, Region, Regions, find_regions, place
from exporters.sagemaker.step_types import (
    CONDITION,
    FAIL,
    FOR_EACH,
    JOB_FAULTS,
    LAMBDA,
    STEP_FAULTS,
    WRITTEN_TYPES,
    StepType,
    step_type_of,
)
from exporters.sagemaker.values import property_file_name

NAME_PREFIX = "pipelines-"
"""How SageMaker Pipelines begins the names that it gives itself; ours begin alike: one permission serves both."""
MOST_ATTEMPTS = 20
STEM_LIMIT = 63 - len("pipelines-0123456789ab-")


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyFile:
    """A JSON file of a processing output that other steps read."""

    name: str
    output: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LambdaOutput:
    """A value that a function returns; `type` is the step's (`String`, `Integer`, `Float`, `Boolean`)."""

    name: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How often a step is tried again after which faults."""

    faults: tuple[str, ...]
    retry: Retry


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step of the pipeline. `arguments` may hold expressions; `then` and `otherwise` are a condition's branches.

    `members` stand in the step beside its arguments. A step that is kept as somebody wrote it has `written` and, for all
    that it waits for, `waits`.
    `after_failure` are the steps that must have failed before. `items`, `concurrency` and `body` are those of a map.
    """

    id: str
    type: StepType
    arguments: Mapping[str, object]
    depends_on: tuple[str, ...] = ()
    description: str = ""
    members: Mapping[str, object] = field(default_factory=dict)
    function: Value = ""
    outputs: tuple[LambdaOutput, ...] = ()
    property_files: tuple[PropertyFile, ...] = ()
    retries: tuple[RetryPolicy, ...] = ()
    cache_for: str = ""
    conditions: tuple[Condition, ...] = ()
    written: SageMakerStep | None = None
    waits: tuple[object, ...] = ()
    then: tuple["PlannedStep", ...] = ()
    otherwise: tuple["PlannedStep", ...] = ()
    after_failure: tuple[str, ...] = ()
    items: object = None
    concurrency: int = 0
    body: tuple["PlannedStep", ...] = ()


def plan(workflow: Workflow) -> tuple[PlannedStep, ...]:
    """Return the steps at the top of the pipeline, in order. The workflow must be one that SageMaker can express."""
    whole = linked(workflow)
    return _steps_in(TOP, whole, find_regions(workflow), readings(whole))


def every_step(steps: tuple[PlannedStep, ...]) -> Iterator[PlannedStep]:
    """Yield steps and what stands inside them."""
    for step in steps:
        yield step
        yield from every_step(step.then)
        yield from every_step(step.otherwise)
        yield from every_step(step.body)


def _steps_in(
    region: Region, workflow: Workflow, regions: Regions, read: Mapping[str, Reading]
) -> tuple[PlannedStep, ...]:
    return tuple(
        _planned(step, workflow, regions, read)
        for step in workflow.steps
        if place(regions.of[step.id]) == region and step.id not in workflow.inside
    )


def _planned(step: Step, workflow: Workflow, regions: Regions, read: Mapping[str, Reading]) -> PlannedStep:
    failed = tuple(one.step for one in workflow.after.get(step.id, ()) if one.branch == ERROR)
    planned = replace(_planned_well(step, workflow, regions, read), after_failure=failed)
    written = written_step(step)
    if written is None:
        return planned
    inside = frozenset(choice for choice, _ in place(regions.of[step.id]))
    return replace(planned, written=written, waits=waits(step, written, workflow, inside))


def _planned_well(step: Step, workflow: Workflow, regions: Regions, read: Mapping[str, Reading]) -> PlannedStep:
    after = depends_on(step, workflow, regions)
    if isinstance(step, Each):
        return PlannedStep(
            id=step.id,
            type=FOR_EACH,
            arguments={},
            depends_on=after,
            description=step.description,
            items=iterable_items(step),
            concurrency=concurrency(step),
            body=tuple(_planned(inner, workflow, regions, read) for inner in workflow.within(step.id)),
        )
    if isinstance(step, Choice):
        here = place(regions.of[step.id])
        return PlannedStep(
            id=step.id,
            type=CONDITION,
            arguments={},
            depends_on=after,
            description=step.description,
            conditions=conjuncts(step.condition),
            then=_steps_in((*here, (step.id, THEN)), workflow, regions, read),
            otherwise=_steps_in((*here, (step.id, ELSE)), workflow, regions, read),
        )
    if isinstance(step, Failure):
        message = joined(step.error, ": " if step.error and step.cause else "", step.cause)
        return PlannedStep(
            id=step.id,
            type=FAIL,
            arguments={"ErrorMessage": message},
            depends_on=after,
            description=step.description,
        )
    if isinstance(step, NativeStep):
        return PlannedStep(
            id=step.id,
            type=WRITTEN_TYPES.get(step.step.type, StepType(name=step.step.type)),
            arguments=step.step.arguments or {},
            members=step.step.members,
            depends_on=after,
            description=step.description,
        )
    if not isinstance(step, Call):
        raise TypeError(step)
    return _planned_call(step, after, read.get(step.id, Reading()))


def _planned_call(call: Call, after: tuple[str, ...], read: Reading) -> PlannedStep:
    step_type = step_type_of(call)
    if step_type is None:
        raise TypeError(call)
    is_lambda = step_type is LAMBDA
    return PlannedStep(
        id=call.id,
        type=step_type,
        arguments=_payload(call) if is_lambda else named_by_job(_arguments(call, step_type), step_type),
        members=call.as_step.members if call.as_step else {},
        depends_on=after,
        description=call.description,
        function=function_arn(call.request.get("FunctionName", "")) if is_lambda else "",
        outputs=_lambda_outputs(call, read) if is_lambda else (),
        property_files=_property_files(call, read) if step_type.name == "Processing" else (),
        retries=_retries(call, step_type),
        cache_for=call.cache_for if step_type.caches else "",
    )


def _arguments(call: Call, step_type: StepType) -> Mapping[str, object]:
    if call.as_step is not None and call.as_step.arguments is not None:
        return call.as_step.arguments
    request = {name: value for name, value in call.request.items() if name not in step_type.unnamed}
    if step_type.named and step_type.named not in request:
        stem = call.id.replace("_", "-")[:STEM_LIMIT].strip("-")
        return {step_type.named: joined(NAME_PREFIX, ExecutionValue("id"), f"-{stem}"), **request}
    return request


def _payload(call: Call) -> Mapping[str, object]:
    payload = call.request.get("Payload", {})
    return payload if isinstance(payload, Mapping) else {}


def function_arn(function: object) -> Value:
    """Return the ARN of a function that is given by ARN, by name, or as one of ours."""
    if isinstance(function, str) and not function.startswith("arn:"):
        return joined(
            "arn:",
            Deployed("Partition"),
            ":lambda:",
            Deployed("Region"),
            ":",
            Deployed("AccountId"),
            ":function:",
            function,
        )
    return function  # type: ignore[return-value]


def depends_on(step: Step, workflow: Workflow, regions: Regions) -> tuple[str, ...]:
    """Return the steps that must be named as coming before: those that no `Get` of this step shows already."""
    inside = {choice for choice, _ in place(regions.of[step.id])}
    shown = {value.step for value in expressions_of(step) if isinstance(value, StepOutput | FileValue)}
    names: list[str] = []
    for dependency in workflow.after.get(step.id, ()):
        is_shown = dependency.step in shown or dependency.step in inside or dependency.branch == ERROR
        if not is_shown and dependency.step not in names:
            names.append(dependency.step)
    return tuple(names)


def _retries(call: Call, step_type: StepType) -> tuple[RetryPolicy, ...]:
    return tuple(
        RetryPolicy(faults=faults, retry=replace(retry, attempts=min(retry.attempts, MOST_ATTEMPTS)))
        for retry in call.retries
        if retry.attempts
        for family in (STEP_FAULTS, JOB_FAULTS)
        if (faults := tuple(f for f in step_type.faults if f in family and f in (retry.errors or step_type.faults)))
    )


def _property_files(call: Call, read: Reading) -> tuple[PropertyFile, ...]:
    files = dict.fromkeys((*call.files, *read.files))
    return tuple(PropertyFile(name=property_file_name(*pair), output=pair[0], file=pair[1]) for pair in files)


def _lambda_outputs(call: Call, read: Reading) -> tuple[LambdaOutput, ...]:
    types = {**dict.fromkeys((*call.answers, *read.answers), "String"), **read.answers}
    return tuple(LambdaOutput(name=name, type=kind) for name, kind in types.items())
