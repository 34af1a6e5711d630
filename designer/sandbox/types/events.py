"""The types of EventBridge, its scheduler and CloudWatch Logs."""

import json

from designer.sandbox.address import ACCOUNT_ID, REGION
from designer.sandbox.documents import Record
from designer.sandbox.types.fit import fitted_call
from designer.sandbox.types.names import generated_name
from designer.sandbox.types.resource_type import ResourceType, Work
from designer.sandbox.types.row import Row, ordinary


def _create_rule(work: Work) -> str:
    name = str(work.properties.get("Name") or generated_name(work.stack_name, work.logical_id, longest=64))
    created = work.with_physical_id(name)
    _put_rule(created)
    try:
        _put_targets(created)
    except Exception:
        work.client("events").delete_rule(Name=name, **_bus(work))
        raise
    return name


def _put_rule(work: Work) -> None:
    wanted = {name: value for name, value in work.properties.items() if name != "Targets"}
    fitted_call(work.client("events"), "put_rule", {**wanted, "Name": work.physical_id})


def _put_targets(work: Work) -> None:
    client = work.client("events")
    wanted = work.properties.get("Targets", [])
    if wanted:
        fitted_call(client, "put_targets", {"Rule": work.physical_id, "Targets": wanted, **_bus(work)})
    kept = {target["Id"] for target in wanted}
    dropped = [target["Id"] for target in work.before.get("Targets", []) if target["Id"] not in kept]
    if dropped:
        client.remove_targets(Rule=work.physical_id, Ids=dropped, **_bus(work))


def _bus(work: Work) -> Record:
    return {"EventBusName": work.properties["EventBusName"]} if "EventBusName" in work.properties else {}


def _update_rule(work: Work) -> None:
    _put_rule(work)
    _put_targets(work)


def _delete_rule(work: Work) -> None:
    client = work.client("events")
    targets = client.list_targets_by_rule(Rule=work.physical_id, **_bus(work))["Targets"]
    if targets:
        client.remove_targets(Rule=work.physical_id, Ids=[target["Id"] for target in targets], **_bus(work))
    client.delete_rule(Name=work.physical_id, **_bus(work))


def _actual_rule(work: Work) -> Record:
    client = work.client("events")
    found: Record = client.describe_rule(Name=work.physical_id, **_bus(work))
    found["Targets"] = client.list_targets_by_rule(Rule=work.physical_id, **_bus(work))["Targets"]
    return found


def _rule_attributes(work: Work) -> Record:
    arn = work.client("events").describe_rule(Name=work.physical_id, **_bus(work))["Arn"]
    return {"Arn": arn, "RuleName": work.physical_id}


def _create_group(work: Work) -> str:
    name = str(work.properties.get("LogGroupName") or generated_name(work.stack_name, work.logical_id, longest=512))
    request: Record = {key: work.properties[key] for key in ("KmsKeyId", "Tags") if key in work.properties}
    fitted_call(work.client("logs"), "create_log_group", {"logGroupName": name, **request})
    _keep_for(work.with_physical_id(name))
    return name


def _keep_for(work: Work) -> None:
    client, days = work.client("logs"), work.properties.get("RetentionInDays")
    if days is not None:
        client.put_retention_policy(logGroupName=work.physical_id, retentionInDays=int(days))
    elif "RetentionInDays" in work.before:
        client.delete_retention_policy(logGroupName=work.physical_id)


def _actual_group(work: Work) -> Record:
    groups = work.client("logs").describe_log_groups(logGroupNamePrefix=work.physical_id)["logGroups"]
    for group in groups:
        if group["logGroupName"] == work.physical_id:
            return {"LogGroupName": work.physical_id, "RetentionInDays": group.get("retentionInDays", 0)}
    raise LookupError(f"log group {work.physical_id} was not found")


def _schedule_request(_work: Work, properties: Record) -> Record:
    target = dict(properties.get("Target", {}))
    if "Input" in target and not isinstance(target["Input"], str):
        target["Input"] = json.dumps(target["Input"])
    return {**properties, "Target": target}


SCHEDULE = Row(
    name="AWS::Scheduler::Schedule",
    service="scheduler",
    create="create_schedule",
    update="update_schedule",
    delete="delete_schedule",
    read="get_schedule",
    named_by="Name",
    longest_name=64,
    key={"Name": "{id}"},
    attributes={"Arn": "Arn"},
    adapt=_schedule_request,
)

EVENT_TYPES: tuple[ResourceType, ...] = (
    ResourceType(
        name="AWS::Events::Rule",
        create=_create_rule,
        update=_update_rule,
        delete=_delete_rule,
        attributes=_rule_attributes,
        actual=_actual_rule,
        named_by="Name",
    ),
    ResourceType(
        name="AWS::Logs::LogGroup",
        create=_create_group,
        update=_keep_for,
        delete=lambda work: work.client("logs").delete_log_group(logGroupName=work.physical_id),
        attributes=lambda work: {"Arn": f"arn:aws:logs:{REGION}:{ACCOUNT_ID}:log-group:{work.physical_id}:*"},
        actual=_actual_group,
        named_by="LogGroupName",
    ),
    ordinary(SCHEDULE),
)
