"""Maps as ForEach steps, and why some cannot be.

Source: `for_each_step.py` of the SageMaker SDK 3.27: 1 to 50 at a time, at most 100 written items, which are texts, numbers
or flags; no Condition, Fail or ForEach inside; inside, `ForEach.CurrentItem` is the item, and nothing is its number.
"""

import json
from collections.abc import Iterator, Mapping

from designer.catalog.steps import Call, Choice, Each, Failure
from designer.catalog.values import ExecutionValue, ItemIndex, JobFact, Joined, StepOutput, expressions_in
from designer.workflow.model import Workflow
from exporters.sagemaker.readings import expressions_of
from exporters.sagemaker.step_types import StepType, step_type_of

MOST_AT_A_TIME = 50
MOST_ITEMS = 100
_JOB_FACTS: Mapping[str, JobFact] = {"Processing": "processing_job", "Training": "training_job"}


def concurrency(each: Each) -> int:
    """Return how many items are worked on at a time."""
    return each.concurrency if isinstance(each.concurrency, int) and each.concurrency else MOST_AT_A_TIME


def iterable_items(each: Each) -> object:
    """Return the items as SageMaker takes them: a mapping is its JSON text."""
    if not isinstance(each.items, list | tuple):
        return each.items
    return [json.dumps(one) if isinstance(one, Mapping) else one for one in each.items]


def named_by_job(request: Mapping[str, object], step_type: StepType) -> Mapping[str, object]:
    """Return a request in which the name of the job stands for the number of the item: both tell the runs apart."""
    fact = _JOB_FACTS.get(step_type.name)
    return {key: _named(member, ExecutionValue(fact)) for key, member in request.items()} if fact else request


def _named(value: object, name: ExecutionValue) -> object:
    if isinstance(value, Joined):
        return Joined(tuple(name if isinstance(part, ItemIndex) else part for part in value.parts))
    if isinstance(value, Mapping):
        return {key: _named(member, name) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_named(member, name) for member in value]
    return name if isinstance(value, ItemIndex) else value


def why_no_map(each: Each, workflow: Workflow) -> Iterator[str]:
    """Yield why a map cannot be a ForEach step."""
    if each.distribution is not None:
        yield "SageMaker Pipelines has no distributed maps. Switch 'distributed' off, or export to Step Functions."
    if not isinstance(each.concurrency, int) or each.concurrency > MOST_AT_A_TIME:
        yield f"SageMaker Pipelines works on a fixed number of items at a time, {MOST_AT_A_TIME} at most."
    if isinstance(each.items, list | tuple):
        yield from _why_no_items(each.items)
    if any(value.step == each.id for value in _read(workflow)):
        yield "SageMaker Pipelines gives no list of the results of a map. Let the nodes inside write to S3 instead."
    inside = workflow.within(each.id)
    if not inside:
        yield "Nothing stands in this map. Move nodes into it."
    for step in inside:
        if isinstance(step, Choice | Failure | Each):
            yield f"SageMaker Pipelines takes no condition, failure or map inside a map, and '{step.node}' is one."


def why_no_number(call: Call) -> str:
    """Return why a call inside a map cannot have the number of the item, or nothing."""
    step_type = step_type_of(call)
    if step_type is not None and step_type.name in _JOB_FACTS:
        return ""
    if any(isinstance(value, ItemIndex) for value in expressions_in(call.request)):
        return "SageMaker Pipelines does not number the items of a map. Put what tells them apart into the items."
    return ""


def _why_no_items(items: list[object] | tuple[object, ...]) -> Iterator[str]:
    if len(items) > MOST_ITEMS:
        yield f"SageMaker Pipelines takes {MOST_ITEMS} written items at most, and here are {len(items)}."
    if any(isinstance(one, Mapping) and any(True for _ in expressions_in(one)) for one in items):
        yield "An item of several values can hold no reference in SageMaker Pipelines. Pass the values in by themselves."


def _read(workflow: Workflow) -> Iterator[StepOutput]:
    for step in workflow.steps:
        yield from (value for value in expressions_of(step) if isinstance(value, StepOutput))
