"""Tasks with integrations that Step Functions alone has."""

from designer.catalog.steps import NativeTask
from exporters.stepfunctions.calls import assigned_members
from exporters.stepfunctions.catching import caught, named_retries
from exporters.stepfunctions.integrations import partition
from exporters.stepfunctions.states import Scope, State, commented, going_on


def add_native_task(task: NativeTask, scope: Scope, following: str | None, failing: str | None) -> str:
    """Add the state of such a task."""
    state: State = {
        "Type": "Task",
        **commented(task.description),
        "Resource": f"arn:{partition(scope.plan.region)}:states:::{task.integration}",
        "Arguments": scope.writer.field(task.arguments),
        "TimeoutSeconds": task.timeout_seconds,
    }
    state |= named_retries(task.retries) | assigned_members(scope, task.id)
    return scope.add(task.id, state | caught(task.catches, failing) | going_on(following))
