"""Calls for which SageMaker Pipelines has no step: a Lambda step asks a function of ours to make them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from designer.catalog.archives import zipped
from designer.catalog.naming import asset_key
from designer.catalog.needs import Asset, Function, Statement
from designer.catalog.steps import Call, Wait
from designer.catalog.values import (
    Deployed,
    ExecutionValue,
    JsonText,
    StepOutput,
    Value,
    expressions_in,
    is_expression,
    joined,
)
from designer.resources import resource_text
from designer.workflow.call_permissions import call_statements
from designer.workflow.model import Workflow
from exporters.sagemaker.plan import NAME_PREFIX, STEM_LIMIT
from exporters.sagemaker.readings import expressions_of
from exporters.sagemaker.rewriting import rewritten
from exporters.sagemaker.step_types import step_type_of
from exporters.sagemaker.values import PAYLOAD

LONGEST_SECONDS = 600
"""As long as SageMaker Pipelines lets a Lambda step run."""
_ID = "PipelineCaller"
_FUNCTION_SECONDS = 615


def goes_by_function(call: Call, workflow: Workflow) -> bool:
    """Say whether a function of ours makes a call: SageMaker has no step for it, and it ends in time."""
    if step_type_of(call) is not None or call.token or call.as_step is not None or call.id in workflow.inside:
        return False
    return call.wait is None or call.timeout_seconds <= LONGEST_SECONDS


def with_callers(workflow: Workflow) -> Workflow:
    """Return the workflow with such calls as Lambda steps, and what others read of them as their answers."""
    made = {step.id: step for step in workflow.steps if isinstance(step, Call) and goes_by_function(step, workflow)}
    if not made:
        return workflow
    read = [one for step in workflow.steps for value in expressions_of(step) for one in expressions_in(value)]
    answers: dict[str, dict[str, tuple[str | int, ...]]] = {step: {} for step in made}
    for one in read:
        if isinstance(one, StepOutput) and one.step in made:
            answers[one.step][_answer(one.path)] = one.path

    def asked(value: object) -> object:
        if isinstance(value, StepOutput) and value.step in made:
            return StepOutput(value.step, (PAYLOAD, _answer(value.path)))
        return value

    steps = [
        _as_lambda(step, answers[step.id]) if isinstance(step, Call) and step.id in made else step
        for step in workflow.steps
    ]
    return replace(workflow, steps=tuple(rewritten(step, asked) for step in steps))


def caller_of(workflow: Workflow) -> tuple[Function, Asset] | None:
    """Return the function that makes the calls of a workflow, and its code; None where there are none."""
    calls = [step for step in workflow.steps if isinstance(step, Call) and goes_by_function(step, workflow)]
    if not calls:
        return None
    content = zipped({"index.py": resource_text("functions/caller.py").encode()})
    asset = Asset(key=asset_key(content, "caller.zip"), content=content)
    function = Function(
        logical_id=_ID,
        node=calls[0].node,
        runtime="python3.12",
        handler="index.handler",
        asset_key=asset.key,
        timeout_seconds=_FUNCTION_SECONDS,
        memory_mb=256,
        statements=tuple(_statements(workflow, calls)),
    )
    return function, asset


def _statements(workflow: Workflow, calls: list[Call]) -> list[Statement]:
    return [one for call in calls for one in call_statements(workflow, call, (NAME_PREFIX,))]


def _answer(path: tuple[str | int, ...]) -> str:
    return "_".join(str(part) for part in path)


def _as_lambda(call: Call, answers: Mapping[str, tuple[str | int, ...]]) -> Call:
    template = _Template()
    payload: dict[str, object] = {"service": call.service, "operation": call.operation}
    payload["request"] = json.dumps(template.written(_named(call)), separators=(",", ":"))
    if answers:
        payload["answers"] = json.dumps(answers, separators=(",", ":"))
    if call.wait:
        payload["wait"] = json.dumps(_wait(call.wait), separators=(",", ":"))
    request = {"FunctionName": Deployed(f"{_ID}Arn"), PAYLOAD: {**payload, **template.values}}
    return replace(
        call,
        service="lambda",
        operation="Invoke",
        request=request,
        name_member="",
        wait=None,
        resources=(),
        passes_role=False,
    )


def _named(call: Call) -> Mapping[str, object]:
    if not call.name_member or call.name_member in call.request:
        return call.request
    stem = call.id.replace("_", "-")[:STEM_LIMIT].strip("-")
    return {call.name_member: joined(NAME_PREFIX, ExecutionValue("id"), f"-{stem}"), **call.request}


def _wait(wait: Wait) -> dict[str, object]:
    return {
        "describe": wait.describe,
        "identifier": wait.identifier,
        "status": wait.status,
        "succeeded": wait.succeeded,
        "failed": wait.failed,
        "reason": wait.reason,
        "answer": wait.answer,
        "many": wait.many,
        "beside": wait.beside,
        "poll_seconds": wait.poll_seconds,
    }


@dataclass(slots=True)
class _Template:
    """A request as JSON, with the values that are known in the run under names of their own."""

    values: dict[str, Value] = field(default_factory=dict)

    def written(self, value: object) -> object:
        if isinstance(value, JsonText):
            return {"$json": {name: self.written(one) for name, one in value.members}}
        if is_expression(value):
            name = f"v{len(self.values) + 1}"
            self.values[name] = value  # type: ignore[assignment]  # is_expression says so, in a way that mypy does not follow
            return {"$value": name}
        if isinstance(value, Mapping):
            return {str(name): self.written(one) for name, one in value.items()}
        if isinstance(value, list | tuple):
            return [self.written(one) for one in value]
        return value
