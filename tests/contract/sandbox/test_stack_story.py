"""A stack of seventeen resources from its first plan to its end, over HTTP."""

import json

import pytest

from designer.sandbox.documents import Value
from tests.contract.sandbox.conftest import Clients
from tests.contract.sandbox.story import actions, deploy, plan, settled, template

NAME = "story"


@pytest.fixture(scope="module")
def created(client_of: Clients) -> dict[str, Value]:
    return deploy(client_of("cloudformation"), NAME, template(), "CREATE", OnStackFailure="DELETE")


def test_every_resource_is_created_and_outputs_are_told(created: dict[str, Value], client_of: Clients) -> None:
    resources = client_of("cloudformation").describe_stack_resources(StackName=NAME)["StackResources"]

    assert created["StackStatus"] == "CREATE_COMPLETE", _reasons(client_of)
    assert {item["ResourceStatus"] for item in resources} == {"CREATE_COMPLETE"}
    assert len(resources) == 17
    outputs = {item["OutputKey"]: item["OutputValue"] for item in created["Outputs"]}
    assert outputs["BucketName"] == "story-dev"
    assert outputs["MachineArn"].endswith(":stateMachine:story-machine")


@pytest.mark.usefixtures("created")
def test_the_resources_are_found_through_their_services(client_of: Clients) -> None:
    versioning = client_of("s3").get_bucket_versioning(Bucket="story-dev")
    definition = client_of("sagemaker").describe_pipeline(PipelineName="story-pipeline")["PipelineDefinition"]
    machines = client_of("stepfunctions").list_state_machines()["stateMachines"]
    machine_arn = next(item["stateMachineArn"] for item in machines if item["name"] == "story-machine")
    machine = client_of("stepfunctions").describe_state_machine(stateMachineArn=machine_arn)
    groups = client_of("logs").describe_log_groups(logGroupNamePrefix="/story")["logGroups"]
    targets = client_of("events").list_targets_by_rule(Rule="story-rule")["Targets"]
    pipeline = client_of("codepipeline").get_pipeline(name="story-delivery")["pipeline"]
    project = client_of("codebuild").batch_get_projects(names=["story-build"])["projects"][0]
    answer = client_of("lambda").invoke(FunctionName="story-double", Payload=b'{"number": 21}')

    assert versioning["Status"] == "Enabled"
    assert json.loads(definition)["Metadata"] == {"bucket": "story-dev"}
    assert json.loads(machine["definition"])["States"]["Double"]["Resource"].endswith(":function:story-double")
    assert groups[0]["retentionInDays"] == 7
    assert targets[0]["Arn"] == machine_arn
    assert pipeline["stages"][1]["actions"][0]["configuration"] == {"ProjectName": "story-build"}
    assert project["source"]["type"] == "CODEPIPELINE"
    assert json.loads(answer["Payload"].read()) == {"doubled": 42}


@pytest.mark.usefixtures("created")
def test_the_same_template_again_is_no_change_in_the_words_of_aws(client_of: Clients) -> None:
    described = plan(client_of("cloudformation"), NAME, template(), "UPDATE")

    assert described["Status"] == "FAILED"
    assert described["ExecutionStatus"] == "UNAVAILABLE"
    assert described["StatusReason"] == (
        "The submitted information didn't contain changes. Submit different information to create a change set."
    )


@pytest.mark.usefixtures("created")
def test_a_changed_parameter_alone_is_planned_with_what_it_replaces(client_of: Clients) -> None:
    stage = [{"ParameterKey": "Stage", "ParameterValue": "prod"}]

    described = plan(client_of("cloudformation"), NAME, template(), "UPDATE", Parameters=stage)

    assert actions(described)["Bucket"] == ("Modify", "True")
    assert actions(described)["Role"] == ("Modify", "False")
    bucket = next(
        change["ResourceChange"]
        for change in described["Changes"]
        if change["ResourceChange"]["LogicalResourceId"] == "Bucket"
    )
    assert bucket["Details"][0]["Target"]["BeforeValue"] == "story-dev"
    assert bucket["Details"][0]["Target"]["AfterValue"] == "story-prod"
    assert bucket["Details"][0]["ChangeSource"] == "ParameterReference"


@pytest.mark.usefixtures("created")
def test_an_update_changes_what_differs_and_nothing_else(client_of: Clients) -> None:
    content = _updated()

    described = plan(client_of("cloudformation"), NAME, content, "UPDATE")
    stack = deploy(client_of("cloudformation"), NAME, content, "UPDATE")

    assert set(actions(described)) == {"Logs", "Function", "Bucket", "Rule", "Build", "Topic"}
    assert stack["StackStatus"] == "UPDATE_COMPLETE", _reasons(client_of)
    assert client_of("logs").describe_log_groups(logGroupNamePrefix="/story")["logGroups"][0]["retentionInDays"] == 30
    assert client_of("s3").get_bucket_versioning(Bucket="story-dev")["Status"] == "Suspended"
    project = client_of("codebuild").batch_get_projects(names=["story-build"])["projects"][0]
    assert project["timeoutInMinutes"] == 30
    answer = client_of("lambda").invoke(FunctionName="story-double", Payload=b'{"number": 21}')
    assert json.loads(answer["Payload"].read()) == {"doubled": 63}


@pytest.mark.usefixtures("created")
def test_a_failed_update_leaves_everything_as_it_was(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    deploy(stacks, NAME, _twist(_updated(), "once"), "UPDATE")
    content = _twist(_updated(), "twice")
    content["Resources"]["Bucket"]["Properties"]["BucketName"] = "story-elsewhere"
    content["Resources"]["Logs"]["Properties"]["RetentionInDays"] = 90
    content["Resources"]["Service"]["Properties"]["TaskDefinition"] = "no-such-task"
    before = client_of("codepipeline").get_pipeline(name="story-delivery")["pipeline"]["stages"]

    stack = deploy(stacks, NAME, content, "UPDATE")

    assert stack["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE"
    names = {bucket["Name"] for bucket in client_of("s3").list_buckets()["Buckets"]}
    assert "story-dev" in names
    assert "story-elsewhere" not in names
    groups = client_of("logs").describe_log_groups(logGroupNamePrefix="/story")["logGroups"]
    assert groups[0]["retentionInDays"] == 30
    assert client_of("codepipeline").get_pipeline(name="story-delivery")["pipeline"]["stages"] == before
    failed = [event for event in _events(client_of) if event["ResourceStatus"] == "UPDATE_FAILED"]
    assert [event["LogicalResourceId"] for event in failed] == ["Service"]
    assert failed[0]["ResourceStatusReason"]


@pytest.mark.usefixtures("created")
def test_drift_is_found_where_somebody_has_changed_a_resource(client_of: Clients) -> None:
    stacks = client_of("cloudformation")
    assert _drifts(stacks) == {}
    client_of("logs").put_retention_policy(logGroupName="/story", retentionInDays=1)
    client_of("ecr").delete_repository(repositoryName="story-images")

    found = _drifts(stacks)
    client_of("ecr").create_repository(repositoryName="story-images")
    client_of("logs").put_retention_policy(logGroupName="/story", retentionInDays=30)

    assert found == {"Logs": "MODIFIED", "Images": "DELETED"}


def test_a_deleted_stack_leaves_nothing_behind(created: dict[str, Value], client_of: Clients) -> None:
    stacks = client_of("cloudformation")

    stacks.delete_stack(StackName=NAME)

    assert settled(stacks, created["StackId"])["StackStatus"] == "DELETE_COMPLETE", _reasons(client_of)
    assert all(not bucket["Name"].startswith("story-") for bucket in client_of("s3").list_buckets()["Buckets"])
    assert client_of("sagemaker").list_pipelines(PipelineNamePrefix="story")["PipelineSummaries"] == []
    assert client_of("sagemaker").list_model_package_groups(NameContains="story")["ModelPackageGroupSummaryList"] == []
    delivered = client_of("codepipeline").list_pipelines()["pipelines"]
    assert all(item["name"] != "story-delivery" for item in delivered)
    assert "story-build" not in client_of("codebuild").list_projects()["projects"]
    assert client_of("logs").describe_log_groups(logGroupNamePrefix="/story")["logGroups"] == []
    machines = client_of("stepfunctions").list_state_machines()["stateMachines"]
    assert all(item["name"] != "story-machine" for item in machines)
    assert client_of("codeconnections").list_connections()["Connections"] == []
    clusters = client_of("ecs").describe_clusters(clusters=["story-cluster"])["clusters"]
    assert all(cluster["status"] == "INACTIVE" for cluster in clusters)


def _updated() -> dict[str, Value]:
    content = template()
    resources = content["Resources"]
    resources["Logs"]["Properties"]["RetentionInDays"] = 30
    resources["Function"]["Properties"]["Code"]["ZipFile"] = (
        "def handler(event, context):\n    return {'doubled': 3 * event['number']}\n"
    )
    resources["Bucket"]["Properties"]["VersioningConfiguration"]["Status"] = "Suspended"
    resources["Rule"]["Properties"]["EventPattern"]["detail"] = {"bucket": {"name": ["story-dev"]}}
    resources["Build"]["Properties"]["TimeoutInMinutes"] = 30
    resources["Topic"]["Properties"]["DisplayName"] = "Retold"
    return content


def _twist(content: dict[str, Value], text: str) -> dict[str, Value]:
    content["Resources"]["Topic"]["Properties"]["DisplayName"] = text
    return content


def _drifts(stacks: Value) -> dict[str, str]:
    detection = stacks.detect_stack_drift(StackName=NAME)["StackDriftDetectionId"]
    status = stacks.describe_stack_drift_detection_status(StackDriftDetectionId=detection)
    assert status["DetectionStatus"] == "DETECTION_COMPLETE"
    drifts = stacks.describe_stack_resource_drifts(
        StackName=NAME, StackResourceDriftStatusFilters=["MODIFIED", "DELETED"]
    )["StackResourceDrifts"]
    return {item["LogicalResourceId"]: item["StackResourceDriftStatus"] for item in drifts}


def _events(client_of: Clients) -> list[dict[str, Value]]:
    events: list[dict[str, Value]] = client_of("cloudformation").describe_stack_events(StackName=NAME)["StackEvents"]
    return events


def _reasons(client_of: Clients) -> list[tuple[str, str]]:
    return [
        (event["LogicalResourceId"], event.get("ResourceStatusReason", ""))
        for stack in client_of("cloudformation").list_stacks()["StackSummaries"]
        for event in client_of("cloudformation").describe_stack_events(StackName=stack["StackId"])["StackEvents"]
        if "FAILED" in event["ResourceStatus"]
    ]
