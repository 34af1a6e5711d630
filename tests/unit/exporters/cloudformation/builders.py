"""Workflows and engines to make templates of."""

from designer.catalog.needs import (
    BuildProject,
    Function,
    GitTrigger,
    Need,
    ObjectTrigger,
    PackageGroup,
    Repository,
    ScheduleTrigger,
    Statement,
    Topic,
)
from designer.catalog.steps import Approval, Call, Choice, Comparison, Step, Wait
from designer.catalog.values import Deployed, FileValue, ParameterValue, joined
from designer.document.model import Document, Parameter
from designer.workflow.model import Workflow
from designer.workflow.permissions import engine_statements
from exporters.cloudformation.engine import EngineResource, Start, Verbatim

IMAGE = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"
OUTPUT = joined("s3://", Deployed("ArtifactBucket"), "/churn/train/model")


def training(**changes: object) -> Call:
    request: dict[str, object] = {
        "AlgorithmSpecification": {"TrainingImage": IMAGE, "TrainingInputMode": "File"},
        "RoleArn": Deployed("ExecutionRoleArn"),
        "InputDataConfig": [
            {"ChannelName": "train", "DataSource": {"S3DataSource": {"S3Uri": "s3://customer-data/churn/train.csv"}}},
        ],
        "OutputDataConfig": {"S3OutputPath": OUTPUT},
    }
    wait = Wait(
        describe="DescribeTrainingJob",
        identifier="TrainingJobName",
        status=("TrainingJobStatus",),
        succeeded=("Completed",),
        failed=("Failed", "Stopped"),
    )
    return Call(
        id="train",
        node="train",
        service="sagemaker",
        operation="CreateTrainingJob",
        request=request | changes,
        name_member="TrainingJobName",
        wait=wait,
        passes_role=True,
    )


def call(service: str, operation: str, **request: object) -> Call:
    return Call(id="step", node="step", service=service, operation=operation, request=request)


def workflow(
    *steps: Step,
    needs: tuple[Need, ...] = (),
    settings: dict[str, object] | None = None,
    statements: tuple[Statement, ...] = (),
    parameters: tuple[Parameter, ...] = (),
    name: str = "churn",
) -> Workflow:
    return Workflow(
        name=name,
        description="Tell who leaves",
        region="us-east-1",
        parameters=parameters,
        steps=steps,
        after={step.id: () for step in steps},
        document=Document(name=name, settings=settings or {}),
        needs=needs,
        statements=statements,
    )


def every_need() -> tuple[Need, ...]:
    return (
        Function(
            logical_id="PrepareFunction",
            node="prepare",
            runtime="python3.12",
            handler="app.run",
            asset_key="assets/0123/prepare.zip",
            timeout_seconds=60,
            memory_mb=256,
            environment={"BUCKET": Deployed("ArtifactBucket"), "GREETING": "${HOME} stays"},
            statements=(
                Statement(
                    actions=("s3:PutObject",),
                    resources=(
                        joined("arn:", Deployed("Partition"), ":s3:::", Deployed("ArtifactBucket"), "/prepared/*"),
                    ),
                    reason="Write what it prepares",
                ),
            ),
        ),
        BuildProject(
            logical_id="ImageProject",
            node="image",
            buildspec='version: 0.2\nphases:\n  build:\n    commands:\n      - echo "${HOME} ${REPOSITORY}"\n',
            privileged=True,
            environment={"REPOSITORY": Deployed("ImageRepositoryUri")},
            source_key="assets/4567/image.zip",
        ),
        PackageGroup(logical_id="RegisterGroup", node="register", name="churn-models"),
        Repository(logical_id="ImageRepository", node="image", name="churn/image"),
        Topic(logical_id="NotifyTopic", node="notify", emails=("team@example.com", "lead@example.com")),
        ObjectTrigger(logical_id="NewDataTrigger", node="new-data", bucket="", prefix="incoming/", suffix=".csv"),
        ObjectTrigger(logical_id="OtherDataTrigger", node="other-data", bucket="customer-data"),
        ScheduleTrigger(
            logical_id="NightlyTrigger", node="nightly", expression="cron(0 6 * * ? *)", timezone="Europe/Paris"
        ),
    )


def every_step() -> tuple[Step, ...]:
    metric = FileValue(step="train", output="metrics", file="m.json", uri=OUTPUT, path=("auc", "value"))
    return (
        training(),
        call("lambda", "Invoke", FunctionName=Deployed("PrepareFunctionArn")),
        Call(
            id="build",
            node="image",
            service="codebuild",
            operation="StartBuild",
            request={"projectName": Deployed("ImageProjectName")},
        ),
        Choice(id="good", node="good", condition=Comparison(metric, ">", 0.8)),
        Call(
            id="register",
            node="register",
            service="sagemaker",
            operation="CreateModelPackage",
            request={
                "ModelPackageGroupName": "churn-models",
                "InferenceSpecification": {"Containers": [{"Image": IMAGE, "ModelDataUrl": ParameterValue("Model")}]},
            },
        ),
        Call(
            id="endpoint",
            node="deploy",
            service="sagemaker",
            operation="CreateEndpoint",
            update="UpdateEndpoint",
            request={"EndpointName": "churn", "EndpointConfigName": "churn-config"},
        ),
        Approval(id="approve", node="approve", message="Go on?", topic_arn=Deployed("NotifyTopicArn")),
    )


def whole(**settings: object) -> Workflow:
    parameters = (Parameter(name="Model", default="s3://customer-models/a/model.tar.gz"),)
    return workflow(*every_step(), needs=every_need(), settings=settings, parameters=parameters)


def sagemaker_engine(flow: Workflow) -> EngineResource:
    body = '{\n  "Version": "2020-12-01",\n  "Steps": [{"Role": "${ExecutionRoleArn}", "Shell": "${HOME}"}]\n}'
    arn = "arn:${Partition}:sagemaker:${Region}:${AccountId}:pipeline/churn"
    return EngineResource(
        id="sagemaker",
        type="AWS::SageMaker::Pipeline",
        properties={
            "PipelineName": "churn",
            "PipelineDefinition": {"PipelineDefinitionBody": body},
            "RoleArn": Deployed("EngineRoleArn"),
        },
        role_service="sagemaker.amazonaws.com",
        statements=engine_statements(flow, "sagemaker"),
        start=Start(
            action="sagemaker:StartPipelineExecution",
            arn=arn,
            target={"SageMakerPipelineParameters": {"PipelineParameterList": []}},
        ),
    )


def step_functions_engine(flow: Workflow) -> EngineResource:
    definition = {
        "QueryLanguage": "JSONata",
        "StartAt": "train",
        "States": {
            "train": {
                "Type": "Task",
                "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": {"FunctionName": "${PrepareFunctionArn}", "Payload": {"shell": "${HOME}"}},
                "End": True,
            },
        },
    }
    return EngineResource(
        id="stepfunctions",
        type="AWS::StepFunctions::StateMachine",
        properties={
            "StateMachineName": "churn",
            "Definition": Verbatim(definition),
            "DefinitionSubstitutions": {"PrepareFunctionArn": Deployed("PrepareFunctionArn")},
            "RoleArn": Deployed("EngineRoleArn"),
            "TracingConfiguration": {"Enabled": True},
            "LoggingConfiguration": {
                "Level": "ALL",
                "IncludeExecutionData": True,
                "Destinations": [{"CloudWatchLogsLogGroup": {"LogGroupArn": Deployed("PipelineLogsArn")}}],
            },
        },
        role_service="states.amazonaws.com",
        statements=engine_statements(flow, "stepfunctions"),
        start=Start(action="states:StartExecution", arn={"Ref": "Pipeline"}, target={"Input": "{}"}),
        log_group="/aws/vendedlogs/states/${StackName}",
    )


def code_pipeline_engine(flow: Workflow) -> EngineResource:
    needs = (
        GitTrigger(logical_id="SourceConnection", node="source", provider="connection", repository="team/churn"),
        BuildProject(logical_id="TrainProject", node="train", buildspec="version: 0.2\n# ${ArtifactBucket} ${HOME}\n"),
    )
    source = {
        "Name": "source",
        "ActionTypeId": {"Category": "Source", "Owner": "AWS", "Provider": "CodeStarSourceConnection", "Version": "1"},
        "Configuration": {
            "ConnectionArn": Deployed("SourceConnectionArn"),
            "FullRepositoryId": "team/churn",
            "BranchName": "main",
        },
        "OutputArtifacts": [{"Name": "source"}],
    }
    train = {
        "Name": "train",
        "ActionTypeId": {"Category": "Build", "Owner": "AWS", "Provider": "CodeBuild", "Version": "1"},
        "Configuration": {"ProjectName": Deployed("TrainProjectName")},
        "InputArtifacts": [{"Name": "source"}],
    }
    return EngineResource(
        id="codepipeline",
        type="AWS::CodePipeline::Pipeline",
        properties={
            "Name": "churn",
            "PipelineType": "V2",
            "RoleArn": Deployed("EngineRoleArn"),
            "ArtifactStore": {"Type": "S3", "Location": Deployed("ArtifactBucket")},
            "Stages": [{"Name": "Source", "Actions": [source]}, {"Name": "Train", "Actions": [train]}],
        },
        role_service="codepipeline.amazonaws.com",
        statements=engine_statements(flow, "codepipeline", needs),
        start=Start(
            action="codepipeline:StartPipelineExecution",
            arn="arn:${Partition}:codepipeline:${Region}:${AccountId}:churn",
        ),
        needs=needs,
    )


ENGINES = {
    "sagemaker": sagemaker_engine,
    "stepfunctions": step_functions_engine,
    "codepipeline": code_pipeline_engine,
}
