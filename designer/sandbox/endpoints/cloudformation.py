"""The table of CloudFormation's operations."""

from collections.abc import Callable, Mapping
from functools import partial

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record
from designer.sandbox.endpoints import change_set_calls, stack_calls, stack_readings
from designer.sandbox.stacks.account import StackAccount
from designer.sandbox.wire.front import Operation

SERVICE = "cloudformation"
_CALLS: Mapping[str, Callable[[StackAccount, Record], Record]] = {
    "CreateStack": stack_calls.create_stack,
    "UpdateStack": stack_calls.update_stack,
    "DeleteStack": stack_calls.delete_stack,
    "ContinueUpdateRollback": stack_calls.continue_update_rollback,
    "UpdateTerminationProtection": stack_calls.update_termination_protection,
    "CreateChangeSet": change_set_calls.create_change_set,
    "DescribeChangeSet": change_set_calls.describe_change_set,
    "ListChangeSets": change_set_calls.list_change_sets,
    "DeleteChangeSet": change_set_calls.delete_change_set,
    "ExecuteChangeSet": change_set_calls.execute_change_set,
    "DescribeStacks": stack_readings.describe_stacks,
    "ListStacks": stack_readings.list_stacks,
    "DescribeStackEvents": stack_readings.describe_stack_events,
    "DescribeStackResources": stack_readings.describe_stack_resources,
    "DescribeStackResource": stack_readings.describe_stack_resource,
    "ListStackResources": stack_readings.list_stack_resources,
    "GetTemplate": stack_readings.get_template,
    "ValidateTemplate": stack_readings.validate_template,
    "ListExports": stack_readings.list_exports,
    "DetectStackDrift": stack_readings.detect_stack_drift,
    "DescribeStackDriftDetectionStatus": stack_readings.describe_stack_drift_detection_status,
    "DescribeStackResourceDrifts": stack_readings.describe_stack_resource_drifts,
}


def cloudformation_operations(client_of: ClientOf) -> dict[tuple[str, str], Operation]:
    """Return CloudFormation's operations on a new account."""
    account = StackAccount(client_of)
    return {(SERVICE, name): partial(call, account) for name, call in _CALLS.items()}
