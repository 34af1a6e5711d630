"""Telling what happens to a stack and to its resources."""

import json
from uuid import uuid4

from designer.sandbox.documents import Record
from designer.sandbox.stacks.model import STACK_TYPE, Stack, now


def tell_stack(stack: Stack, status: str, reason: str = "") -> None:
    """Set a stack's status and add the event that says so."""
    stack.status, stack.reason = status, reason
    _tell(stack, {"LogicalResourceId": stack.name, "PhysicalResourceId": stack.stack_id,
                  "ResourceType": STACK_TYPE, "ResourceStatus": status}, reason)  # fmt: skip


def tell_resource(
    stack: Stack, logical_id: str, type_name: str, status: str, *,
    physical_id: str = "", reason: str = "", properties: Record | None = None,
) -> None:  # fmt: skip
    """Add an event about a resource."""
    event: Record = {
        "LogicalResourceId": logical_id,
        "PhysicalResourceId": physical_id,
        "ResourceType": type_name,
        "ResourceStatus": status,
    }
    if properties is not None:
        event["ResourceProperties"] = json.dumps(properties)
    _tell(stack, event, reason)


def _tell(stack: Stack, event: Record, reason: str) -> None:
    known: Record = {"StackId": stack.stack_id, "StackName": stack.name, "EventId": str(uuid4()), "Timestamp": now()}
    stack.events.append({**known, **event, **({"ResourceStatusReason": reason} if reason else {})})
