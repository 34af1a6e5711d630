"""Bringing a stack to a target, back again where that fails, and to its end."""

from dataclasses import dataclass, replace

from designer.sandbox.documents import Record
from designer.sandbox.stacks.events import tell_resource, tell_stack
from designer.sandbox.stacks.failures import RESOURCE_FAILURES, reason_of
from designer.sandbox.stacks.intrinsics import resolve
from designer.sandbox.stacks.model import Resource, Stack, Target, now
from designer.sandbox.stacks.schemas import replacement
from designer.sandbox.stacks.steps import Site, StepFailed, change, make, make_anew, remove
from designer.sandbox.stacks.target import make_scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Hold one step that was taken: what the resource was (None: it was not there) and what it has become."""

    before: Resource | None
    after: Resource

    @property
    def made_something(self) -> bool:
        """Tell whether the step made a new physical resource."""
        return self.before is None or self.before.physical_id != self.after.physical_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollback:
    """Hold what an update has done and what the resources were before it."""

    done: tuple[Done, ...]
    before: dict[str, Resource]


def create(site: Site, target: Target, *, on_failure: str = "ROLLBACK") -> None:
    """Create a stack's resources; on a failure delete them again, or as `on_failure` says."""
    stack = site.stack
    tell_stack(stack, "CREATE_IN_PROGRESS", "User Initiated")
    done: list[Done] = []
    try:
        _advance(site, target, done)
        outputs = _outputs(stack, target)
    except (StepFailed, *RESOURCE_FAILURES) as error:
        stack.target = target
        _undo_create(site, done, _stack_reason(error, "create"), on_failure)
        return
    stack.target, stack.outputs = target, outputs
    tell_stack(stack, "CREATE_COMPLETE")


def update(site: Site, target: Target, *, on_failure: str = "ROLLBACK") -> None:
    """Bring a stack's resources to a new target; on a failure bring them back to what they were."""
    stack = site.stack
    tell_stack(stack, "UPDATE_IN_PROGRESS", "User Initiated")
    stack.updated = now()
    before = dict(stack.resources)
    done: list[Done] = []
    try:
        _advance(site, target, done)
        outputs = _outputs(stack, target)
    except (StepFailed, *RESOURCE_FAILURES) as error:
        reason = _stack_reason(error, "update")
        if on_failure == "DO_NOTHING":
            tell_stack(stack, "UPDATE_FAILED", reason)
        else:
            _undo_update(site, Rollback(done=tuple(done), before=before), reason)
        return
    stack.target, stack.outputs = target, outputs
    tell_stack(stack, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
    _clean_up(site, target, done, before)
    tell_stack(stack, "UPDATE_COMPLETE")


def delete(site: Site, *, retained: frozenset[str] = frozenset()) -> None:
    """Delete a stack's resources in reverse order, but those that a policy or the caller keeps."""
    stack = site.stack
    tell_stack(stack, "DELETE_IN_PROGRESS", "User Initiated")
    failed = [
        resource.logical_id for resource in reversed(list(_ordered(stack))) if not _deleted(site, resource, retained)
    ]
    if failed:
        tell_stack(stack, "DELETE_FAILED", f"The following resource(s) failed to delete: [{', '.join(failed)}].")
        return
    stack.deleted = now()
    tell_stack(stack, "DELETE_COMPLETE")


def _advance(site: Site, target: Target, done: list[Done]) -> None:
    for logical_id in target.order:
        raw = target.template["Resources"][logical_id]
        scope = make_scope(target, site.stack.resources, stack_id=site.stack.stack_id, stack_name=site.stack.name)
        properties: Record = resolve(raw.get("Properties", {}), scope)
        _bring(site, logical_id, raw, properties, done)


def _bring(site: Site, logical_id: str, raw: Record, properties: Record, done: list[Done]) -> None:
    present = site.stack.resources.get(logical_id)
    if present is None:
        done.append(Done(before=None, after=make(site, logical_id, raw, properties)))
    elif present.type_name != raw["Type"] or _needs_successor(present, properties):
        done.append(Done(before=present, after=make_anew(site, present, raw, properties)))
    elif present.properties != properties:
        # Noted before it is tried: a change that fails halfway has to be taken back too.
        done.append(Done(before=present, after=replace(present, properties=properties)))
        change(site, present, raw, properties)
    else:
        site.stack.resources[logical_id] = replace(present, raw=raw)


def _needs_successor(present: Resource, properties: Record) -> bool:
    return any(
        replacement(present.type_name, name, present.properties.get(name), properties.get(name)) == "Always"
        for name in {**present.properties, **properties}
    )


def _undo_create(site: Site, done: list[Done], reason: str, on_failure: str) -> None:
    stack = site.stack
    if on_failure == "DO_NOTHING":
        tell_stack(stack, "CREATE_FAILED", reason)
        return
    deleting = on_failure == "DELETE"
    words = "Delete" if deleting else "Rollback"
    tell_stack(
        stack, "DELETE_IN_PROGRESS" if deleting else "ROLLBACK_IN_PROGRESS", f"{reason} {words} requested by user."
    )
    failed = [step.after.logical_id for step in reversed(done) if not _deleted(site, step.after, frozenset(), "Delete")]
    if failed:
        trouble = f"The following resource(s) failed to delete: [{', '.join(failed)}]."
        tell_stack(stack, "DELETE_FAILED" if deleting else "ROLLBACK_FAILED", trouble)
        return
    stack.resources.clear()
    if deleting:
        stack.deleted = now()
    tell_stack(stack, "DELETE_COMPLETE" if deleting else "ROLLBACK_COMPLETE")


def continue_rollback(site: Site, *, skipped: frozenset[str] = frozenset()) -> None:
    """Go on with a rollback of an update that failed itself, leaving out resources that the caller gives up."""
    stack = site.stack
    rollback = stack.rollback
    if isinstance(rollback, Rollback):
        kept = tuple(step for step in rollback.done if step.after.logical_id not in skipped)
        _undo_update(site, replace(rollback, done=kept), "User Initiated")


def _undo_update(site: Site, rollback: Rollback, reason: str) -> None:
    stack = site.stack
    stack.rollback = rollback
    tell_stack(stack, "UPDATE_ROLLBACK_IN_PROGRESS", reason)
    try:
        for step in reversed(rollback.done):
            _take_back(site, step)
    except StepFailed as failure:
        trouble = f"The following resource(s) failed to update: [{failure.logical_id}]."
        tell_stack(stack, "UPDATE_ROLLBACK_FAILED", trouble)
        return
    tell_stack(stack, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
    for step in reversed(rollback.done):
        if step.made_something:
            remove(site, step.after)
    settled = {name: _settled(stack, name) for name in rollback.before}
    stack.resources = {name: replace(item, status=settled[name], reason="") for name, item in rollback.before.items()}
    stack.rollback = None
    tell_stack(stack, "UPDATE_ROLLBACK_COMPLETE")


def _settled(stack: Stack, name: str) -> str:
    status = stack.resources[name].status if name in stack.resources else "UPDATE_COMPLETE"
    return "UPDATE_COMPLETE" if status.endswith("FAILED") else status


def _take_back(site: Site, step: Done) -> None:
    if step.before is None:
        return
    if not step.made_something:
        change(site, step.after, step.before.raw, step.before.properties)
        return
    for status in ("UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"):
        tell_resource(
            site.stack, step.before.logical_id, step.before.type_name, status, physical_id=step.before.physical_id
        )
    site.stack.resources[step.before.logical_id] = step.before


def _clean_up(site: Site, target: Target, done: list[Done], before: dict[str, Resource]) -> None:
    replaced = {step.before.logical_id: step.before for step in done if step.before is not None and step.made_something}
    for logical_id in reversed(before):
        resource = before[logical_id]
        if logical_id in replaced:
            remove(site, resource, policy=str(resource.raw.get("UpdateReplacePolicy", "Delete")))
        elif logical_id not in target.order:
            remove(site, resource, policy=_policy(resource))
            site.stack.resources.pop(logical_id, None)


def _deleted(site: Site, resource: Resource, retained: frozenset[str], policy: str = "") -> bool:
    kept = "Retain" if resource.logical_id in retained else policy or _policy(resource)
    if not remove(site, resource, policy=kept):
        return False
    site.stack.resources.pop(resource.logical_id, None)
    return True


def _policy(resource: Resource) -> str:
    return str(resource.raw.get("DeletionPolicy", "Delete")).replace("RetainExceptOnCreate", "Retain")


def _ordered(stack: Stack) -> list[Resource]:
    order = stack.target.order if stack.target is not None else ()
    placed = [stack.resources[name] for name in order if name in stack.resources]
    return placed + [item for name, item in stack.resources.items() if name not in order]


def _outputs(stack: Stack, target: Target) -> list[Record]:
    scope = make_scope(target, stack.resources, stack_id=stack.stack_id, stack_name=stack.name)
    outputs = []
    for name, raw in target.template.get("Outputs", {}).items():
        if "Condition" in raw and not target.conditions[raw["Condition"]]:
            continue
        output: Record = {"OutputKey": name, "OutputValue": resolve(raw["Value"], scope)}
        if "Description" in raw:
            output["Description"] = raw["Description"]
        if "Export" in raw:
            output["ExportName"] = resolve(raw["Export"]["Name"], scope)
        outputs.append(output)
    return outputs


def _stack_reason(error: Exception, verb: str) -> str:
    if isinstance(error, StepFailed):
        return f"The following resource(s) failed to {verb}: [{error.logical_id}]."
    return reason_of(error)
