"""Understanding what a stack shall become, and what the names in its template mean."""

from collections.abc import Mapping, Sequence

from designer.sandbox.address import ACCOUNT_ID, REGION
from designer.sandbox.documents import Record, Value
from designer.sandbox.stacks.dependencies import check_references, in_order
from designer.sandbox.stacks.intrinsics import NO_VALUE, UNKNOWN, Scope, evaluate_conditions
from designer.sandbox.stacks.model import Resource, Target
from designer.sandbox.stacks.parameters import resolve_parameters, typed_value
from designer.sandbox.stacks.schemas import schema_of
from designer.sandbox.stacks.template import read_template
from designer.sandbox.types.table import RESOURCE_TYPES
from designer.sandbox.wire.api_error import ApiError

_IAM_NAMES = {
    "AWS::IAM::Role": "RoleName",
    "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
    "AWS::IAM::User": "UserName",
}
_IAM_TYPES = frozenset({*_IAM_NAMES, "AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::Group"})


def build_target(
    text: str, given: Mapping[str, str], *, tags: Sequence[Record] = (), capabilities: Sequence[str] = ()
) -> Target:
    """Return what a template and parameters make; refuse what CloudFormation would refuse before it begins."""
    template = read_template(text)
    _check_types(template)
    check_references(template)
    parameters = resolve_parameters(template, given)
    _check_capabilities(template, capabilities)
    declared: Record = template.get("Parameters", {})
    conditions = evaluate_conditions(
        template, lambda name: _known_name(name, declared, parameters, stack_id=UNKNOWN, stack_name=UNKNOWN)
    )
    kept = {
        logical_id: resource for logical_id, resource in template["Resources"].items() if _is_kept(resource, conditions)
    }
    return Target(
        text=text, template=template, parameters=parameters, conditions=conditions, order=in_order(kept),
        tags=tuple(tags), capabilities=tuple(capabilities),
    )  # fmt: skip


def needed_capabilities(template: Record) -> list[str]:
    """Return the capabilities that a template asks its deployer to grant."""
    resources = [item for item in template["Resources"].values() if item["Type"] in _IAM_TYPES]
    named = any(_IAM_NAMES.get(item["Type"], "") in item.get("Properties", {}) for item in resources)
    if not resources:
        return []
    return ["CAPABILITY_NAMED_IAM"] if named else ["CAPABILITY_IAM"]


def make_scope(target: Target, resources: Mapping[str, Resource], *, stack_id: str, stack_name: str) -> Scope:
    """Return the scope in which a target's values are read, given the resources that exist."""
    declared: Record = target.template.get("Parameters", {})

    def reference(name: str) -> Value:
        if name in target.template["Resources"]:
            return resources[name].physical_id if name in resources else UNKNOWN
        return _known_name(name, declared, target.parameters, stack_id=stack_id, stack_name=stack_name)

    def attribute(logical_id: str, name: str) -> Value:
        if logical_id not in resources:
            return UNKNOWN
        known = resources[logical_id].attributes
        if name not in known:
            type_name = resources[logical_id].type_name
            raise ApiError("ValidationError", f"Template error: resource {logical_id} of type {type_name} does not "
                           f"support attribute type {name} in Fn::GetAtt")  # fmt: skip
        return known[name]

    return Scope(
        mappings=target.template.get("Mappings", {}),
        conditions=target.conditions,
        reference=reference,
        attribute=attribute,
    )


def _known_name(name: str, declared: Record, parameters: Mapping[str, str], *, stack_id: str, stack_name: str) -> Value:
    if name in parameters:
        return typed_value(declared[name], parameters[name])
    pseudo = {
        "AWS::AccountId": ACCOUNT_ID,
        "AWS::Region": REGION,
        "AWS::Partition": "aws",
        "AWS::URLSuffix": "amazonaws.com",
        "AWS::StackId": stack_id,
        "AWS::StackName": stack_name,
        "AWS::NotificationARNs": [],
        "AWS::NoValue": NO_VALUE,
    }
    if name not in pseudo:
        raise ApiError("ValidationError", f"Template format error: Unresolved resource dependencies [{name}]")
    return pseudo[name]


def _is_kept(resource: Record, conditions: Mapping[str, bool]) -> bool:
    name = resource.get("Condition")
    if name is None:
        return True
    if name not in conditions:
        raise ApiError("ValidationError", f"Template format error: Unresolved condition dependency {name}")
    return conditions[name]


def _check_types(template: Record) -> None:
    types = {resource["Type"] for resource in template["Resources"].values()}
    unknown = sorted(name for name in types - set(RESOURCE_TYPES) if schema_of(name) is None)
    if unknown:
        raise ApiError("ValidationError", f"Template format error: Unrecognized resource types: [{', '.join(unknown)}]")
    missing = sorted(types - set(RESOURCE_TYPES))
    if missing:
        raise ApiError("ValidationError", f"The sandbox cannot make resources of type [{', '.join(missing)}]. AWS can.")


def _check_capabilities(template: Record, granted: Sequence[str]) -> None:
    needed = needed_capabilities(template)
    if not needed or "CAPABILITY_NAMED_IAM" in granted or set(needed) <= set(granted):
        return
    raise ApiError("InsufficientCapabilitiesException", f"Requires capabilities : [{', '.join(needed)}]")
