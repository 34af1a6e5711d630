"""Where a job finds what an earlier job wrote: by asking that job, not by the path that it was told to write to.

A path holds the id of the execution. When SageMaker takes a step from its cache, the outputs lie where an earlier
execution wrote them, and only `Steps.<name>` says where: outputs are no part of what the cache compares
(https://docs.aws.amazon.com/sagemaker/latest/dg/pipelines-default-keys.html).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from designer.catalog.steps import Call, NativeStep, SageMakerStep, Step
from designer.catalog.values import AsText, ExecutionValue, ItemIndex, Joined, StepOutput, Value, joined
from designer.workflow.model import Workflow

_SINGLE_OUTPUTS = {
    "CreateTransformJob": ("TransformOutput", "S3OutputPath"),
    "CreateTrainingJob": ("OutputDataConfig", "S3OutputPath"),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """An address in S3 that a step writes to, and where its answer says so."""

    uri: Joined
    answer: StepOutput


def linked(workflow: Workflow) -> Workflow:
    """Return the workflow with each address that an earlier step writes to taken from that step's answer."""
    places: dict[tuple[Value, ...], StepOutput] = {}
    steps: list[Step] = []
    for step in workflow.steps:
        steps.append(_linked_step(step, places))
        if isinstance(step, Call) and step.service == "sagemaker":
            for place in _written_by(step):
                places.setdefault(place.uri.parts, place.answer)
    return replace(workflow, steps=tuple(steps))


def _linked_step(step: Step, places: Mapping[tuple[Value, ...], StepOutput]) -> Step:
    if isinstance(step, NativeStep):
        return step if step.kept else replace(step, step=_linked_form(step.step, places))
    if not isinstance(step, Call):
        return step
    request = {name: _linked_value(value, places) for name, value in step.request.items()}
    return replace(step, request=request, as_step=step.as_step and _linked_form(step.as_step, places))


def _linked_form(form: SageMakerStep, places: Mapping[tuple[Value, ...], StepOutput]) -> SageMakerStep:
    if form.arguments is None:
        return form
    return replace(form, arguments={name: _linked_value(value, places) for name, value in form.arguments.items()})


def _linked_value(value: object, places: Mapping[tuple[Value, ...], StepOutput]) -> object:
    if isinstance(value, Joined):
        return _linked_text(value, places)
    if isinstance(value, AsText) and isinstance(value.value, Joined):
        return _linked_value(value.value, places)
    if isinstance(value, Mapping):
        return {name: _linked_value(member, places) for name, member in value.items()}
    if isinstance(value, list | tuple):
        return [_linked_value(member, places) for member in value]
    return value


def _linked_text(value: Joined, places: Mapping[tuple[Value, ...], StepOutput]) -> Value:
    """Return a text that begins with such an address, and goes on with plain text only, taken from the answer."""
    for size in range(1, len(value.parts) + 1):
        answer, rest = places.get(value.parts[:size]), value.parts[size:]
        if answer is not None and all(isinstance(part, str) for part in rest):
            return joined(answer, *rest)
    return value


def _written_by(call: Call) -> Iterator[_Place]:
    for path, uri in _outputs(call):
        # The id, or the number of the item, at the end marks the end of the address: no other address can begin with it.
        if isinstance(uri, Joined) and isinstance(uri.parts[-1], ExecutionValue | ItemIndex):
            yield _Place(uri, StepOutput(call.id, path))


def _outputs(call: Call) -> Iterator[tuple[tuple[str, ...], object]]:
    if call.operation == "CreateProcessingJob":
        outputs = _member(call.request, "ProcessingOutputConfig", "Outputs")
        for output in outputs if isinstance(outputs, list | tuple) else ():
            path = ("ProcessingOutputConfig", "Outputs", str(_member(output, "OutputName")), "S3Output", "S3Uri")
            yield path, _member(output, "S3Output", "S3Uri")
    elif call.operation in _SINGLE_OUTPUTS:
        yield _SINGLE_OUTPUTS[call.operation], _member(call.request, *_SINGLE_OUTPUTS[call.operation])


def _member(value: object, *names: str) -> object:
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
