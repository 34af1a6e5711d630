"""What the stack engine remembers: stacks, their resources, change sets and events."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

from designer.sandbox.address import ACCOUNT_ID, REGION
from designer.sandbox.documents import Record

STACK_TYPE = "AWS::CloudFormation::Stack"


def now() -> datetime:
    """Return the present time."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Hold what a stack shall become: template, parameter values and the resources that the conditions leave."""

    text: str
    template: Record
    parameters: Mapping[str, str]
    conditions: Mapping[str, bool]
    order: tuple[str, ...]
    tags: tuple[Record, ...] = ()
    capabilities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Hold a resource of a stack as it was last made or changed."""

    logical_id: str
    type_name: str
    physical_id: str
    properties: Record
    attributes: Record
    raw: Record
    status: str = "CREATE_COMPLETE"
    reason: str = ""
    changed: datetime = field(default_factory=now)
    drift: str = "NOT_CHECKED"


@dataclass(slots=True, kw_only=True)
class Stack:
    """Hold a stack and everything that has happened to it."""

    stack_id: str
    name: str
    status: str
    reason: str = ""
    target: Target | None = None
    role_arn: str = ""
    created: datetime = field(default_factory=now)
    updated: datetime | None = None
    deleted: datetime | None = None
    protected: bool = False
    resources: dict[str, Resource] = field(default_factory=dict)
    outputs: list[Record] = field(default_factory=list)
    events: list[Record] = field(default_factory=list)
    change_sets: dict[str, "ChangeSet"] = field(default_factory=dict)
    drift: str = "NOT_CHECKED"
    drift_checked: datetime | None = None
    drifts: list[Record] = field(default_factory=list)
    # The engine's note on an update that is being taken back, kept until that has succeeded.
    rollback: object = None


@dataclass(slots=True, kw_only=True)
class ChangeSet:
    """Hold a change set: a target and what it would change."""

    change_set_id: str
    name: str
    kind: str
    target: Target
    changes: list[Record]
    status: str
    execution_status: str
    reason: str = ""
    description: str = ""
    on_failure: str = "ROLLBACK"
    created: datetime = field(default_factory=now)


class StackStore:
    """Hold the stacks of the account."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stacks: dict[str, Stack] = {}

    def add(self, name: str, status: str) -> Stack:
        """Add a stack with a new id."""
        stack = Stack(stack_id=new_arn(f"stack/{name}"), name=name, status=status)
        with self._lock:
            self._stacks[stack.stack_id] = stack
        return stack

    def find(self, name_or_id: str) -> Stack | None:
        """Return a stack by id, or the one that is alive by name."""
        with self._lock:
            by_id = self._stacks.get(name_or_id)
            alive = (stack for stack in self._stacks.values() if stack.name == name_or_id and stack.deleted is None)
            return by_id or next(alive, None)

    def all(self) -> list[Stack]:
        """Return every stack, deleted ones too."""
        with self._lock:
            return list(self._stacks.values())


def new_arn(resource: str) -> str:
    """Return a CloudFormation ARN that was never given before."""
    return f"arn:aws:cloudformation:{REGION}:{ACCOUNT_ID}:{resource}/{uuid4()}"
