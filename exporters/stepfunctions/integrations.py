"""How Step Functions spells a call: the integrations made for a service, and the general one for all others.

Source: the list of optimised integrations in the Step Functions developer guide.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from designer.catalog.steps import Call

_SYNC = {
    ("athena", "StartQueryExecution"): ".sync",
    ("batch", "SubmitJob"): ".sync",
    ("bedrock", "CreateModelCustomizationJob"): ".sync",
    ("codebuild", "StartBuild"): ".sync",
    ("codebuild", "StartBuildBatch"): ".sync",
    ("databrew", "StartJobRun"): ".sync",
    ("ecs", "RunTask"): ".sync",
    ("emr-containers", "StartJobRun"): ".sync",
    ("emr-serverless", "StartJobRun"): ".sync",
    ("glue", "StartJobRun"): ".sync",
    ("sagemaker", "CreateHyperParameterTuningJob"): ".sync",
    ("sagemaker", "CreateLabelingJob"): ".sync",
    ("sagemaker", "CreateProcessingJob"): ".sync",
    ("sagemaker", "CreateTrainingJob"): ".sync",
    ("sagemaker", "CreateTransformJob"): ".sync",
    ("stepfunctions", "StartExecution"): ".sync:2",
}
_REQUEST_ONLY = {
    ("athena", "GetQueryExecution"),
    ("athena", "GetQueryResults"),
    ("athena", "StopQueryExecution"),
    ("bedrock-runtime", "InvokeModel"),
    ("codebuild", "BatchDeleteBuilds"),
    ("codebuild", "StopBuild"),
    ("dynamodb", "DeleteItem"),
    ("dynamodb", "GetItem"),
    ("dynamodb", "PutItem"),
    ("dynamodb", "UpdateItem"),
    ("emr-containers", "CreateVirtualCluster"),
    ("emr-containers", "DeleteVirtualCluster"),
    ("events", "PutEvents"),
    ("lambda", "Invoke"),
    ("sagemaker", "CreateEndpoint"),
    ("sagemaker", "CreateEndpointConfig"),
    ("sagemaker", "CreateModel"),
    ("sagemaker", "UpdateEndpoint"),
    ("sns", "Publish"),
    ("sqs", "SendMessage"),
}
_OPTIMISED_NAMES = {"bedrock-runtime": "bedrock", "stepfunctions": "states"}
# The SDK integrations go by the service's id; where boto3's name is not that id in small letters, it stands here.
_SDK_NAMES = {
    "ce": "costexplorer",
    "config": "configservice",
    "ds": "directoryservice",
    "elb": "elasticloadbalancing",
    "elbv2": "elasticloadbalancingv2",
    "es": "elasticsearchservice",
    "events": "eventbridge",
    "iot-data": "iotdataplane",
    "logs": "cloudwatchlogs",
    "stepfunctions": "sfn",
}
# What the prefix of an error is called, where it is not the service's name with a capital.
_ERROR_NAMES = {
    "batch": "Batch",
    "bedrock-runtime": "BedrockRuntime",
    "codebuild": "CodeBuild",
    "databrew": "DataBrew",
    "dynamodb": "DynamoDb",
    "ecr": "Ecr",
    "ecs": "Ecs",
    "emr-containers": "EmrContainers",
    "emr-serverless": "EmrServerless",
    "eventbridge": "EventBridge",
    "events": "EventBridge",
    "logs": "CloudWatchLogs",
    "sagemaker": "SageMaker",
    "stepfunctions": "Sfn",
}
# Where the answer of a `.sync` integration is laid out otherwise than the describe operation's: what it begins with
# there, and what stands for that here.
_ANSWERS: Mapping[tuple[str, str], tuple[tuple[str | int, ...], tuple[str | int, ...]]] = {
    ("codebuild", "StartBuild"): (("Builds", 0), ("Build",)),
    ("databrew", "StartJobRun"): ((), ()),
    ("glue", "StartJobRun"): (("JobRun",), ()),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Integration:
    """A resource of a task. `waits`: the task ends with the job. `optimised`: it is made for the service."""

    resource: str
    waits: bool
    optimised: bool


def integration(call: Call, region: str) -> Integration:
    """Return how to make a call, waiting for its end where the engine can."""
    key = (call.service, call.operation)
    if call.token:
        return Integration(resource=token_resource(*key, region), waits=True, optimised=True)
    if key in _SYNC:
        ending = _SYNC[key] if call.wait else ""
        return Integration(resource=_optimised(*key, region) + ending, waits=bool(call.wait), optimised=True)
    if key in _REQUEST_ONLY:
        return Integration(resource=_optimised(*key, region), waits=False, optimised=True)
    return Integration(resource=sdk_resource(call.service, call.operation, region), waits=False, optimised=False)


def operation_resource(service: str, operation: str, region: str) -> str:
    """Return the resource of a plain request, by the optimised integration where there is one."""
    if (service, operation) in _REQUEST_ONLY or (service, operation) in _SYNC:
        return _optimised(service, operation, region)
    return sdk_resource(service, operation, region)


def sdk_resource(service: str, operation: str, region: str) -> str:
    """Return the resource of the general SDK integration."""
    name = _SDK_NAMES.get(service, service.replace("-", ""))
    return f"arn:{partition(region)}:states:::aws-sdk:{name}:{_camel(operation)}"


def token_resource(service: str, operation: str, region: str) -> str:
    """Return the resource of a request that hands out a task token and waits until somebody sends it back."""
    return f"{_optimised(service, operation, region)}.waitForTaskToken"


def partition(region: str) -> str:
    """Return the partition that a region belongs to."""
    if region.startswith("cn-"):
        return "aws-cn"
    return "aws-us-gov" if region.startswith("us-gov-") else "aws"


def passing_errors(service: str, *, optimised: bool) -> list[str]:
    """Return the errors that are worth another try: faults of the service, throttling, a full account."""
    if service == "lambda" and optimised:
        names = ("ServiceException", "AWSLambdaException", "SdkClientException", "TooManyRequestsException")
        return [f"Lambda.{name}" for name in names]
    prefix = _ERROR_NAMES.get(service) or service[:1].upper() + service[1:].replace("-", "")
    if service == "sagemaker" and optimised:
        return ["SageMaker.AmazonSageMakerException", "SageMaker.ResourceLimitExceededException"]
    return [f"{prefix}.{prefix}Exception", f"{prefix}.ThrottlingException", f"{prefix}.SdkClientException"]


def answer_path(call: Call, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return where a member of the describe operation's response stands in the answer of a task that waits."""
    here, there = _ANSWERS.get((call.service, call.operation), ((), ()))
    return (*there, *path[len(here) :]) if here and path[: len(here)] == here else path


def _optimised(service: str, operation: str, region: str) -> str:
    return f"arn:{partition(region)}:states:::{_OPTIMISED_NAMES.get(service, service)}:{_camel(operation)}"


def _camel(operation: str) -> str:
    return operation[:1].lower() + operation[1:]
