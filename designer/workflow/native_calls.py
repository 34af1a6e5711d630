"""The calls inside states that were kept as they were written."""

import re
from collections.abc import Iterator, Mapping

from designer.catalog.steps import Call, NativeState
from designer.workflow.model import Workflow

_INTEGRATION = re.compile(r"arn:[\w-]+:states:::(?:aws-sdk:)?([\w-]+):(\w+)(?:\.[\w:.]+)?$")
_SERVICES = {"states": "stepfunctions", "sfn": "stepfunctions", "elasticmapreduce": "emr", "bedrock": "bedrock-runtime"}
_OPERATIONS = {("emr", "CreateCluster"): "RunJobFlow", ("emr", "AddStep"): "AddJobFlowSteps"}


def native_calls(workflow: Workflow) -> Iterator[Call]:
    """Yield what the tasks of such states call, tasks inside their branches and maps included."""
    for step in workflow.steps:
        if isinstance(step, NativeState):
            for state in _tasks(step.body):
                call = _call(step, state)
                if call:
                    yield call


def _tasks(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, Mapping):
        if value.get("Type") == "Task":
            yield value
        for member in value.values():
            yield from _tasks(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from _tasks(member)


def _call(step: NativeState, state: Mapping[str, object]) -> Call | None:
    resource = str(state.get("Resource", ""))
    if ":function:" in resource:
        return _made(step, "lambda", "Invoke", {"FunctionName": resource})
    found = _INTEGRATION.match(resource)
    if found is None:
        return None
    service = _SERVICES.get(found.group(1), found.group(1))
    operation = found.group(2)[:1].upper() + found.group(2)[1:]
    return _made(step, service, _OPERATIONS.get((service, operation), operation), _request(state))


def _made(step: NativeState, service: str, operation: str, request: Mapping[str, object]) -> Call:
    return Call(id=step.id, node=step.node, service=service, operation=operation, request=request)


def _request(state: Mapping[str, object]) -> dict[str, object]:
    """Return the arguments with `*` where a path or an expression stands."""
    written = state.get("Arguments", state.get("Parameters"))
    if not isinstance(written, Mapping):
        return {}
    return {str(key).removesuffix(".$"): _known(str(key), value) for key, value in written.items()}


def _known(key: str, value: object) -> object:
    if key.endswith(".$") or (isinstance(value, str) and value.startswith("{%")):
        return "*"
    if isinstance(value, Mapping):
        return {str(name).removesuffix(".$"): _known(str(name), member) for name, member in value.items()}
    return value
