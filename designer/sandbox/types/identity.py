"""IAM's types."""

import json
from collections.abc import Mapping

from designer.sandbox.address import ACCOUNT_ID
from designer.sandbox.documents import Record, Value
from designer.sandbox.types.names import generated_name
from designer.sandbox.types.resource_type import ResourceType, Work

_LONGEST_ROLE = 64


def _document(value: Value) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _create_role(work: Work) -> str:
    properties, client = work.properties, work.client("iam")
    name = str(properties.get("RoleName") or generated_name(work.stack_name, work.logical_id, longest=_LONGEST_ROLE))
    optional = ("Path", "Description", "MaxSessionDuration", "Tags", "PermissionsBoundary")
    given = {key: properties[key] for key in optional if key in properties}
    client.create_role(
        RoleName=name, AssumeRolePolicyDocument=_document(properties["AssumeRolePolicyDocument"]), **given
    )
    created = work.with_physical_id(name)
    try:
        _put_policies(created, {})
        _attach(created, ())
    except Exception:
        _delete_role(created)
        raise
    return name


def _update_role(work: Work) -> None:
    client, name, properties = work.client("iam"), work.physical_id, work.properties
    trust = _document(properties["AssumeRolePolicyDocument"])
    client.update_assume_role_policy(RoleName=name, PolicyDocument=trust)
    client.update_role(
        RoleName=name,
        Description=properties.get("Description", ""),
        MaxSessionDuration=int(properties.get("MaxSessionDuration", 3600)),
    )
    if properties.get("Tags"):
        client.tag_role(RoleName=name, Tags=properties["Tags"])
    _put_policies(work, _inline(work.before))
    _attach(work, tuple(work.before.get("ManagedPolicyArns", ())))


def _inline(properties: Record) -> Mapping[str, Value]:
    return {policy["PolicyName"]: policy["PolicyDocument"] for policy in properties.get("Policies", [])}


def _put_policies(work: Work, before: Mapping[str, Value]) -> None:
    client, wanted = work.client("iam"), _inline(work.properties)
    for name, document in wanted.items():
        client.put_role_policy(RoleName=work.physical_id, PolicyName=name, PolicyDocument=_document(document))
    for name in set(before) - set(wanted):
        client.delete_role_policy(RoleName=work.physical_id, PolicyName=name)


def _attach(work: Work, before: tuple[str, ...]) -> None:
    client, wanted = work.client("iam"), tuple(work.properties.get("ManagedPolicyArns", ()))
    for arn in wanted:
        if arn not in before:
            _ensure_managed(client, arn)
            client.attach_role_policy(RoleName=work.physical_id, PolicyArn=arn)
    for arn in before:
        if arn not in wanted:
            client.detach_role_policy(RoleName=work.physical_id, PolicyArn=arn)


def _ensure_managed(client: Value, arn: str) -> None:
    """Refuse a policy that neither this account nor AWS has; AWS's own are taken on trust."""
    if not arn.startswith("arn:aws:iam::aws:policy/"):
        client.get_policy(PolicyArn=arn)


def _delete_role(work: Work) -> None:
    client, name = work.client("iam"), work.physical_id
    for policy in client.list_attached_role_policies(RoleName=name)["AttachedPolicies"]:
        client.detach_role_policy(RoleName=name, PolicyArn=policy["PolicyArn"])
    # Policies of other resources hang on the role too; AWS would refuse, but they are gone by then in any sound order.
    for policy in client.list_role_policies(RoleName=name)["PolicyNames"]:
        client.delete_role_policy(RoleName=name, PolicyName=policy)
    client.delete_role(RoleName=name)


def _role_attributes(work: Work) -> Record:
    role = work.client("iam").get_role(RoleName=work.physical_id)["Role"]
    return {"Arn": role["Arn"], "RoleId": role["RoleId"]}


def _actual_role(work: Work) -> Record:
    client, name = work.client("iam"), work.physical_id
    role = client.get_role(RoleName=name)["Role"]
    own = {policy["PolicyName"] for policy in work.properties.get("Policies", [])}
    names = [policy for policy in client.list_role_policies(RoleName=name)["PolicyNames"] if policy in own]
    policies = [
        {
            "PolicyName": policy,
            "PolicyDocument": client.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"],
        }
        for policy in names
    ]
    attached = [item["PolicyArn"] for item in client.list_attached_role_policies(RoleName=name)["AttachedPolicies"]]
    return {
        "RoleName": name,
        "AssumeRolePolicyDocument": role["AssumeRolePolicyDocument"],
        "Policies": sorted(policies, key=lambda policy: _place(policy, work.properties.get("Policies", []))),
        "ManagedPolicyArns": sorted(
            attached, key=lambda arn: str(work.properties.get("ManagedPolicyArns", [])).find(arn)
        ),
    }


def _place(policy: Record, wanted: list[Record]) -> int:
    names = [item["PolicyName"] for item in wanted]
    return names.index(policy["PolicyName"])


def _put_inline(work: Work) -> None:
    client, properties = work.client("iam"), work.properties
    for role in _roles(properties):
        client.put_role_policy(
            RoleName=role, PolicyName=properties["PolicyName"], PolicyDocument=_document(properties["PolicyDocument"])
        )
    for role in set(_roles(work.before)) - set(_roles(properties)):
        client.delete_role_policy(RoleName=role, PolicyName=work.before["PolicyName"])


def _roles(properties: Record) -> list[str]:
    return list(properties.get("Roles", [])) or ([properties["RoleName"]] if "RoleName" in properties else [])


def _create_inline(work: Work) -> str:
    _put_inline(work)
    return f"{work.logical_id}-{work.properties['PolicyName']}"[:128]


def _delete_inline(work: Work) -> None:
    for role in _roles(work.properties):
        work.client("iam").delete_role_policy(RoleName=role, PolicyName=work.properties["PolicyName"])


def _actual_inline(work: Work) -> Record:
    found = dict(work.properties)
    for role in _roles(work.properties):
        policy = work.client("iam").get_role_policy(RoleName=role, PolicyName=work.properties["PolicyName"])
        found["PolicyDocument"] = policy["PolicyDocument"]
    return found


def _create_managed(work: Work) -> str:
    properties, client = work.properties, work.client("iam")
    name = properties.get("ManagedPolicyName") or generated_name(work.stack_name, work.logical_id, longest=128)
    arn = client.create_policy(PolicyName=name, PolicyDocument=_document(properties["PolicyDocument"]))["Policy"]["Arn"]
    for role in _roles(properties):
        client.attach_role_policy(RoleName=role, PolicyArn=arn)
    return str(arn)


def _update_managed(work: Work) -> None:
    client, arn = work.client("iam"), work.physical_id
    document = _document(work.properties["PolicyDocument"])
    client.create_policy_version(PolicyArn=arn, PolicyDocument=document, SetAsDefault=True)
    for role in set(_roles(work.properties)) - set(_roles(work.before)):
        client.attach_role_policy(RoleName=role, PolicyArn=arn)
    for role in set(_roles(work.before)) - set(_roles(work.properties)):
        client.detach_role_policy(RoleName=role, PolicyArn=arn)


def _delete_managed(work: Work) -> None:
    client, arn = work.client("iam"), work.physical_id
    for role in client.list_entities_for_policy(PolicyArn=arn)["PolicyRoles"]:
        client.detach_role_policy(RoleName=role["RoleName"], PolicyArn=arn)
    for version in client.list_policy_versions(PolicyArn=arn)["Versions"]:
        if not version["IsDefaultVersion"]:
            client.delete_policy_version(PolicyArn=arn, VersionId=version["VersionId"])
    client.delete_policy(PolicyArn=arn)


def _actual_managed(work: Work) -> Record:
    client, arn = work.client("iam"), work.physical_id
    version = client.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"]
    document = client.get_policy_version(PolicyArn=arn, VersionId=version)["PolicyVersion"]["Document"]
    return {"PolicyDocument": document}


def _inline_type(name: str) -> ResourceType:
    return ResourceType(
        name=name,
        create=_create_inline,
        update=_put_inline,
        delete=_delete_inline,
        attributes=lambda work: {"Id": work.physical_id},
        actual=_actual_inline,
    )


IDENTITY_TYPES: tuple[ResourceType, ...] = (
    ResourceType(
        name="AWS::IAM::Role",
        create=_create_role,
        update=_update_role,
        delete=_delete_role,
        attributes=_role_attributes,
        actual=_actual_role,
        named_by="RoleName",
    ),
    _inline_type("AWS::IAM::Policy"),
    _inline_type("AWS::IAM::RolePolicy"),
    ResourceType(
        name="AWS::IAM::ManagedPolicy",
        create=_create_managed,
        update=_update_managed,
        delete=_delete_managed,
        attributes=lambda work: {"PolicyArn": work.physical_id, "PolicyId": f"{ACCOUNT_ID}-{work.logical_id}"},
        actual=_actual_managed,
        named_by="ManagedPolicyName",
    ),
)
