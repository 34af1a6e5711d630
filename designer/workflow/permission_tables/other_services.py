"""Which actions an operation of a service other than SageMaker needs, and on which resource.

Source: Service Authorization Reference. An ARN is a template: `{Member}` is the request's member, reduced to a name
where an ARN stands there, and `*` where it is known only while the pipeline runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_HERE = "${Region}:${AccountId}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow:
    """Actions and the resources they work on; `passed_to` is the service that a role is handed to."""

    actions: tuple[str, ...]
    resources: tuple[str, ...]
    passed_to: str = ""


def _arn(service: str, rest: str) -> str:
    return f"arn:${{Partition}}:{service}:{_HERE}:{rest}"


_FUNCTION = (_arn("lambda", "function:{FunctionName}"), _arn("lambda", "function:{FunctionName}:*"))
_PROJECT = (_arn("codebuild", "project/{projectName}"),)
_TABLE = (_arn("dynamodb", "table/{TableName}"),)
_OBJECT = ("arn:${Partition}:s3:::{Bucket}/{Key}",)
_ECS_SERVICE = (_arn("ecs", "service/{cluster}/{service}"),)

OTHER_SERVICES: Mapping[tuple[str, str], ServiceRow] = {
    ("lambda", "Invoke"): ServiceRow(actions=("lambda:InvokeFunction",), resources=_FUNCTION),
    ("lambda", "UpdateFunctionCode"): ServiceRow(
        actions=("lambda:UpdateFunctionCode", "lambda:GetFunction", "lambda:GetFunctionConfiguration"),
        resources=_FUNCTION,
    ),
    ("lambda", "UpdateFunctionConfiguration"): ServiceRow(
        actions=("lambda:UpdateFunctionConfiguration", "lambda:GetFunction", "lambda:GetFunctionConfiguration"),
        resources=_FUNCTION,
        passed_to="lambda.amazonaws.com",
    ),
    ("lambda", "PublishVersion"): ServiceRow(actions=("lambda:PublishVersion",), resources=_FUNCTION),
    ("lambda", "UpdateAlias"): ServiceRow(actions=("lambda:UpdateAlias", "lambda:GetAlias"), resources=_FUNCTION),
    ("codebuild", "StartBuild"): ServiceRow(
        actions=("codebuild:StartBuild", "codebuild:StopBuild", "codebuild:BatchGetBuilds"), resources=_PROJECT
    ),
    ("codebuild", "StartBuildBatch"): ServiceRow(
        actions=("codebuild:StartBuildBatch", "codebuild:StopBuildBatch", "codebuild:BatchGetBuildBatches"),
        resources=_PROJECT,
    ),
    ("sns", "Publish"): ServiceRow(actions=("sns:Publish",), resources=("{TopicArn!}",)),
    ("sqs", "ReceiveMessage"): ServiceRow(actions=("sqs:ReceiveMessage",), resources=(_arn("sqs", "{QueueUrl}"),)),
    ("sqs", "SendMessage"): ServiceRow(actions=("sqs:SendMessage",), resources=(_arn("sqs", "{QueueUrl}"),)),
    ("events", "PutEvents"): ServiceRow(actions=("events:PutEvents",), resources=(_arn("events", "event-bus/*"),)),
    ("dynamodb", "GetItem"): ServiceRow(actions=("dynamodb:GetItem",), resources=_TABLE),
    ("dynamodb", "PutItem"): ServiceRow(actions=("dynamodb:PutItem",), resources=_TABLE),
    ("dynamodb", "UpdateItem"): ServiceRow(actions=("dynamodb:UpdateItem",), resources=_TABLE),
    ("dynamodb", "DeleteItem"): ServiceRow(actions=("dynamodb:DeleteItem",), resources=_TABLE),
    ("s3", "GetObject"): ServiceRow(actions=("s3:GetObject",), resources=_OBJECT),
    ("s3", "HeadObject"): ServiceRow(actions=("s3:GetObject",), resources=_OBJECT),
    ("s3", "PutObject"): ServiceRow(actions=("s3:PutObject",), resources=_OBJECT),
    ("s3", "CopyObject"): ServiceRow(actions=("s3:GetObject", "s3:PutObject"), resources=_OBJECT),
    ("s3", "DeleteObject"): ServiceRow(actions=("s3:DeleteObject",), resources=_OBJECT),
    ("s3", "ListObjectsV2"): ServiceRow(actions=("s3:ListBucket",), resources=("arn:${Partition}:s3:::{Bucket}",)),
    ("ecs", "RunTask"): ServiceRow(
        actions=("ecs:RunTask", "ecs:StopTask", "ecs:DescribeTasks", "ecs:TagResource"),
        resources=(_arn("ecs", "task-definition/{taskDefinition}:*"), _arn("ecs", "task/*")),
        passed_to="ecs-tasks.amazonaws.com",
    ),
    ("ecs", "UpdateService"): ServiceRow(
        actions=("ecs:UpdateService", "ecs:DescribeServices", "ecs:TagResource"), resources=_ECS_SERVICE
    ),
    ("ecs", "CreateService"): ServiceRow(
        actions=("ecs:CreateService", "ecs:DescribeServices", "ecs:TagResource"), resources=_ECS_SERVICE
    ),
    ("ecs", "DescribeServices"): ServiceRow(actions=("ecs:DescribeServices",), resources=_ECS_SERVICE),
    # Registering and describing a task definition know no resource: the reference lists none for them.
    ("ecs", "RegisterTaskDefinition"): ServiceRow(
        actions=("ecs:RegisterTaskDefinition", "ecs:DescribeTaskDefinition"),
        resources=("*",),
        passed_to="ecs-tasks.amazonaws.com",
    ),
    ("ecs", "DescribeTaskDefinition"): ServiceRow(actions=("ecs:DescribeTaskDefinition",), resources=("*",)),
    ("eks", "DescribeCluster"): ServiceRow(
        actions=("eks:DescribeCluster",), resources=(_arn("eks", "cluster/{name}"),)
    ),
    ("batch", "SubmitJob"): ServiceRow(
        actions=("batch:SubmitJob", "batch:TagResource"),
        resources=(_arn("batch", "job-definition/{jobDefinition}*"), _arn("batch", "job-queue/{jobQueue}")),
    ),
    ("glue", "StartJobRun"): ServiceRow(
        actions=("glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"),
        resources=(_arn("glue", "job/{JobName}"),),
    ),
    ("stepfunctions", "StartExecution"): ServiceRow(
        actions=("states:StartExecution", "states:DescribeExecution", "states:StopExecution"),
        resources=(_arn("states", "stateMachine:{stateMachineArn}"), _arn("states", "execution:{stateMachineArn}:*")),
    ),
    ("athena", "StartQueryExecution"): ServiceRow(
        actions=(
            "athena:StartQueryExecution",
            "athena:StopQueryExecution",
            "athena:GetQueryExecution",
            "athena:GetQueryResults",
        ),
        resources=(_arn("athena", "workgroup/{WorkGroup}"),),
    ),
    ("bedrock-runtime", "Converse"): ServiceRow(
        actions=("bedrock:InvokeModel",), resources=("arn:${Partition}:bedrock:${Region}::foundation-model/{modelId!}",)
    ),
    ("bedrock-runtime", "InvokeModel"): ServiceRow(
        actions=("bedrock:InvokeModel",), resources=("arn:${Partition}:bedrock:${Region}::foundation-model/{modelId!}",)
    ),
    ("bedrock", "CreateModelCustomizationJob"): ServiceRow(
        actions=(
            "bedrock:CreateModelCustomizationJob",
            "bedrock:GetModelCustomizationJob",
            "bedrock:StopModelCustomizationJob",
            "bedrock:TagResource",
        ),
        resources=(
            "arn:${Partition}:bedrock:${Region}::foundation-model/{baseModelIdentifier!}",
            _arn("bedrock", "custom-model/*"),
            _arn("bedrock", "model-customization-job/*"),
        ),
        passed_to="bedrock.amazonaws.com",
    ),
    ("databrew", "StartJobRun"): ServiceRow(
        actions=(
            "databrew:StartJobRun",
            "databrew:DescribeJobRun",
            "databrew:ListJobRuns",
            "databrew:StopJobRun",
        ),
        resources=(_arn("databrew", "job/{Name}"),),
    ),
    ("emr", "AddJobFlowSteps"): ServiceRow(
        actions=(
            "elasticmapreduce:AddJobFlowSteps",
            "elasticmapreduce:DescribeStep",
            "elasticmapreduce:CancelSteps",
        ),
        resources=(_arn("elasticmapreduce", "cluster/{JobFlowId}"),),
    ),
    ("emr-serverless", "StartJobRun"): ServiceRow(
        actions=("emr-serverless:StartJobRun", "emr-serverless:GetJobRun", "emr-serverless:CancelJobRun"),
        resources=(
            _arn("emr-serverless", "/applications/{applicationId}"),
            _arn("emr-serverless", "/applications/{applicationId}/jobruns/*"),
        ),
        passed_to="emr-serverless.amazonaws.com",
    ),
    ("emr-containers", "StartJobRun"): ServiceRow(
        actions=("emr-containers:StartJobRun", "emr-containers:DescribeJobRun", "emr-containers:CancelJobRun"),
        resources=(
            _arn("emr-containers", "/virtualclusters/{virtualClusterId}"),
            _arn("emr-containers", "/virtualclusters/{virtualClusterId}/jobruns/*"),
        ),
    ),
    ("sagemaker-runtime", "InvokeEndpoint"): ServiceRow(
        actions=("sagemaker:InvokeEndpoint",), resources=(_arn("sagemaker", "endpoint/{EndpointName}"),)
    ),
}
