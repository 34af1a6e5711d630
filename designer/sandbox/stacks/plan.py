"""Saying beforehand what a target would change in a stack."""

import json
from collections.abc import Mapping

from designer.sandbox.documents import Record, Value
from designer.sandbox.stacks.dependencies import named_in
from designer.sandbox.stacks.intrinsics import UNKNOWN, resolve
from designer.sandbox.stacks.model import Resource, Stack, Target
from designer.sandbox.stacks.schemas import replacement
from designer.sandbox.stacks.target import make_scope

NO_CHANGES = "The submitted information didn't contain changes. Submit different information to create a change set."
_REPLACEMENT = {"Always": "True", "Conditionally": "Conditional", "Never": "False"}
_POLICIES = ("DeletionPolicy", "UpdateReplacePolicy", "Metadata")


def plan_changes(stack: Stack, target: Target) -> list[Record]:
    """Return the changes in the form of DescribeChangeSet, those of existing resources after the order of the work."""
    kept: dict[str, Resource] = {}
    changes: list[Record] = []
    for logical_id in target.order:
        raw = target.template["Resources"][logical_id]
        scope = make_scope(target, kept, stack_id=stack.stack_id, stack_name=stack.name)
        properties: Record = resolve(raw.get("Properties", {}), scope)
        present = stack.resources.get(logical_id)
        change = _change(present, logical_id, raw, properties, _changed_parameters(stack, target))
        if present is not None and (change is None or change.get("Replacement") != "True"):
            kept[logical_id] = present
        if change is not None:
            changes.append(change)
    removed = [resource for name, resource in stack.resources.items() if name not in target.order]
    changes.extend(_removal(resource) for resource in removed)
    return [{"Type": "Resource", "ResourceChange": change} for change in changes]


def differs_otherwise(stack: Stack, target: Target) -> bool:
    """Tell whether a target changes a stack without changing a resource: outputs or tags."""
    if stack.target is None:
        return True
    outputs_differ: bool = stack.target.template.get("Outputs") != target.template.get("Outputs")
    return outputs_differ or stack.target.tags != target.tags


def _change(
    present: Resource | None, logical_id: str, raw: Record, properties: Record, changed: set[str]
) -> Record | None:
    if present is None:
        return {"Action": "Add", "LogicalResourceId": logical_id, "ResourceType": raw["Type"], "Scope": [],
                "Details": [],
                "AfterContext": _context(properties)}  # fmt: skip
    details = _details(present, raw, properties, changed)
    scope = ["Properties"] if details else []
    scope += [name for name in _POLICIES if present.raw.get(name) != raw.get(name)]
    other_type = present.type_name != raw["Type"]
    if not scope and not other_type:
        return None
    worst = "Always" if other_type else _worst(details)
    return {
        "Action": "Modify",
        "LogicalResourceId": logical_id,
        "PhysicalResourceId": present.physical_id,
        "ResourceType": raw["Type"],
        "Replacement": _REPLACEMENT[worst],
        "Scope": scope,
        "Details": details,
        "BeforeContext": _context(present.properties),
        "AfterContext": _context(properties),
    }


def _removal(resource: Resource) -> Record:
    policy = resource.raw.get("DeletionPolicy", "Delete")
    return {
        "Action": "Remove",
        "LogicalResourceId": resource.logical_id,
        "PhysicalResourceId": resource.physical_id,
        "ResourceType": resource.type_name,
        "Scope": [],
        "Details": [],
        "PolicyAction": "Retain" if policy.startswith("Retain") else "Delete",
        "BeforeContext": _context(resource.properties),
    }


def _details(present: Resource, raw: Record, properties: Record, changed: set[str]) -> list[Record]:
    names = [
        name for name in {**present.properties, **properties} if present.properties.get(name) != properties.get(name)
    ]
    return [_detail(name, present, raw.get("Properties", {}), properties, changed) for name in names]


def _detail(name: str, present: Resource, raw: Record, properties: Record, changed: set[str]) -> Record:
    before, after = present.properties.get(name), properties.get(name)
    source, cause = _source(present.raw.get("Properties", {}).get(name), raw.get(name), changed)
    target: Record = {
        "Attribute": "Properties",
        "Name": name,
        "RequiresRecreation": replacement(present.type_name, name, before, after),
        "Path": f"/Properties/{name}",
        "AttributeChangeType": "Add" if before is None else "Remove" if after is None else "Modify",
    }
    if before is not None:
        target["BeforeValue"] = _value(before)
    if after is not None:
        target["AfterValue"] = _value(after)
    evaluation = "Dynamic" if UNKNOWN in _value(after) else "Static"
    return {
        "Target": target,
        "Evaluation": evaluation,
        "ChangeSource": source,
        **({"CausingEntity": cause} if cause else {}),
    }


def _source(before: Value, after: Value, changed: set[str]) -> tuple[str, str]:
    if before != after:
        return "DirectModification", ""
    for name in named_in(after):
        if name in changed:
            return "ParameterReference", name
    return "ResourceReference", next(named_in(after), "")


def _changed_parameters(stack: Stack, target: Target) -> set[str]:
    before: Mapping[str, str] = stack.target.parameters if stack.target is not None else {}
    return {name for name, value in target.parameters.items() if before.get(name) != value}


def _worst(details: list[Record]) -> str:
    found = {detail["Target"]["RequiresRecreation"] for detail in details}
    return next((level for level in ("Always", "Conditionally") if level in found), "Never")


def _context(properties: Record) -> str:
    return _value({"Properties": properties})


def _value(value: Value) -> str:
    return value if isinstance(value, str) else json.dumps(value)
