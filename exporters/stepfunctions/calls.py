"""A call as states: a task; where the engine cannot wait for its end, a loop that asks how it stands.

A call that makes or updates first looks whether the thing is there. Files that later steps read values from are fetched
right after the task that wrote them.
"""

from designer.catalog.steps import Call, Retry
from designer.catalog.values import FileValue, StepOutput
from exporters.stepfunctions.catching import caught, retried
from exporters.stepfunctions.integrations import (
    Integration,
    answer_path,
    integration,
    operation_resource,
    sdk_resource,
)
from exporters.stepfunctions.jsonata import Code, expression, literal, member
from exporters.stepfunctions.pascal_case import accepted, pascal_path, pascal_request
from exporters.stepfunctions.states import Scope, State, commented, going_on
from exporters.stepfunctions.values import AnswerVariable, FileVariable, StepVariable

_ASKING_SECONDS = 300
_NO_SUCH_THING = ["States.TaskFailed"]


def entry_name(call: Call) -> str:
    """Return the name of the first state of a call."""
    return f"{call.id[:72]} exists?" if call.update else call.id


def add_call(call: Call, scope: Scope, following: str | None, failing: str | None = None) -> str:
    """Add the states of a call; return the first one's name. `failing` is the state to go on to when it fails."""
    catching = caught(call.catches, failing)
    after = _reading_files(call, scope, following, catching)
    how = integration(call, scope.plan.region)
    polled = call.wait is not None and not how.waits
    if polled:
        after = _polling(call, scope, after, failing)
    assigned = _asked(call, scope) if polled else _assigned(call, scope, "$states.result")
    scope.add(call.id, _task(call, how, scope) | assigned | catching | going_on(after))
    if not call.update:
        return call.id
    update = scope.plan.names.beside(call.id, "update")
    resource = operation_resource(call.service, call.update, scope.plan.region)
    how = Integration(resource=resource, waits=False, optimised=":aws-sdk:" not in resource)
    scope.add(update, _task(call, how, scope, call.update) | assigned | catching | going_on(after))
    return scope.add(entry_name(call), _looking(call, scope, update))


def _task(call: Call, how: Integration, scope: Scope, operation: str = "") -> State:
    request = scope.plan.request(call)
    if operation:
        request = accepted(call.service, operation, request)
    request = pascal_request(call.service, operation or call.operation, request)
    state: State = {"Type": "Task", **commented(call.description), "Resource": how.resource}
    state["Arguments"] = scope.writer.field(request)
    state["TimeoutSeconds"] = call.timeout_seconds
    if call.heartbeat_seconds:
        state["HeartbeatSeconds"] = call.heartbeat_seconds
    if call.retries:
        state["Retry"] = retried(call.retries, call.service, optimised=how.optimised)
    return state


def _asking_again(call: Call) -> Retry:
    """Return how requests beside the call itself are tried again."""
    return next((retry for retry in call.retries if not retry.errors), Retry())


def _looking(call: Call, scope: Scope, update: str) -> State:
    """Return the task that asks for the thing: when it is not there it is made, else updated."""
    describe = call.wait.describe if call.wait else call.operation.replace("Create", "Describe", 1)
    identifier = call.wait.identifier if call.wait else call.name_member
    request = {identifier: scope.plan.request(call)[identifier]}
    return {
        "Type": "Task",
        "Comment": "Make it when it is not there, else update it.",
        "Resource": sdk_resource(call.service, describe, scope.plan.region),
        "Arguments": scope.writer.field(pascal_request(call.service, describe, request)),
        "TimeoutSeconds": _ASKING_SECONDS,
        "Catch": [{"ErrorEquals": _NO_SUCH_THING, "Next": call.id}],
        "Next": update,
    }


def _polling(call: Call, scope: Scope, following: str | None, failing: str | None) -> str:
    """Add the loop that waits, asks and decides; return its first state's name."""
    wait = call.wait
    if wait is None:
        raise TypeError(f"{call.id} is not waited for")
    names = scope.plan.names
    waiting, asking, deciding = (names.beside(call.id, purpose) for purpose in ("wait", "status", "done?"))
    broken_by = failing or names.beside(call.id, "failed")
    status = _answered(call, wait.status)
    asked = scope.plan.request(call)
    request = {name: asked[member] for name, member in wait.beside}
    if not wait.answer:
        request[wait.identifier] = asked[wait.identifier]
    if wait.answer:
        named = Code(f"${scope.name(AnswerVariable(call.id))}")
        request[wait.identifier] = [named] if wait.many else named
    scope.add(waiting, {"Type": "Wait", "Seconds": wait.poll_seconds, "Next": asking})
    scope.add(
        asking,
        {
            "Type": "Task",
            "Resource": sdk_resource(call.service, wait.describe, scope.plan.region),
            "Arguments": scope.writer.field(pascal_request(call.service, wait.describe, request)),
            "TimeoutSeconds": _ASKING_SECONDS,
            "Retry": retried([_asking_again(call)], call.service, optimised=False),
            **caught(call.catches, failing),
            "Next": deciding,
        },
    )
    done: State = {"Condition": _is_one_of(status, wait.succeeded), "Next": following or scope.end()}
    broken: State = {"Condition": _is_one_of(status, wait.failed), "Next": broken_by}
    choices = [done | _assigned(call, scope, "$states.input"), broken]
    scope.add(deciding, {"Type": "Choice", "Choices": choices, "Default": waiting})
    if not failing:
        scope.add(broken_by, _failed(call, status))
    return waiting


def _asked(call: Call, scope: Scope) -> State:
    """Return the assignment of what the service calls that which the call began."""
    if call.wait is None or not call.wait.answer:
        return {}
    path = pascal_path(call.service, call.operation, call.wait.answer)
    return {"Assign": {scope.name(AnswerVariable(call.id)): expression(f"$states.result{member(path)}")}}


def _failed(call: Call, status: str) -> State:
    wait = call.wait
    cause = f"{literal(f'{call.id} ended as ')} & {status}"
    if wait is not None and wait.reason:
        reason = _answered(call, wait.reason)
        cause = f"$exists({reason}) ? {reason} : {cause}"
    return {"Type": "Fail", "Error": f"{call.operation}Failed", "Cause": expression(cause)}


def _answered(call: Call, path: tuple[str | int, ...]) -> str:
    describe = call.wait.describe if call.wait else call.operation
    return f"$states.input{member(pascal_path(call.service, describe, path))}"


def _is_one_of(value: str, texts: tuple[str, ...]) -> str:
    if len(texts) == 1:
        return expression(f"{value} = {literal(texts[0])}")
    return expression(f"{value} in [{', '.join(literal(text) for text in texts)}]")


def _assigned(call: Call, scope: Scope, answer: str) -> State:
    used = scope.plan.used.get(call.id, ())
    if not used:
        return {}
    paths = [scope.plan.path(output) for output in used]
    members = _members(answer, paths)
    if call.id in scope.plan.repeating and isinstance(members, dict) and call.name_member in members:
        # Not every answer holds the name, and in another state the moment that it is made of would be another one.
        members[call.name_member] = scope.writer.field(scope.plan.request(call)[call.name_member])
    return {"Assign": {scope.name(StepVariable(call.id)): members}}


def _members(answer: str, paths: list[tuple[str | int, ...]], above: tuple[str | int, ...] = ()) -> object:
    """Return an object like the answer that holds no more than what is read of it; a list is kept whole."""
    if any(not path or isinstance(path[0], int) for path in paths):
        return expression(f"{answer}{member(above)}")
    firsts = dict.fromkeys(path[0] for path in paths)
    return {
        str(first): _members(answer, [path[1:] for path in paths if path[0] == first], (*above, first))
        for first in firsts
    }


def assigned_members(scope: Scope, step: str) -> State:
    """Return the assignment of what is read of a step's answer."""
    used = scope.plan.used.get(step, ())
    if not used:
        return {}
    return {"Assign": {scope.name(StepVariable(step)): _members("$states.result", [one.path for one in used])}}


def read_outputs(output: StepOutput, call: Call | None, *, waits: bool) -> tuple[str | int, ...]:
    """Return the path of a member in what the engine answers for a call."""
    if call is None:
        return output.path
    if call.token:
        return output.path[1:]  # whoever sends the token back gives the values themselves
    operation = call.wait.describe if call.wait else call.operation
    path = pascal_path(call.service, operation, output.path)
    return answer_path(call, path) if waits else path


def _reading_files(call: Call, scope: Scope, following: str | None, catching: State) -> str | None:
    for file in reversed(scope.plan.files.get(call.id, ())):
        following = _reading(call, file, scope, following, catching)
    return following


def _reading(call: Call, file: FileValue, scope: Scope, following: str | None, catching: State) -> str:
    name = scope.plan.names.beside(call.id, f"reads {file.file}")
    address = f"$substringAfter({scope.writer.code(file.uri)}, 's3://')"
    key = f"$substringAfter({address}, '/') & {literal('/' + file.file)}"
    variable = scope.name(FileVariable(file.step, file.output, file.file))
    state: State = {
        "Type": "Task",
        "Resource": sdk_resource("s3", "GetObject", scope.plan.region),
        "Arguments": scope.writer.field({"Bucket": Code(f"$substringBefore({address}, '/')"), "Key": Code(key)}),
        "TimeoutSeconds": _ASKING_SECONDS,
        "Retry": retried([_asking_again(call)], "s3", optimised=False),
        "Assign": {variable: expression("$parse($states.result.Body)")},
        **catching,
    }
    return scope.add(name, state | going_on(following))
