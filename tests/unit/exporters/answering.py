"""Nodes that hand out a task token each, and one that reads what came back."""

from designer.workflow.model import Workflow
from tests.unit.exporters.drawing import drawn

_QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/work"
_ANSWER = {"wait_for_answer": True, "answer_seconds": 3600, "heartbeat_seconds": 600}
_GOOD = {**_ANSWER, "answers": {"good": "flag"}}
ASKING = {
    "lambda": {"function": "ask", **_ANSWER, "answers": {"good": "value"}},
    "notify": {"message": "Is it good?", "topic_arn": "arn:aws:sns:us-east-1:123456789012:ops", **_GOOD},
    "eventbridge_put": {"detail": {"run": "${execution.id}"}, **_GOOD},
    "ecs_task": {"task_definition": "score", "subnets": ["subnet-0123456789abcdef0"], "container": "app", **_GOOD},
    "start_state_machine": {"state_machine": "other", **_GOOD},
}
"""Settings by kind."""


def waiting() -> Workflow:
    """Return a workflow with a node of each kind, called as the kind is, and `told`."""
    message = {kind: f"${{{kind}.good}}" for kind in ASKING}
    asked = {kind: {"kind": kind, "settings": settings} for kind, settings in ASKING.items()}
    return drawn({**asked, "told": {"kind": "sqs_send", "settings": {"queue_url": _QUEUE, "message": message}}})
