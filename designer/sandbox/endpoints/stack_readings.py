"""CloudFormation: reading stacks, resources, events, templates and drift."""

from uuid import uuid4

from designer.sandbox.documents import Record
from designer.sandbox.stacks.account import StackAccount
from designer.sandbox.stacks.drift import detect_drift as look_for_drift
from designer.sandbox.stacks.model import Resource, Stack
from designer.sandbox.stacks.parameters import shown_parameters
from designer.sandbox.stacks.schemas import schema_of
from designer.sandbox.stacks.target import needed_capabilities
from designer.sandbox.stacks.template import read_template
from designer.sandbox.wire.api_error import ApiError


def describe_stacks(account: StackAccount, parameters: Record) -> Record:
    """Tell about a stack, or about all that are alive."""
    if "StackName" in parameters:
        return {"Stacks": [_description(account.stack(parameters["StackName"]))]}
    return {"Stacks": [_description(stack) for stack in account.store.all() if stack.deleted is None]}


def list_stacks(account: StackAccount, parameters: Record) -> Record:
    """List stacks by status, deleted ones too."""
    wanted = parameters.get("StackStatusFilter", [])
    stacks = [stack for stack in account.store.all() if not wanted or stack.status in wanted]
    return {"StackSummaries": [_heading(stack) for stack in stacks]}


def describe_stack_events(account: StackAccount, parameters: Record) -> Record:
    """Tell the events of a stack, the newest first."""
    return {"StackEvents": list(reversed(account.stack(parameters["StackName"]).events))}


def describe_stack_resources(account: StackAccount, parameters: Record) -> Record:
    """Tell about the resources of a stack, or about one of them."""
    stack = account.stack(parameters["StackName"])
    wanted = parameters.get("LogicalResourceId")
    found = [item for item in stack.resources.values() if wanted in {None, item.logical_id}]
    place = {"StackId": stack.stack_id, "StackName": stack.name}
    return {"StackResources": [{**place, **_resource(item), "Timestamp": item.changed} for item in found]}


def describe_stack_resource(account: StackAccount, parameters: Record) -> Record:
    """Tell about one resource of a stack."""
    stack = account.stack(parameters["StackName"])
    logical_id = parameters["LogicalResourceId"]
    if logical_id not in stack.resources:
        raise ApiError("ValidationError", f"Resource {logical_id} does not exist for stack {stack.name}")
    item = stack.resources[logical_id]
    place = {"StackId": stack.stack_id, "StackName": stack.name, "LastUpdatedTimestamp": item.changed}
    return {"StackResourceDetail": {**place, **_resource(item)}}


def list_stack_resources(account: StackAccount, parameters: Record) -> Record:
    """List the resources of a stack."""
    resources = account.stack(parameters["StackName"]).resources.values()
    return {"StackResourceSummaries": [{**_resource(item), "LastUpdatedTimestamp": item.changed} for item in resources]}


def get_template(account: StackAccount, parameters: Record) -> Record:
    """Return the template of a stack, or of a change set of it."""
    stack = account.stack(parameters["StackName"])
    change_set = stack.change_sets.get(parameters.get("ChangeSetName", ""))
    target = change_set.target if change_set is not None else stack.target
    return {"TemplateBody": target.text if target is not None else "", "StagesAvailable": ["Original", "Processed"]}


def validate_template(account: StackAccount, parameters: Record) -> Record:
    """Check that a template can be read and tell its parameters and capabilities."""
    template = read_template(account.template_text(parameters) or "")
    unknown = [item["Type"] for item in template["Resources"].values() if schema_of(item["Type"]) is None]
    if unknown:
        raise ApiError("ValidationError", f"Template format error: Unrecognized resource types: [{', '.join(unknown)}]")
    return {
        "Parameters": [
            {"ParameterKey": name, "DefaultValue": rules.get("Default"), "NoEcho": bool(rules.get("NoEcho")),
             "Description": rules.get("Description")}
            for name, rules in template.get("Parameters", {}).items()
        ],
        "Description": template.get("Description"),
        "Capabilities": needed_capabilities(template),
    }  # fmt: skip


def list_exports(account: StackAccount, _parameters: Record) -> Record:
    """List what stacks export."""
    alive = [stack for stack in account.store.all() if stack.deleted is None]
    return {
        "Exports": [
            {"ExportingStackId": stack.stack_id, "Name": output["ExportName"], "Value": output["OutputValue"]}
            for stack in alive
            for output in stack.outputs
            if "ExportName" in output
        ]
    }


def detect_stack_drift(account: StackAccount, parameters: Record) -> Record:
    """Compare a stack's resources with their services; it is done when this returns."""
    stack = account.stack(parameters["StackName"])
    look_for_drift(account.site(stack))
    return {"StackDriftDetectionId": f"{stack.stack_id}#{uuid4()}"}


def describe_stack_drift_detection_status(account: StackAccount, parameters: Record) -> Record:
    """Tell how a search for drift has ended."""
    detection = parameters["StackDriftDetectionId"]
    stack = account.stack(detection.partition("#")[0])
    drifted = [item for item in stack.drifts if item["StackResourceDriftStatus"] in {"MODIFIED", "DELETED"}]
    return {
        "StackId": stack.stack_id,
        "StackDriftDetectionId": detection,
        "StackDriftStatus": stack.drift,
        "DetectionStatus": "DETECTION_COMPLETE",
        "DriftedStackResourceCount": len(drifted),
        "Timestamp": stack.drift_checked,
    }


def describe_stack_resource_drifts(account: StackAccount, parameters: Record) -> Record:
    """Tell what the last search for drift found, resource by resource."""
    wanted = parameters.get("StackResourceDriftStatusFilters", [])
    drifts = account.stack(parameters["StackName"]).drifts
    return {
        "StackResourceDrifts": [item for item in drifts if not wanted or item["StackResourceDriftStatus"] in wanted]
    }


def _heading(stack: Stack) -> Record:
    return {
        "StackId": stack.stack_id,
        "StackName": stack.name,
        "CreationTime": stack.created,
        "LastUpdatedTime": stack.updated,
        "DeletionTime": stack.deleted,
        "StackStatus": stack.status,
        "StackStatusReason": stack.reason or None,
        "DriftInformation": {"StackDriftStatus": stack.drift, "LastCheckTimestamp": stack.drift_checked},
    }


def _description(stack: Stack) -> Record:
    target = stack.target
    described = {**_heading(stack), "DisableRollback": False, "Outputs": stack.outputs,
                 "EnableTerminationProtection": stack.protected, "RoleARN": stack.role_arn or None}  # fmt: skip
    if target is None:
        return described
    return {
        **described,
        "Description": target.template.get("Description"),
        "Parameters": shown_parameters(target.template, target.parameters),
        "Capabilities": list(target.capabilities),
        "Tags": list(target.tags),
    }


def _resource(item: Resource) -> Record:
    return {
        "LogicalResourceId": item.logical_id,
        "PhysicalResourceId": item.physical_id,
        "ResourceType": item.type_name,
        "ResourceStatus": item.status,
        "ResourceStatusReason": item.reason or None,
        "DriftInformation": {"StackResourceDriftStatus": item.drift},
    }
