"""A template with seventeen resources of fifteen services, and what deploying it takes."""

import json
from collections.abc import Callable

from designer.sandbox.documents import Value
from tests.contract.sandbox.conftest import until

Template = dict[str, Value]
INLINE_CODE = "def handler(event, context):\n    return {'doubled': 2 * event['number']}\n"


def trust(*services: str) -> dict[str, Value]:
    principal = {"Service": [f"{service}.amazonaws.com" for service in services]}
    return {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}],
    }


def template() -> Template:
    role = {"Fn::GetAtt": ["Role", "Arn"]}
    return {
        "Parameters": {"Stage": {"Type": "String", "Default": "dev"}},
        "Resources": {
            "Role": {
                "Type": "AWS::IAM::Role",
                "Properties": {
                    "AssumeRolePolicyDocument": trust("lambda", "sagemaker", "states", "codepipeline", "codebuild"),
                    "Policies": [
                        {
                            "PolicyName": "work",
                            "PolicyDocument": {
                                "Version": "2012-10-17",
                                "Statement": [
                                    {
                                        "Effect": "Allow",
                                        "Action": ["s3:GetObject"],
                                        "Resource": [{"Fn::Sub": "arn:aws:s3:::story-${Stage}/*"}],
                                    }
                                ],
                            },
                        }
                    ],
                },
            },
            "Bucket": {
                "Type": "AWS::S3::Bucket",
                "Properties": {
                    "BucketName": {"Fn::Sub": "story-${Stage}"},
                    "VersioningConfiguration": {"Status": "Enabled"},
                },
            },
            "Logs": {
                "Type": "AWS::Logs::LogGroup",
                "Properties": {"LogGroupName": "/story", "RetentionInDays": 7},
            },
            "Function": {
                "Type": "AWS::Lambda::Function",
                "Properties": {
                    "FunctionName": "story-double",
                    "Runtime": "python3.12",
                    "Handler": "index.handler",
                    "Role": role,
                    "Code": {"ZipFile": INLINE_CODE},
                },
            },
            "Pipeline": {
                "Type": "AWS::SageMaker::Pipeline",
                "Properties": {
                    "PipelineName": "story-pipeline",
                    "RoleArn": role,
                    "PipelineDefinition": {
                        "PipelineDefinitionBody": {
                            "Fn::Sub": '{"Version":"2020-12-01","Metadata":{"bucket":"${Bucket}"},"Steps":[]}'
                        }
                    },
                },
            },
            "Group": {
                "Type": "AWS::SageMaker::ModelPackageGroup",
                "Properties": {"ModelPackageGroupName": "story-models"},
            },
            "Machine": {
                "Type": "AWS::StepFunctions::StateMachine",
                "Properties": {
                    "StateMachineName": "story-machine",
                    "RoleArn": role,
                    "DefinitionSubstitutions": {"FunctionArn": {"Fn::GetAtt": ["Function", "Arn"]}},
                    "Definition": {
                        "StartAt": "Double",
                        "States": {"Double": {"Type": "Task", "Resource": "${FunctionArn}", "End": True}},
                    },
                },
            },
            "Nightly": {
                "Type": "AWS::Scheduler::Schedule",
                "Properties": {
                    "Name": "story-nightly",
                    "ScheduleExpression": "rate(1 day)",
                    "FlexibleTimeWindow": {"Mode": "OFF"},
                    "Target": {"Arn": {"Ref": "Machine"}, "RoleArn": role, "Input": '{"number": 1}'},
                },
            },
            "Rule": {
                "Type": "AWS::Events::Rule",
                "Properties": {
                    "Name": "story-rule",
                    "EventPattern": {"source": ["aws.s3"], "detail-type": ["Object Created"]},
                    "Targets": [{"Id": "machine", "Arn": {"Ref": "Machine"}, "RoleArn": role}],
                },
            },
            "Build": {
                "Type": "AWS::CodeBuild::Project",
                "Properties": {
                    "Name": "story-build",
                    "ServiceRole": role,
                    "Source": {"Type": "CODEPIPELINE", "BuildSpec": "version: 0.2"},
                    "Artifacts": {"Type": "CODEPIPELINE"},
                    "Environment": {
                        "Type": "LINUX_CONTAINER",
                        "ComputeType": "BUILD_GENERAL1_SMALL",
                        "Image": "aws/codebuild/standard:7.0",
                    },
                },
            },
            "Delivery": {
                "Type": "AWS::CodePipeline::Pipeline",
                "Properties": {
                    "Name": "story-delivery",
                    "RoleArn": role,
                    "PipelineType": "V2",
                    "ArtifactStore": {"Type": "S3", "Location": {"Ref": "Bucket"}},
                    "Stages": [
                        {"Name": "Source", "Actions": [source_action({"Ref": "Bucket"})]},
                        {"Name": "Build", "Actions": [build_action({"Ref": "Build"})]},
                    ],
                },
            },
            "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "story-topic", "DisplayName": "Story"}},
            "Images": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryName": "story-images"}},
            "Connection": {
                "Type": "AWS::CodeConnections::Connection",
                "Properties": {"ConnectionName": "story-git", "ProviderType": "GitHub"},
            },
            "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": "story-cluster"}},
            "Task": {
                "Type": "AWS::ECS::TaskDefinition",
                "Properties": {
                    "Family": "story-task",
                    "ContainerDefinitions": [{"Name": "main", "Image": "nginx", "Memory": 128}],
                },
            },
            "Service": {
                "Type": "AWS::ECS::Service",
                "Properties": {
                    "ServiceName": "story-service",
                    "Cluster": {"Ref": "Cluster"},
                    "TaskDefinition": {"Ref": "Task"},
                    "DesiredCount": 1,
                },
            },
        },
        "Outputs": {
            "BucketName": {"Value": {"Ref": "Bucket"}},
            "MachineArn": {"Value": {"Fn::GetAtt": ["Machine", "Arn"]}},
        },
    }


def source_action(bucket: Value) -> dict[str, Value]:
    return {
        "Name": "Fetch",
        "ActionTypeId": {"Category": "Source", "Owner": "AWS", "Provider": "S3", "Version": "1"},
        "Configuration": {"S3Bucket": bucket, "S3ObjectKey": "source.zip", "PollForSourceChanges": False},
        "OutputArtifacts": [{"Name": "source"}],
    }


def build_action(project: Value) -> dict[str, Value]:
    return {
        "Name": "Make",
        "ActionTypeId": {"Category": "Build", "Owner": "AWS", "Provider": "CodeBuild", "Version": "1"},
        "Configuration": {"ProjectName": project},
        "InputArtifacts": [{"Name": "source"}],
    }


def plan(stacks: Value, name: str, content: Template, kind: str, **more: Value) -> dict[str, Value]:
    """Create a change set and return its description."""
    given = {"StackName": name, "ChangeSetName": f"{name}-{kind.lower()}"}
    if kind == "UPDATE":
        known = {item["ChangeSetName"] for item in stacks.list_change_sets(StackName=name)["Summaries"]}
        if given["ChangeSetName"] in known:
            stacks.delete_change_set(**given)
    stacks.create_change_set(
        **given, ChangeSetType=kind, TemplateBody=json.dumps(content), Capabilities=["CAPABILITY_IAM"], **more
    )
    described: dict[str, Value] = stacks.describe_change_set(**given, IncludePropertyValues=True)
    return described


def deploy(stacks: Value, name: str, content: Template, kind: str, **more: Value) -> dict[str, Value]:
    """Plan, execute and await a change set; return the stack as it is then."""
    described = plan(stacks, name, content, kind, **more)
    assert described["Status"] == "CREATE_COMPLETE", described
    stacks.execute_change_set(StackName=name, ChangeSetName=described["ChangeSetName"])
    return settled(stacks, described["StackId"])


def settled(stacks: Value, stack_id: str) -> dict[str, Value]:
    """Return a stack once nothing is in progress in it."""
    look: Callable[[], Value] = lambda: stacks.describe_stacks(StackName=stack_id)["Stacks"][0]  # noqa: E731 - one line each
    stack: dict[str, Value] = until(look, lambda seen: not seen["StackStatus"].endswith("IN_PROGRESS"))
    return stack


def actions(described: dict[str, Value]) -> dict[str, tuple[str, str]]:
    """Return action and replacement by logical id."""
    changes = [change["ResourceChange"] for change in described["Changes"]]
    return {change["LogicalResourceId"]: (change["Action"], change.get("Replacement", "")) for change in changes}
