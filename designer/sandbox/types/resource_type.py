"""What the stack engine needs to know of a CloudFormation type."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Hold what one piece of work on a resource is about."""

    client_of: ClientOf
    stack_name: str
    logical_id: str
    properties: Record
    before: Record
    physical_id: str = ""

    def client(self, service: str) -> Value:
        """Return the client of a service."""
        return self.client_of(service)

    def with_physical_id(self, physical_id: str) -> "Work":
        """Return the same work on a resource that exists by now."""
        return replace(self, physical_id=physical_id)


Create: TypeAlias = Callable[[Work], str]
Change: TypeAlias = Callable[[Work], None]
Read: TypeAlias = Callable[[Work], Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceType:
    """Say how resources of a type are made, changed, removed and read.

    `create` returns the physical id, which is also what Ref gives. `attributes` are what GetAtt gives. `actual` returns
    the properties as the service has them now, as far as it tells, and raises what the client raises where there is no
    such resource. `named_by` is the property that names the resource, empty where it has no name of its own.
    """

    name: str
    create: Create
    update: Change
    delete: Change
    attributes: Read
    actual: Read
    named_by: str = ""


class NotChangeable(Exception):
    """Say that the sandbox cannot change something in place that AWS could."""
