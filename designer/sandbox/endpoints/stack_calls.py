"""CloudFormation: making, changing and deleting stacks directly."""

from functools import partial

from designer.sandbox.documents import Record
from designer.sandbox.stacks import engine
from designer.sandbox.stacks.account import StackAccount
from designer.sandbox.stacks.model import Stack, Target
from designer.sandbox.stacks.parameters import given_parameters
from designer.sandbox.stacks.plan import differs_otherwise, plan_changes
from designer.sandbox.stacks.target import build_target
from designer.sandbox.wire.api_error import ApiError

REVIEW = "REVIEW_IN_PROGRESS"
_DELETABLE_WHILE_BUSY = frozenset({REVIEW})


def create_stack(account: StackAccount, parameters: Record) -> Record:
    """Create a stack and start the work on it."""
    name = parameters["StackName"]
    if account.store.find(name) is not None:
        raise ApiError("AlreadyExistsException", f"Stack [{name}] already exists")
    target = requested_target(account, parameters, None)
    stack = account.store.add(name, "CREATE_IN_PROGRESS")
    stack.role_arn = parameters.get("RoleARN", "")
    stack.protected = is_true(parameters.get("EnableTerminationProtection"))
    on_failure = "DO_NOTHING" if is_true(parameters.get("DisableRollback")) else parameters.get("OnFailure", "ROLLBACK")
    account.start(stack, "CREATE_IN_PROGRESS", partial(engine.create, target=target, on_failure=on_failure))
    return {"StackId": stack.stack_id}


def update_stack(account: StackAccount, parameters: Record) -> Record:
    """Start to bring a stack to a new target."""
    stack = account.stack(parameters["StackName"])
    refuse_if_not_updatable(stack)
    target = requested_target(account, parameters, stack)
    if not plan_changes(stack, target) and not differs_otherwise(stack, target):
        raise ApiError("ValidationError", "No updates are to be performed.")
    on_failure = "DO_NOTHING" if is_true(parameters.get("DisableRollback")) else "ROLLBACK"
    account.start(stack, "UPDATE_IN_PROGRESS", partial(engine.update, target=target, on_failure=on_failure))
    return {"StackId": stack.stack_id}


def delete_stack(account: StackAccount, parameters: Record) -> Record:
    """Start to delete a stack; one that is not there is as good as deleted."""
    stack = account.store.find(parameters["StackName"])
    if stack is None or stack.deleted is not None:
        return {}
    if stack.protected:
        raise ApiError(
            "ValidationError", f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled"
        )
    if stack.status.endswith("IN_PROGRESS") and stack.status not in _DELETABLE_WHILE_BUSY:
        raise ApiError("ValidationError", f"Stack [{stack.name}] is in {stack.status} state and cannot be deleted")
    retained = frozenset(parameters.get("RetainResources", []))
    account.start(stack, "DELETE_IN_PROGRESS", partial(engine.delete, retained=retained))
    return {}


def continue_update_rollback(account: StackAccount, parameters: Record) -> Record:
    """Go on with a rollback that has failed."""
    stack = account.stack(parameters["StackName"])
    if stack.status != "UPDATE_ROLLBACK_FAILED":
        raise ApiError(
            "ValidationError", f"Stack:{stack.stack_id} is in {stack.status} state and cannot be rolled back"
        )
    skipped = frozenset(parameters.get("ResourcesToSkip", []))
    account.start(stack, "UPDATE_ROLLBACK_IN_PROGRESS", partial(engine.continue_rollback, skipped=skipped))
    return {}


def update_termination_protection(account: StackAccount, parameters: Record) -> Record:
    """Protect a stack from deletion, or stop doing so."""
    stack = account.stack(parameters["StackName"])
    stack.protected = is_true(parameters.get("EnableTerminationProtection"))
    return {"StackId": stack.stack_id}


def requested_target(account: StackAccount, parameters: Record, stack: Stack | None) -> Target:
    """Return the target that a request describes, taking from the stack what it says to keep."""
    previous = stack.target if stack is not None else None
    text = account.template_text(parameters)
    if text is None and previous is not None and is_true(parameters.get("UsePreviousTemplate")):
        text = previous.text
    if text is None:
        raise ApiError("ValidationError", "Either Template URL or Template Body must be specified.")
    given = given_parameters(parameters.get("Parameters", []), previous.parameters if previous is not None else {})
    tags = parameters.get("Tags", previous.tags if previous is not None else ())
    return build_target(text, given, tags=tags, capabilities=parameters.get("Capabilities", []))


def refuse_if_not_updatable(stack: Stack) -> None:
    """Refuse to change a stack that is busy, deleted or dead after a failed creation."""
    status = stack.status
    updatable = status.endswith("_COMPLETE") and status not in {"ROLLBACK_COMPLETE", "DELETE_COMPLETE"}
    if updatable or status == "UPDATE_FAILED":
        return
    raise ApiError("ValidationError", f"Stack:{stack.stack_id} is in {status} state and can not be updated.")


def is_true(value: object) -> bool:
    """Read a boolean as the query protocol writes it."""
    return str(value).lower() == "true"
