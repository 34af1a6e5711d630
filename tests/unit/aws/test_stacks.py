from typing import Any

import pytest
from botocore.stub import ANY, Stubber

from designer.aws.stacks import ChangeSetRecord, ResourceChange, StackGateway
from designer.errors import AwsRefused
from tests.unit.aws.stubs import answering, client, refusing

ID = "arn:aws:cloudformation:us-east-1:123456789012:changeSet/designer-1/abc"
DESCRIBED: dict[str, object] = {"StackName": "churn", "ChangeSetName": ID}


def planned(*answers: dict[str, object]) -> tuple[ChangeSetRecord, list[float]]:
    """Propose a change set whose descriptions are these, and return how often was waited."""
    cloudformation = client("cloudformation")
    slept: list[float] = []
    asked = {
        "StackName": "churn",
        "ChangeSetName": "designer-1",
        "ChangeSetType": "CREATE",
        "Capabilities": ("CAPABILITY_NAMED_IAM",),
        "Parameters": [{"ParameterKey": "AssetsBucket", "ParameterValue": "assets"}],
        "Tags": ANY,
        "IncludeNestedStacks": False,
        "OnStackFailure": "DELETE",
        "TemplateBody": "{}",
    }
    rows = [("describe_change_set", DESCRIBED, answer) for answer in answers]
    answering(cloudformation, ("create_change_set", asked, {"Id": ID}), *rows)
    gateway = StackGateway(cloudformation, sleep=slept.append)
    found = gateway.propose("churn", "designer-1", {"TemplateBody": "{}"}, {"AssetsBucket": "assets"}, is_new=True)
    return found, slept


def test_a_change_set_is_awaited_and_its_rows_are_read() -> None:
    change = {
        "Type": "Resource",
        "ResourceChange": {
            "Action": "Modify",
            "LogicalResourceId": "Pipeline",
            "ResourceType": "AWS::SageMaker::Pipeline",
            "Replacement": "False",
            "Details": [
                {"Target": {"Attribute": "Properties", "Name": "PipelineDefinition"}},
                {"Target": {"Attribute": "Properties", "Name": "PipelineDefinition"}},
                {"Target": {"Attribute": "Tags"}},
            ],
        },
    }

    found, slept = planned({"Status": "CREATE_IN_PROGRESS"}, {"Status": "CREATE_COMPLETE", "Changes": [change]})

    assert slept == [1]
    assert found.changes == (
        ResourceChange(
            action="Modify",
            logical_id="Pipeline",
            type="AWS::SageMaker::Pipeline",
            replacement="False",
            properties=("PipelineDefinition", "Tags"),
        ),
    )


@pytest.mark.parametrize(
    "reason",
    [
        "The submitted information didn't contain changes. Submit different information to create a change set.",
        "No updates are to be performed.",
    ],
)
def test_a_change_set_that_fails_for_want_of_changes_is_an_empty_plan(reason: str) -> None:
    found, _ = planned({"Status": "FAILED", "StatusReason": reason})

    assert found.changes == ()


def test_a_change_set_that_fails_shows_the_reason_of_aws() -> None:
    reason = "Template error: resource Pipelin does not support attribute type Arn in Fn::GetAtt"

    with pytest.raises(AwsRefused, match="Template error: resource Pipelin does not support"):
        planned({"Status": "FAILED", "StatusReason": reason})


def test_a_stack_that_does_not_exist_is_nothing() -> None:
    cloudformation = client("cloudformation")
    refusing(cloudformation, "describe_stacks", "ValidationError", "Stack with id churn does not exist")

    assert StackGateway(cloudformation).find("churn") is None


def test_a_look_that_is_not_allowed_is_no_missing_stack() -> None:
    cloudformation = client("cloudformation")
    refusing(cloudformation, "describe_stacks", "AccessDenied", "User is not authorized")

    with pytest.raises(AwsRefused, match="not authorized"):
        StackGateway(cloudformation).find("churn")


def test_events_are_told_oldest_first() -> None:
    cloudformation = client("cloudformation")
    events = [
        {"StackId": "s", "EventId": event_id, "StackName": "churn", "Timestamp": "2026-01-01T12:00:00Z"}
        for event_id in ("newest", "oldest")
    ]
    answering(cloudformation, ("describe_stack_events", {"StackName": "s"}, {"StackEvents": events}))

    assert [event.id for event in StackGateway(cloudformation).events("s")] == ["oldest", "newest"]


@pytest.mark.parametrize(("is_new", "operations"), [(True, 2), (False, 1)])
def test_taking_a_plan_back_deletes_a_stack_only_when_it_was_nothing_but_planned(is_new: bool, operations: int) -> None:
    cloudformation: Any = client("cloudformation")
    stubber: Stubber = answering(cloudformation, ("delete_change_set", DESCRIBED, {}))
    if is_new:
        stubber.add_response("delete_stack", {}, {"StackName": "churn"})

    StackGateway(cloudformation).discard(ChangeSetRecord(id=ID, stack="churn", changes=()), is_new=is_new)

    stubber.assert_no_pending_responses()
    assert operations == 1 + is_new
