"""Comparing a stack's resources with what their services say they are now."""

import json
from dataclasses import replace

from designer.sandbox.documents import Record
from designer.sandbox.stacks.failures import RESOURCE_FAILURES, is_gone
from designer.sandbox.stacks.model import Resource, now
from designer.sandbox.stacks.steps import Site, work_on
from designer.sandbox.types.fit import comparable, covers
from designer.sandbox.types.table import RESOURCE_TYPES


def detect_drift(site: Site) -> None:
    """Look at every resource of a stack and note on it what has drifted."""
    stack = site.stack
    stack.drifts = [_drift(site, resource) for resource in stack.resources.values()]
    for drift in stack.drifts:
        logical_id = drift["LogicalResourceId"]
        stack.resources[logical_id] = replace(stack.resources[logical_id], drift=drift["StackResourceDriftStatus"])
    drifted = any(drift["StackResourceDriftStatus"] in {"MODIFIED", "DELETED"} for drift in stack.drifts)
    stack.drift = "DRIFTED" if drifted else "IN_SYNC"
    stack.drift_checked = now()


def _drift(site: Site, resource: Resource) -> Record:
    told: Record = {
        "StackId": site.stack.stack_id,
        "LogicalResourceId": resource.logical_id,
        "PhysicalResourceId": resource.physical_id,
        "ResourceType": resource.type_name,
        "ExpectedProperties": json.dumps(resource.properties),
        "PropertyDifferences": [],
        "Timestamp": now(),
    }
    try:
        actual = RESOURCE_TYPES[resource.type_name].actual(work_on(site, resource, resource.properties))
    except RESOURCE_FAILURES as error:
        return {**told, "StackResourceDriftStatus": "DELETED" if is_gone(error) else "NOT_CHECKED"}
    differences = _differences(resource.properties, actual)
    return {
        **told,
        "ActualProperties": json.dumps({**resource.properties, **_told(resource.properties, actual)}, default=str),
        "PropertyDifferences": differences,
        "StackResourceDriftStatus": "MODIFIED" if differences else "IN_SYNC",
    }


def _told(expected: Record, actual: Record) -> Record:
    """Return what the service tells about the expected properties, under their names in the template."""
    found = {name.lower(): value for name, value in actual.items()}
    return {name: found[name.lower()] for name in expected if name.lower() in found}


def _differences(expected: Record, actual: Record) -> list[Record]:
    return [
        {
            "PropertyPath": f"/{name}",
            "ExpectedValue": json.dumps(expected[name]),
            "ActualValue": json.dumps(value, default=str),
            "DifferenceType": "NOT_EQUAL",
        }
        for name, value in _told(expected, actual).items()
        if not covers(comparable(value), comparable(expected[name]))
    ]
