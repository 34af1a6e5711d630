"""What the stack engine refuses, rolls back and keeps, as the documentation of CloudFormation says."""

import json

import pytest
from botocore.exceptions import ClientError

from designer.sandbox.documents import Value
from tests.contract.sandbox.conftest import Clients
from tests.contract.sandbox.story import deploy, plan, settled, trust

ROLE = "arn:aws:iam::123456789012:role/any-role"


def bucket(name: str, **more: Value) -> dict[str, Value]:
    return {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": name}, **more}


def pipeline(name: str, **more: Value) -> dict[str, Value]:
    body = {"PipelineDefinitionBody": '{"Version":"2020-12-01","Steps":[]}'}
    return {
        "Type": "AWS::SageMaker::Pipeline",
        "Properties": {"PipelineName": name, "RoleArn": ROLE, "PipelineDefinition": body, **more},
    }


def buckets(client_of: Clients) -> set[str]:
    return {item["Name"] for item in client_of("s3").list_buckets()["Buckets"]}


def test_a_failed_creation_is_rolled_back_and_says_which_resource_failed(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    content = {"Resources": {"Good": bucket("refused-good"), "Bad": {**pipeline("bad", Extra=1), "DependsOn": "Good"}}}

    stack = deploy(stacks, "refused-create", content, "CREATE")

    assert stack["StackStatus"] == "ROLLBACK_COMPLETE"
    assert "refused-good" not in buckets(client_of)
    events = stacks.describe_stack_events(StackName="refused-create")["StackEvents"]
    failed = next(event for event in events if event["ResourceStatus"] == "CREATE_FAILED")
    assert failed["LogicalResourceId"] == "Bad"
    assert "extraneous key [Extra] is not permitted" in failed["ResourceStatusReason"]


def test_a_stack_that_was_rolled_back_takes_no_update(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    content = {"Resources": {"Bad": pipeline("bad", Extra=1)}}
    deploy(stacks, "refused-dead", content, "CREATE")

    with pytest.raises(ClientError, match="is in ROLLBACK_COMPLETE state and can not be updated"):
        plan(stacks, "refused-dead", {"Resources": {"Good": bucket("refused-dead")}}, "UPDATE")


def test_on_stack_failure_delete_leaves_room_for_another_try(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    content = {"Resources": {"Bad": pipeline("bad", Extra=1)}}

    failed = deploy(stacks, "refused-delete", content, "CREATE", OnStackFailure="DELETE")
    again = deploy(stacks, "refused-delete", {"Resources": {"Good": bucket("refused-again")}}, "CREATE")

    assert failed["StackStatus"] == "DELETE_COMPLETE"
    assert again["StackStatus"] == "CREATE_COMPLETE"


def test_a_role_needs_the_capability_of_its_kind(client_of: Clients) -> None:
    role = {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": trust("lambda")}}
    named = {**role, "Properties": {**role["Properties"], "RoleName": "refused-role"}}  # type: ignore[dict-item]
    stacks = client_of("cloudformation")

    with pytest.raises(stacks.exceptions.InsufficientCapabilitiesException, match="CAPABILITY_IAM"):
        stacks.create_stack(StackName="refused-role", TemplateBody=json.dumps({"Resources": {"Role": role}}))
    with pytest.raises(stacks.exceptions.InsufficientCapabilitiesException, match="CAPABILITY_NAMED_IAM"):
        stacks.create_stack(
            StackName="refused-role",
            TemplateBody=json.dumps({"Resources": {"Role": named}}),
            Capabilities=["CAPABILITY_IAM"],
        )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"Resources": {"A": {"Type": "AWS::No::Such"}}}, r"Unrecognized resource types: \[AWS::No::Such\]"),
        ({"Resources": {"A": {"Type": "AWS::Redshift::Cluster"}}}, "The sandbox cannot make resources of type"),
        ({"Resources": {"A": bucket("a-b-c", DependsOn="B")}}, "Unresolved resource dependencies"),
        (
            {"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Ref": "Nobody"}}}}},
            r"Unresolved resource dependencies \[Nobody\] in the Resources block",
        ),
        (
            {"Resources": {"A": bucket("aaa-1", DependsOn="B"), "B": bucket("bbb-1", DependsOn="A")}},
            r"Circular dependency between resources: \[A, B\]",
        ),
        ({"Parameters": {"P": {"Type": "String"}}, "Resources": {"A": bucket("aaa")}}, r"\[P\] must have values"),
        ({"Resources": {}}, "At least one Resources member must be defined"),
    ],
)
def test_an_unsound_template_is_refused_before_anything_is_made(
    client_of: Clients, content: dict[str, Value], words: str
) -> None:
    with pytest.raises(ClientError, match=words):
        client_of("cloudformation").create_stack(StackName="refused-template", TemplateBody=json.dumps(content))


def test_a_rollback_that_fails_itself_is_continued_without_the_lost_resource(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    topic = {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "refused-lost", "DisplayName": "before"}}
    late = {**pipeline("refused-late"), "DependsOn": "Topic"}
    deploy(stacks, "refused-stuck", {"Resources": {"Topic": topic, "Late": late}}, "CREATE")
    changed = {**topic, "Properties": {**topic["Properties"], "DisplayName": "after"}}  # type: ignore[dict-item]
    doomed = {**pipeline("refused-late", Extra=1), "DependsOn": "Topic"}
    client_of("sns").delete_topic(TopicArn="arn:aws:sns:us-east-1:123456789012:refused-lost")

    stuck = deploy(stacks, "refused-stuck", {"Resources": {"Topic": changed, "Late": doomed}}, "UPDATE")
    stacks.continue_update_rollback(StackName="refused-stuck", ResourcesToSkip=["Topic"])
    freed = settled(stacks, stuck["StackId"])

    assert stuck["StackStatus"] == "UPDATE_ROLLBACK_FAILED"
    assert stuck["StackStatusReason"] == "The following resource(s) failed to update: [Topic]."
    assert freed["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE"


def test_a_retained_resource_outlives_its_stack(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    content = {"Resources": {"Kept": bucket("refused-kept", DeletionPolicy="Retain"), "Gone": bucket("refused-gone")}}
    stack = deploy(stacks, "refused-retain", content, "CREATE")

    stacks.delete_stack(StackName="refused-retain")
    settled(stacks, stack["StackId"])

    assert "refused-kept" in buckets(client_of)
    assert "refused-gone" not in buckets(client_of)
    events = stacks.describe_stack_events(StackName=stack["StackId"])["StackEvents"]
    skipped = [event["LogicalResourceId"] for event in events if event["ResourceStatus"] == "DELETE_SKIPPED"]
    assert skipped == ["Kept"]
    client_of("s3").delete_bucket(Bucket="refused-kept")


def test_a_bucket_with_something_in_it_stops_the_deletion(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    stack = deploy(stacks, "refused-full", {"Resources": {"Full": bucket("refused-full")}}, "CREATE")
    client_of("s3").put_object(Bucket="refused-full", Key="a", Body=b"a")

    stacks.delete_stack(StackName="refused-full")
    stuck = settled(stacks, stack["StackId"])
    client_of("s3").delete_object(Bucket="refused-full", Key="a")
    stacks.delete_stack(StackName="refused-full")
    gone = settled(stacks, stack["StackId"])

    assert stuck["StackStatus"] == "DELETE_FAILED"
    assert stuck["StackStatusReason"] == "The following resource(s) failed to delete: [Full]."
    assert gone["StackStatus"] == "DELETE_COMPLETE"


def test_a_replacement_under_the_same_name_is_refused_as_by_aws(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    machine = {
        "Type": "AWS::StepFunctions::StateMachine",
        "Properties": {
            "StateMachineName": "refused-machine",
            "RoleArn": ROLE,
            "DefinitionString": '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}',
        },
    }
    deploy(stacks, "refused-rename", {"Resources": {"Machine": machine}}, "CREATE")
    express = {**machine, "Properties": {**machine["Properties"], "StateMachineType": "EXPRESS"}}  # type: ignore[dict-item]

    stack = deploy(stacks, "refused-rename", {"Resources": {"Machine": express}}, "UPDATE")

    assert stack["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE"
    events = stacks.describe_stack_events(StackName="refused-rename")["StackEvents"]
    reasons = [event.get("ResourceStatusReason", "") for event in events]
    assert any("Rename refused-machine and update the stack again" in reason for reason in reasons)


def test_a_template_may_lie_in_a_bucket_of_the_sandbox(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    client_of("s3").create_bucket(Bucket="refused-templates")
    text = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\nOutputs:\n  Arn:\n    Value: !Ref Topic\n"
    client_of("s3").put_object(Bucket="refused-templates", Key="a/t.yaml", Body=text.encode())

    made = stacks.create_stack(
        StackName="refused-url", TemplateURL="https://refused-templates.s3.us-east-1.amazonaws.com/a/t.yaml"
    )
    stack = settled(stacks, made["StackId"])

    assert stack["Outputs"][0]["OutputValue"].startswith("arn:aws:sns:us-east-1:123456789012:refused-url-Topic-")
    assert stacks.get_template(StackName="refused-url")["TemplateBody"] == text


def test_events_of_a_running_deployment_can_be_watched(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    content = {"Resources": {"Quick": bucket("refused-watch")}}

    deploy(stacks, "refused-watch", content, "CREATE")
    events = stacks.describe_stack_events(StackName="refused-watch")["StackEvents"]

    told = [(event["LogicalResourceId"], event["ResourceStatus"]) for event in reversed(events)]
    assert told == [
        ("refused-watch", "REVIEW_IN_PROGRESS"),
        ("refused-watch", "CREATE_IN_PROGRESS"),
        ("Quick", "CREATE_IN_PROGRESS"),
        ("Quick", "CREATE_IN_PROGRESS"),
        ("Quick", "CREATE_COMPLETE"),
        ("refused-watch", "CREATE_COMPLETE"),
    ]


def test_a_stack_that_is_not_there_is_named_in_the_error(client_of: Clients) -> None:
    with pytest.raises(ClientError, match="Stack with id nobody does not exist"):
        client_of("cloudformation").describe_stacks(StackName="nobody")
