"""Steps that call nothing as states: pauses, approvals, failures."""

from designer.catalog.steps import Approval, Failure, Pause
from designer.catalog.values import TaskToken, Value, joined
from exporters.stepfunctions.calls import assigned_members
from exporters.stepfunctions.catching import caught, named_retries
from exporters.stepfunctions.integrations import token_resource
from exporters.stepfunctions.states import Scope, State, commented, going_on

_LONGEST_SUBJECT = 100
APPROVAL_SOURCE = "pipeline-designer"
APPROVAL_DETAIL = "Approval requested"


def add_pause(pause: Pause, scope: Scope, following: str | None) -> str:
    """Add a state that waits."""
    name, value = ("Timestamp", pause.until) if pause.until != "" else ("Seconds", pause.seconds)
    state: State = {"Type": "Wait", **commented(pause.description), name: scope.writer.field(value)}
    return scope.add(pause.id, state | going_on(following))


def add_failure(failure: Failure, scope: Scope) -> str:
    """Add a state that ends the execution as failed."""
    state: State = {"Type": "Fail", **commented(failure.description), "Error": scope.writer.field(failure.error)}
    return scope.add(failure.id, state | {"Cause": scope.writer.field(failure.cause)})


def add_approval(approval: Approval, scope: Scope, following: str | None, failing: str | None = None) -> str:
    """Add a task that hands out a token and waits until somebody sends it back."""
    told = _by_topic(approval) if approval.topic_arn else _by_event(approval)
    service, operation = ("sns", "Publish") if approval.topic_arn else ("events", "PutEvents")
    state: State = {
        "Type": "Task",
        **commented(approval.description),
        "Resource": token_resource(service, operation, scope.plan.region),
        "Arguments": scope.writer.field(told),
        "TimeoutSeconds": approval.timeout_seconds,
    }
    state |= named_retries(approval.retries) | assigned_members(scope, approval.id)
    return scope.add(approval.id, state | caught(approval.catches, failing) | going_on(following))


def _by_topic(approval: Approval) -> dict[str, object]:
    command = "aws stepfunctions send-task-success --task-output '{}' --task-token "
    refusal = "aws stepfunctions send-task-failure --error Rejected --task-token "
    text: list[Value] = [approval.message, "\n\nTo approve:\n", command, TaskToken()]
    text += ["\n\nTo reject:\n", refusal, TaskToken(), "\n"]
    subject = f"Approval requested: {approval.id}"[:_LONGEST_SUBJECT]
    return {"TopicArn": approval.topic_arn, "Subject": subject, "Message": joined(*text)}


def _by_event(approval: Approval) -> dict[str, object]:
    detail = {"step": approval.id, "message": approval.message, "taskToken": TaskToken()}
    return {"Entries": [{"Source": APPROVAL_SOURCE, "DetailType": APPROVAL_DETAIL, "Detail": detail}]}
