"""Stacks: change sets, events, outputs and deletion, as CloudFormation knows them."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from designer.aws.refusals import refusing
from designer.errors import AwsRefused

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import DescribeChangeSetOutputTypeDef

_NO_CHANGES = ("didn't contain changes", "No updates are to be performed")
_CAPABILITIES: tuple[Literal["CAPABILITY_NAMED_IAM"], ...] = ("CAPABILITY_NAMED_IAM",)


@dataclass(frozen=True, slots=True, kw_only=True)
class StackRecord:
    """A stack as it is: its status is CloudFormation's (`UPDATE_COMPLETE`)."""

    name: str
    status: str
    reason: str = ""
    outputs: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceChange:
    """One row of a change set. `replacement` is `True`, `False`, `Conditional` or empty."""

    action: str
    logical_id: str
    type: str
    replacement: str = ""
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSetRecord:
    """A change set that is ready; without changes there is nothing to do."""

    id: str
    stack: str
    changes: tuple[ResourceChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StackEvent:
    """Something that happened to one resource of a stack."""

    id: str
    time: datetime
    logical_id: str
    type: str
    status: str
    reason: str = ""


class StackGateway:
    """What we need of CloudFormation. `sleep` waits between two looks."""

    def __init__(self, client: "CloudFormationClient", sleep: Callable[[float], None] = time.sleep) -> None:
        self._client = client
        self._sleep = sleep

    def find(self, stack: str) -> StackRecord | None:
        """Return a stack, or None when there is none of that name."""
        try:
            with refusing(f"describe stack '{stack}'"):
                found = self._client.describe_stacks(StackName=stack)["Stacks"][0]
        except AwsRefused as err:
            if err.code == "ValidationError" and "does not exist" in err.message:
                return None
            raise
        return StackRecord(
            name=stack,
            status=found["StackStatus"],
            reason=found.get("StackStatusReason", ""),
            outputs={one["OutputKey"]: one["OutputValue"] for one in found.get("Outputs", [])},
            parameters={one["ParameterKey"]: one["ParameterValue"] for one in found.get("Parameters", [])},
        )

    def all(self) -> Iterator[StackRecord]:
        """Yield every stack that has not been deleted."""
        with refusing("list the stacks"):
            for page in self._client.get_paginator("describe_stacks").paginate():
                for found in page["Stacks"]:
                    parameters = {one["ParameterKey"]: one["ParameterValue"] for one in found.get("Parameters", [])}
                    yield StackRecord(name=found["StackName"], status=found["StackStatus"], parameters=parameters)

    def propose(
        self, stack: str, name: str, template: Mapping[str, str], parameters: Mapping[str, str], *, is_new: bool
    ) -> ChangeSetRecord:
        """Make a change set and wait until it is ready; `template` is `TemplateBody` or `TemplateURL` with its value."""
        with refusing(f"plan stack '{stack}'"):
            made = self._client.create_change_set(
                StackName=stack,
                ChangeSetName=name,
                ChangeSetType="CREATE" if is_new else "UPDATE",
                Capabilities=_CAPABILITIES,
                Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
                Tags=[{"Key": "pipeline-designer", "Value": stack}],
                IncludeNestedStacks=False,
                **({"OnStackFailure": "DELETE"} if is_new else {}),  # type: ignore[arg-type]
                **template,  # type: ignore[arg-type]
            )
        return self._await_change_set(stack, made["Id"])

    def _await_change_set(self, stack: str, change_set: str) -> ChangeSetRecord:
        while True:
            with refusing(f"plan stack '{stack}'"):
                found = self._client.describe_change_set(StackName=stack, ChangeSetName=change_set)
            if found["Status"] == "CREATE_COMPLETE":
                return ChangeSetRecord(id=change_set, stack=stack, changes=tuple(self._changes(stack, found)))
            if found["Status"] == "FAILED":
                reason = found.get("StatusReason", "")
                if any(text in reason for text in _NO_CHANGES):
                    return ChangeSetRecord(id=change_set, stack=stack, changes=())
                message = f"AWS did not plan stack '{stack}': {reason}"
                raise AwsRefused(message, code="ChangeSetFailed", operation="CreateChangeSet")
            self._sleep(1)

    def _changes(self, stack: str, found: "DescribeChangeSetOutputTypeDef") -> Iterator[ResourceChange]:
        while True:
            for one in found.get("Changes", []):
                change = one["ResourceChange"]
                targets = (detail.get("Target", {}) for detail in change.get("Details", []))
                yield ResourceChange(
                    action=change["Action"],
                    logical_id=change["LogicalResourceId"],
                    type=change["ResourceType"],
                    replacement=change.get("Replacement", ""),
                    properties=tuple(dict.fromkeys(str(target.get("Name") or "Tags") for target in targets)),
                )
            token = found.get("NextToken")
            if not token:
                return
            with refusing(f"plan stack '{stack}'"):
                found = self._client.describe_change_set(
                    StackName=stack, ChangeSetName=found["ChangeSetId"], NextToken=token
                )

    def discard(self, change_set: ChangeSetRecord, *, is_new: bool) -> None:
        """Take a change set back, and with a stack that was only planned the stack too."""
        with refusing("take the plan back"):
            self._client.delete_change_set(StackName=change_set.stack, ChangeSetName=change_set.id)
            if is_new:
                self._client.delete_stack(StackName=change_set.stack)

    def execute(self, change_set: ChangeSetRecord) -> None:
        """Begin to carry a change set out."""
        with refusing(f"change stack '{change_set.stack}'"):
            self._client.execute_change_set(StackName=change_set.stack, ChangeSetName=change_set.id)

    def delete(self, stack: str) -> None:
        """Begin to delete a stack."""
        with refusing(f"delete stack '{stack}'"):
            self._client.delete_stack(StackName=stack)

    def stack_id(self, stack: str) -> str:
        """Return the id that still names a stack after it has been deleted."""
        with refusing(f"describe stack '{stack}'"):
            return self._client.describe_stacks(StackName=stack)["Stacks"][0]["StackId"]

    def events(self, stack_id: str) -> tuple[StackEvent, ...]:
        """Return what happened to a stack, oldest first."""
        with refusing("read the stack's events"):
            pages = self._client.get_paginator("describe_stack_events").paginate(StackName=stack_id)
            found = [event for page in pages for event in page["StackEvents"]]
        return tuple(
            StackEvent(
                id=one["EventId"],
                time=one["Timestamp"],
                logical_id=one.get("LogicalResourceId", ""),
                type=one.get("ResourceType", ""),
                status=one.get("ResourceStatus", ""),
                reason=one.get("ResourceStatusReason", ""),
            )
            for one in reversed(found)
        )

    def physical_id(self, stack: str, logical_id: str) -> str:
        """Return what AWS calls a resource of a stack."""
        with refusing(f"find '{logical_id}' in stack '{stack}'"):
            found = self._client.describe_stack_resource(StackName=stack, LogicalResourceId=logical_id)
        return found["StackResourceDetail"].get("PhysicalResourceId", "")

    def physical_ids(self, stack: str, resource_type: str) -> tuple[str, ...]:
        """Return what AWS calls the resources of one type in a stack."""
        with refusing(f"list the resources of stack '{stack}'"):
            found = self._client.describe_stack_resources(StackName=stack)["StackResources"]
        return tuple(one.get("PhysicalResourceId", "") for one in found if one["ResourceType"] == resource_type)
