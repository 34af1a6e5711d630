"""The single steps of a stack operation: making, changing, replacing and removing one resource, with its events."""

from dataclasses import dataclass, replace

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record
from designer.sandbox.stacks.events import tell_resource
from designer.sandbox.stacks.failures import RESOURCE_FAILURES, is_gone, reason_of
from designer.sandbox.stacks.model import Resource, Stack, now
from designer.sandbox.stacks.schemas import property_faults
from designer.sandbox.types.resource_type import ResourceType, Work
from designer.sandbox.types.table import RESOURCE_TYPES

_REPLACING = "Requested update requires the creation of a new physical resource; hence creating one."


class StepFailed(Exception):
    """Say which resource failed; its event has been told."""

    def __init__(self, logical_id: str, reason: str) -> None:
        super().__init__(reason)
        self.logical_id = logical_id
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Hold what every step needs: the stack that is worked on and the clients to do it with."""

    stack: Stack
    client_of: ClientOf


def make(site: Site, logical_id: str, raw: Record, properties: Record) -> Resource:
    """Create a resource of a stack."""
    type_name = raw["Type"]
    tell_resource(site.stack, logical_id, type_name, "CREATE_IN_PROGRESS", properties=properties)
    try:
        resource = _made(site, logical_id, raw, properties, "CREATE_IN_PROGRESS")
    except RESOURCE_FAILURES as error:
        raise _failed(site, logical_id, type_name, "CREATE_FAILED", error, properties) from error
    site.stack.resources[logical_id] = resource
    tell_resource(
        site.stack, logical_id, type_name, "CREATE_COMPLETE", physical_id=resource.physical_id, properties=properties
    )
    return resource


def change(site: Site, present: Resource, raw: Record, properties: Record) -> Resource:
    """Change a resource in place, to a new target or back to an earlier one."""
    type_name, logical_id = present.type_name, present.logical_id
    shown = {"physical_id": present.physical_id}
    tell_resource(site.stack, logical_id, type_name, "UPDATE_IN_PROGRESS", properties=properties, **shown)
    kind = RESOURCE_TYPES[type_name]
    work = work_on(site, present, properties)
    try:
        _check(type_name, logical_id, properties)
        kind.update(work)
        attributes = kind.attributes(work)
    except RESOURCE_FAILURES as error:
        raise _failed(site, logical_id, type_name, "UPDATE_FAILED", error, properties, present.physical_id) from error
    changed = replace(
        present,
        properties=properties,
        attributes=attributes,
        raw=raw,
        status="UPDATE_COMPLETE",
        reason="",
        changed=now(),
    )
    site.stack.resources[logical_id] = changed
    tell_resource(site.stack, logical_id, type_name, "UPDATE_COMPLETE", properties=properties, **shown)
    return changed


def make_anew(site: Site, present: Resource, raw: Record, properties: Record) -> Resource:
    """Create the successor of a resource that cannot be changed in place; the present one stays for now."""
    logical_id, type_name = present.logical_id, raw["Type"]
    tell_resource(
        site.stack, logical_id, type_name, "UPDATE_IN_PROGRESS",
        physical_id=present.physical_id, reason=_REPLACING, properties=properties,
    )  # fmt: skip
    try:
        _check_renamed(RESOURCE_TYPES[type_name], present, properties)
        successor = _made(site, logical_id, raw, properties, "UPDATE_IN_PROGRESS")
    except RESOURCE_FAILURES as error:
        raise _failed(site, logical_id, type_name, "UPDATE_FAILED", error, properties, present.physical_id) from error
    successor = replace(successor, status="UPDATE_COMPLETE")
    site.stack.resources[logical_id] = successor
    tell_resource(
        site.stack, logical_id, type_name, "UPDATE_COMPLETE", physical_id=successor.physical_id, properties=properties
    )
    return successor


def remove(site: Site, resource: Resource, *, policy: str = "Delete") -> bool:
    """Delete a resource, or leave it where its policy says so; tell whether it is off the stack's hands."""
    logical_id, type_name = resource.logical_id, resource.type_name
    if policy.startswith("Retain"):
        tell_resource(site.stack, logical_id, type_name, "DELETE_SKIPPED", physical_id=resource.physical_id)
        return True
    tell_resource(site.stack, logical_id, type_name, "DELETE_IN_PROGRESS", physical_id=resource.physical_id)
    try:
        RESOURCE_TYPES[type_name].delete(work_on(site, resource, resource.properties))
    except RESOURCE_FAILURES as error:
        if not is_gone(error):
            _failed(site, logical_id, type_name, "DELETE_FAILED", error, resource.properties, resource.physical_id)
            return False
    tell_resource(site.stack, logical_id, type_name, "DELETE_COMPLETE", physical_id=resource.physical_id)
    return True


def work_on(site: Site, resource: Resource, properties: Record) -> Work:
    """Return work on a resource that exists."""
    return Work(
        client_of=site.client_of, stack_name=site.stack.name, logical_id=resource.logical_id,
        properties=properties, before=resource.properties, physical_id=resource.physical_id,
    )  # fmt: skip


def _made(site: Site, logical_id: str, raw: Record, properties: Record, status: str) -> Resource:
    type_name = raw["Type"]
    _check(type_name, logical_id, properties)
    kind = RESOURCE_TYPES[type_name]
    work = Work(
        client_of=site.client_of, stack_name=site.stack.name, logical_id=logical_id, properties=properties, before={}
    )
    physical_id = kind.create(work)
    tell_resource(
        site.stack, logical_id, type_name, status,
        physical_id=physical_id, reason="Resource creation Initiated", properties=properties,
    )  # fmt: skip
    attributes = kind.attributes(work.with_physical_id(physical_id))
    return Resource(
        logical_id=logical_id, type_name=type_name, physical_id=physical_id,
        properties=properties, attributes=attributes, raw=raw,
    )  # fmt: skip


def _check(type_name: str, logical_id: str, properties: Record) -> None:
    faults = property_faults(type_name, properties)
    if faults:
        message = "\n".join(faults)
        raise ValueError(f"Properties validation failed for resource {logical_id} with message:\n{message}")


def _check_renamed(kind: ResourceType, present: Resource, properties: Record) -> None:
    name = properties.get(kind.named_by)
    if name is not None and name == present.properties.get(kind.named_by) and kind.name == present.type_name:
        raise ValueError(
            "CloudFormation cannot update a stack when a custom-named resource requires replacing. "
            f"Rename {name} and update the stack again."
        )


def _failed(
    site: Site,
    logical_id: str,
    type_name: str,
    status: str,
    error: Exception,
    properties: Record,
    physical_id: str = "",
) -> StepFailed:
    reason = reason_of(error)
    tell_resource(
        site.stack, logical_id, type_name, status, physical_id=physical_id, reason=reason, properties=properties
    )
    present = site.stack.resources.get(logical_id)
    if present is not None:
        site.stack.resources[logical_id] = replace(present, status=status, reason=reason, changed=now())
    return StepFailed(logical_id, reason)
