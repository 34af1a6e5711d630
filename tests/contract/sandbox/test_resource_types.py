"""Each further resource type: made, in agreement with its service, changed in place, and gone in the end."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from designer.sandbox.documents import Value
from tests.contract.sandbox.conftest import Clients
from tests.contract.sandbox.story import deploy, settled, trust

ROLE = "arn:aws:iam::123456789012:role/any-role"
MACHINE = '{"StartAt":"A","States":{"A":{"Type":"%s"}}}'
VARIANT = {"VariantName": "all", "ModelName": "types-model", "InitialInstanceCount": 1, "InstanceType": "ml.m5.large",
           "InitialVariantWeight": 1}  # fmt: skip


def policy(action: str, resource: Value, **more: Value) -> dict[str, Value]:
    statement = {"Effect": "Allow", "Action": action, "Resource": resource, **more}
    return {"Version": "2012-10-17", "Statement": [statement]}


def statement_action(document: dict[str, Value]) -> str:
    return str(document["Statement"][0]["Action"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A type's properties before and after a change, and how the service tells which of both it has."""

    name: str
    before: dict[str, Value]
    after: dict[str, Value]
    told: tuple[Value, Value]
    look: Callable[[Clients, str], Value]
    with_role: bool = False
    beside: tuple[tuple[str, dict[str, Value]], ...] = ()


def role_policy(name: str, **place: Value) -> Case:
    def content(action: str) -> dict[str, Value]:
        return {"PolicyName": "more", "PolicyDocument": policy(action, "*"), **place}

    def look(client_of: Clients, _physical_id: str) -> Value:
        found = client_of("iam").get_role_policy(RoleName="types-role", PolicyName="more")["PolicyDocument"]
        return statement_action(found)

    return Case(
        name=name, before=content("s3:GetObject"), after=content("s3:PutObject"),
        told=("s3:GetObject", "s3:PutObject"), look=look, with_role=True,
    )  # fmt: skip


def bucket_policy(action: str) -> dict[str, Value]:
    document = policy(action, "arn:aws:s3:::types-bucket/*", Principal="*")
    return {"Bucket": "types-bucket", "PolicyDocument": document}


def topic_policy(action: str) -> dict[str, Value]:
    return {"Topics": [{"Ref": "Beside"}], "PolicyDocument": policy(action, "*", Principal="*")}


def managed_policy(client_of: Clients, arn: str) -> Value:
    iam = client_of("iam")
    version = iam.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"]
    return statement_action(iam.get_policy_version(PolicyArn=arn, VersionId=version)["PolicyVersion"]["Document"])


def role(duration: int) -> dict[str, Value]:
    return {"AssumeRolePolicyDocument": trust("lambda"), "MaxSessionDuration": duration, "RoleName": "types-other"}


CASES = (
    role_policy("AWS::IAM::Policy", Roles=["types-role"]),
    role_policy("AWS::IAM::RolePolicy", RoleName="types-role"),
    Case(
        name="AWS::IAM::ManagedPolicy",
        before={"PolicyDocument": policy("s3:GetObject", "*"), "Roles": ["types-role"]},
        after={"PolicyDocument": policy("s3:PutObject", "*"), "Roles": ["types-role"]},
        told=("s3:GetObject", "s3:PutObject"),
        look=managed_policy,
        with_role=True,
    ),
    Case(
        name="AWS::IAM::Role",
        before=role(3600),
        after=role(7200),
        told=(3600, 7200),
        look=lambda client_of, name: client_of("iam").get_role(RoleName=name)["Role"]["MaxSessionDuration"],
    ),
    Case(
        name="AWS::S3::BucketPolicy",
        before=bucket_policy("s3:GetObject"),
        after=bucket_policy("s3:PutObject"),
        told=("s3:GetObject", "s3:PutObject"),
        look=lambda client_of, name: statement_action(
            json.loads(client_of("s3").get_bucket_policy(Bucket=name)["Policy"])
        ),
        beside=(("Beside", {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "types-bucket"}}),),
    ),
    Case(
        name="AWS::SNS::TopicPolicy",
        before=topic_policy("sns:Publish"),
        after=topic_policy("sns:Subscribe"),
        told=("sns:Publish", "sns:Subscribe"),
        look=lambda client_of, _name: statement_action(
            json.loads(
                client_of("sns").get_topic_attributes(TopicArn="arn:aws:sns:us-east-1:123456789012:types-topic")[
                    "Attributes"
                ]["Policy"]
            )
        ),
        beside=(("Beside", {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "types-topic"}}),),
    ),
    Case(
        name="AWS::SQS::Queue",
        before={"QueueName": "types-queue", "VisibilityTimeout": 30},
        after={"QueueName": "types-queue", "VisibilityTimeout": 60},
        told=("30", "60"),
        look=lambda client_of, url: client_of("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["All"])[
            "Attributes"
        ]["VisibilityTimeout"],
    ),
    Case(
        name="AWS::ECR::Repository",
        before={"RepositoryName": "types-images", "ImageTagMutability": "MUTABLE"},
        after={"RepositoryName": "types-images", "ImageTagMutability": "IMMUTABLE"},
        told=("MUTABLE", "IMMUTABLE"),
        look=lambda client_of, name: client_of("ecr").describe_repositories(repositoryNames=[name])["repositories"][0][
            "imageTagMutability"
        ],
    ),
    Case(
        name="AWS::Scheduler::Schedule",
        before={
            "Name": "types-schedule",
            "ScheduleExpression": "rate(1 day)",
            "FlexibleTimeWindow": {"Mode": "OFF"},
            "Target": {"Arn": "arn:aws:lambda:us-east-1:123456789012:function:f", "RoleArn": ROLE},
        },
        after={
            "Name": "types-schedule",
            "ScheduleExpression": "rate(2 days)",
            "FlexibleTimeWindow": {"Mode": "OFF"},
            "Target": {"Arn": "arn:aws:lambda:us-east-1:123456789012:function:f", "RoleArn": ROLE},
        },
        told=("rate(1 day)", "rate(2 days)"),
        look=lambda client_of, name: client_of("scheduler").get_schedule(Name=name)["ScheduleExpression"],
    ),
    Case(
        name="AWS::StepFunctions::StateMachine",
        before={"StateMachineName": "types-machine", "RoleArn": ROLE, "DefinitionString": MACHINE % "Succeed"},
        after={"StateMachineName": "types-machine", "RoleArn": ROLE, "DefinitionString": MACHINE % "Fail"},
        told=("Succeed", "Fail"),
        look=lambda client_of, arn: json.loads(
            client_of("stepfunctions").describe_state_machine(stateMachineArn=arn)["definition"]
        )["States"]["A"]["Type"],
    ),
    Case(
        name="AWS::SageMaker::Endpoint",
        before={"EndpointName": "types-endpoint", "EndpointConfigName": {"Fn::GetAtt": ["One", "EndpointConfigName"]}},
        after={"EndpointName": "types-endpoint", "EndpointConfigName": {"Fn::GetAtt": ["Two", "EndpointConfigName"]}},
        told=("types-one", "types-two"),
        look=lambda client_of, arn: client_of("sagemaker").describe_endpoint(EndpointName=arn.rsplit("/", 1)[-1])[
            "EndpointConfigName"
        ],
        beside=(
            (
                "Model",
                {
                    "Type": "AWS::SageMaker::Model",
                    "Properties": {
                        "ModelName": "types-model",
                        "ExecutionRoleArn": ROLE,
                        "PrimaryContainer": {"Image": "image"},
                    },
                },
            ),
            *(
                (
                    word.capitalize(),
                    {
                        "Type": "AWS::SageMaker::EndpointConfig",
                        "DependsOn": "Model",
                        "Properties": {"EndpointConfigName": f"types-{word}", "ProductionVariants": [VARIANT]},
                    },
                )
                for word in ("one", "two")
            ),
        ),
    ),
)


def content(case: Case, properties: dict[str, Value]) -> dict[str, Value]:
    resources: dict[str, Value] = dict(case.beside)
    needed = list(resources)
    if case.with_role:
        resources["TypesRole"] = {
            "Type": "AWS::IAM::Role",
            "Properties": {"RoleName": "types-role", "AssumeRolePolicyDocument": trust("lambda")},
        }
        needed.append("TypesRole")
    resources["It"] = {"Type": case.name, "Properties": properties, "DependsOn": needed}
    return {"Resources": resources}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_resource_is_made_kept_in_agreement_changed_in_place_and_removed(client_of: Clients, case: Case) -> None:
    stacks, name = client_of("cloudformation"), "types-" + case.name.replace("::", "-")
    capabilities = ["CAPABILITY_NAMED_IAM"]

    made = stacks.create_stack(
        StackName=name, TemplateBody=json.dumps(content(case, case.before)), Capabilities=capabilities
    )
    stack = settled(stacks, made["StackId"])
    assert stack["StackStatus"] == "CREATE_COMPLETE", reasons(stacks, stack["StackId"])
    first = physical_id(stacks, name)
    assert case.look(client_of, first) == case.told[0]
    assert drift(stacks, name) == "IN_SYNC"

    stacks.update_stack(StackName=name, TemplateBody=json.dumps(content(case, case.after)), Capabilities=capabilities)
    stack = settled(stacks, made["StackId"])
    assert stack["StackStatus"] == "UPDATE_COMPLETE", reasons(stacks, stack["StackId"])
    assert physical_id(stacks, name) == first
    assert case.look(client_of, first) == case.told[1]
    assert drift(stacks, name) == "IN_SYNC"

    stacks.delete_stack(StackName=name)
    stack = settled(stacks, made["StackId"])
    assert stack["StackStatus"] == "DELETE_COMPLETE", reasons(stacks, stack["StackId"])
    with pytest.raises(Exception, match=r"(?i)not exist|not found|NoSuch|cannot be found|could not find|nonexist"):
        case.look(client_of, first)


def test_a_function_from_a_bucket_may_be_called_by_whom_its_permission_names(client_of: Clients) -> None:
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("app/main.py", "def run(event, context):\n    return 'from a bucket'\n")
        archive.writestr("app/__init__.py", "")
    client_of("s3").create_bucket(Bucket="types-code")
    client_of("s3").put_object(Bucket="types-code", Key="code.zip", Body=packed.getvalue())
    resources = {
        "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": trust("lambda")}},
        "Function": {
            "Type": "AWS::Lambda::Function",
            "Properties": {
                "Runtime": "python3.12",
                "Handler": "app.main.run",
                "Role": {"Fn::GetAtt": ["Role", "Arn"]},
                "Code": {"S3Bucket": "types-code", "S3Key": "code.zip"},
            },
        },
        "Permission": {
            "Type": "AWS::Lambda::Permission",
            "Properties": {
                "FunctionName": {"Ref": "Function"},
                "Action": "lambda:InvokeFunction",
                "Principal": "events.amazonaws.com",
            },
        },
    }

    stack = deploy(client_of("cloudformation"), "types-function", {"Resources": resources}, "CREATE")

    assert stack["StackStatus"] == "CREATE_COMPLETE", reasons(client_of("cloudformation"), stack["StackId"])
    name = physical_id(client_of("cloudformation"), "types-function", "Function")
    answer = client_of("lambda").invoke(FunctionName=name, Payload=b"{}")
    assert json.loads(answer["Payload"].read()) == "from a bucket"
    assert "events.amazonaws.com" in client_of("lambda").get_policy(FunctionName=name)["Policy"]


def test_a_cluster_of_kubernetes_has_the_attributes_that_a_deployment_needs(client_of: Clients) -> None:
    cluster = {
        "Type": "AWS::EKS::Cluster",
        "Properties": {
            "Name": "types-cluster",
            "RoleArn": ROLE,
            "ResourcesVpcConfig": {"SubnetIds": ["subnet-1", "subnet-2"]},
        },
    }
    outputs = {
        name: {"Value": {"Fn::GetAtt": ["Cluster", name]}} for name in ("Arn", "Endpoint", "CertificateAuthorityData")
    }

    stack = deploy(
        client_of("cloudformation"), "types-eks", {"Resources": {"Cluster": cluster}, "Outputs": outputs}, "CREATE"
    )

    assert stack["StackStatus"] == "CREATE_COMPLETE", reasons(client_of("cloudformation"), stack["StackId"])
    values = {item["OutputKey"]: item["OutputValue"] for item in stack["Outputs"]}
    assert values["Arn"].endswith("cluster/types-cluster")
    assert values["Endpoint"].startswith("https://")
    assert values["CertificateAuthorityData"]


def test_definitions_may_lie_in_a_bucket(client_of: Clients) -> None:
    client_of("s3").create_bucket(Bucket="types-definitions")
    client_of("s3").put_object(Bucket="types-definitions", Key="machine.json", Body=(MACHINE % "${Kind}").encode())
    client_of("s3").put_object(
        Bucket="types-definitions", Key="pipeline.json", Body=b'{"Version":"2020-12-01","Steps":[]}'
    )
    resources = {
        "Machine": {
            "Type": "AWS::StepFunctions::StateMachine",
            "Properties": {
                "StateMachineName": "types-from-bucket",
                "RoleArn": ROLE,
                "DefinitionS3Location": {"Bucket": "types-definitions", "Key": "machine.json"},
                "DefinitionSubstitutions": {"Kind": "Succeed"},
            },
        },
        "Pipeline": {
            "Type": "AWS::SageMaker::Pipeline",
            "Properties": {
                "PipelineName": "types-from-bucket",
                "RoleArn": ROLE,
                "PipelineDefinition": {
                    "PipelineDefinitionS3Location": {"Bucket": "types-definitions", "Key": "pipeline.json"}
                },
            },
        },
    }

    stack = deploy(client_of("cloudformation"), "types-bucket", {"Resources": resources}, "CREATE")

    assert stack["StackStatus"] == "CREATE_COMPLETE", reasons(client_of("cloudformation"), stack["StackId"])
    arn = physical_id(client_of("cloudformation"), "types-bucket", "Machine")
    definition = client_of("stepfunctions").describe_state_machine(stateMachineArn=arn)["definition"]
    assert json.loads(definition)["States"]["A"]["Type"] == "Succeed"
    found = client_of("sagemaker").describe_pipeline(PipelineName="types-from-bucket")["PipelineDefinition"]
    assert json.loads(found)["Steps"] == []
    assert drift(client_of("cloudformation"), "types-bucket") == "IN_SYNC"


def physical_id(stacks: Value, name: str, logical_id: str = "It") -> str:
    detail = stacks.describe_stack_resource(StackName=name, LogicalResourceId=logical_id)["StackResourceDetail"]
    return str(detail["PhysicalResourceId"])


def drift(stacks: Value, name: str) -> str:
    detection = stacks.detect_stack_drift(StackName=name)["StackDriftDetectionId"]
    status = stacks.describe_stack_drift_detection_status(StackDriftDetectionId=detection)["StackDriftStatus"]
    assert status == "IN_SYNC", stacks.describe_stack_resource_drifts(StackName=name)["StackResourceDrifts"]
    return str(status)


def reasons(stacks: Value, stack_id: str) -> list[tuple[str, str]]:
    events = stacks.describe_stack_events(StackName=stack_id)["StackEvents"]
    return [(event["LogicalResourceId"], event.get("ResourceStatusReason", "")) for event in events]
