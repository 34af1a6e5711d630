"""CloudFormation: change sets."""

from functools import partial

from designer.sandbox.documents import Record
from designer.sandbox.endpoints.stack_calls import REVIEW, is_true, refuse_if_not_updatable, requested_target
from designer.sandbox.stacks import engine
from designer.sandbox.stacks.account import StackAccount
from designer.sandbox.stacks.events import tell_stack
from designer.sandbox.stacks.model import ChangeSet, Stack, Target, new_arn
from designer.sandbox.stacks.parameters import shown_parameters
from designer.sandbox.stacks.plan import NO_CHANGES, differs_otherwise, plan_changes
from designer.sandbox.wire.api_error import ApiError

_CONTEXTS = ("BeforeContext", "AfterContext")
_VALUES = ("BeforeValue", "AfterValue")


def create_change_set(account: StackAccount, parameters: Record) -> Record:
    """Plan a target for a stack that is there, or that shall be."""
    kind = parameters.get("ChangeSetType", "UPDATE")
    name = parameters["ChangeSetName"]
    stack = _existing(account, parameters["StackName"], kind, name)
    if stack is not None and name in stack.change_sets:
        raise ApiError("AlreadyExistsException", f"ChangeSet {name} cannot be created due to a mismatch with existing "
                       f"attribute Template (a change set of this name exists)")  # fmt: skip
    target = requested_target(account, parameters, stack if kind == "UPDATE" else None)
    if stack is None:
        stack = account.store.add(parameters["StackName"], REVIEW)
        stack.role_arn = parameters.get("RoleARN", "")
        tell_stack(stack, REVIEW, "User Initiated")
    change_set = _planned(stack, target, name, kind)
    change_set.description = parameters.get("Description", "")
    change_set.on_failure = parameters.get("OnStackFailure", "ROLLBACK")
    stack.change_sets[name] = change_set
    return {"Id": change_set.change_set_id, "StackId": stack.stack_id}


def describe_change_set(account: StackAccount, parameters: Record) -> Record:
    """Tell what a change set would do."""
    stack, change_set = _found(account, parameters)
    values_too = is_true(parameters.get("IncludePropertyValues"))
    return {
        **_summary(stack, change_set),
        "Parameters": shown_parameters(change_set.target.template, change_set.target.parameters),
        "Capabilities": list(change_set.target.capabilities),
        "Tags": list(change_set.target.tags),
        "Changes": [change if values_too else _without_values(change) for change in change_set.changes],
        "OnStackFailure": change_set.on_failure,
        "IncludeNestedStacks": False,
    }


def list_change_sets(account: StackAccount, parameters: Record) -> Record:
    """List the change sets of a stack."""
    stack = account.stack(parameters["StackName"])
    return {"Summaries": [_summary(stack, change_set) for change_set in stack.change_sets.values()]}


def delete_change_set(account: StackAccount, parameters: Record) -> Record:
    """Drop a change set."""
    stack, change_set = _found(account, parameters)
    stack.change_sets.pop(change_set.name, None)
    return {}


def execute_change_set(account: StackAccount, parameters: Record) -> Record:
    """Start to do what a change set says."""
    stack, change_set = _found(account, parameters)
    if change_set.execution_status != "AVAILABLE":
        raise ApiError(
            "InvalidChangeSetStatus",
            f"ChangeSet [{change_set.change_set_id}] cannot be executed in its current status of [{change_set.status}]",
        )
    change_set.execution_status = "EXECUTE_COMPLETE"
    stack.change_sets.clear()
    on_failure = "DO_NOTHING" if is_true(parameters.get("DisableRollback")) else change_set.on_failure
    if change_set.kind == "CREATE":
        work = partial(engine.create, target=change_set.target, on_failure=on_failure)
        account.start(stack, "CREATE_IN_PROGRESS", work)
    else:
        work = partial(engine.update, target=change_set.target, on_failure=on_failure)
        account.start(stack, "UPDATE_IN_PROGRESS", work)
    return {}


def _existing(account: StackAccount, name: str, kind: str, change_set_name: str) -> Stack | None:
    stack = account.store.find(name)
    if kind == "CREATE":
        if stack is not None and stack.status != REVIEW:
            raise ApiError("ValidationError", f"Stack [{name}] already exists and cannot be created again with the "
                           f"changeSet [{change_set_name}].")  # fmt: skip
        return stack
    if kind != "UPDATE":
        raise ApiError("ValidationError", f"The sandbox makes change sets of type CREATE and UPDATE, not {kind}.")
    if stack is None:
        raise ApiError("ValidationError", f"Stack [{name}] does not exist")
    refuse_if_not_updatable(stack)
    return stack


def _planned(stack: Stack, target: Target, name: str, kind: str) -> ChangeSet:
    changes = plan_changes(stack, target)
    nothing = not changes and not differs_otherwise(stack, target)
    return ChangeSet(
        change_set_id=new_arn(f"changeSet/{name}"),
        name=name,
        kind=kind,
        target=target,
        changes=changes,
        status="FAILED" if nothing else "CREATE_COMPLETE",
        execution_status="UNAVAILABLE" if nothing else "AVAILABLE",
        reason=NO_CHANGES if nothing else "",
    )


def _found(account: StackAccount, parameters: Record) -> tuple[Stack, ChangeSet]:
    name_or_id = parameters["ChangeSetName"]
    stacks = [account.stack(parameters["StackName"])] if "StackName" in parameters else account.store.all()
    for stack in stacks:
        for change_set in stack.change_sets.values():
            if name_or_id in {change_set.change_set_id, change_set.name}:
                return stack, change_set
    raise ApiError("ChangeSetNotFound", f"ChangeSet [{name_or_id}] does not exist", status=404)


def _summary(stack: Stack, change_set: ChangeSet) -> Record:
    summary: Record = {
        "ChangeSetName": change_set.name,
        "ChangeSetId": change_set.change_set_id,
        "StackId": stack.stack_id,
        "StackName": stack.name,
        "Description": change_set.description or None,
        "CreationTime": change_set.created,
        "ExecutionStatus": change_set.execution_status,
        "Status": change_set.status,
        "StatusReason": change_set.reason or None,
    }
    return summary


def _without_values(change: Record) -> Record:
    inner: Record = {name: item for name, item in change["ResourceChange"].items() if name not in _CONTEXTS}
    inner["Details"] = [
        {**detail, "Target": {name: item for name, item in detail["Target"].items() if name not in _VALUES}}
        for detail in inner["Details"]
    ]
    return {**change, "ResourceChange": inner}
