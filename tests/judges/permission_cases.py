"""What the integration of every kind that calls AWS needs to be allowed, written down apart from the program's own tables.

Sources: Step Functions Developer Guide, "IAM policies for integrated services" with its page for each service, and the
Service Authorization Reference for the resource that each action works on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

HERE = "us-east-1:123456789012"
ROLE = "arn:aws:iam::123456789012:role/jobs"
QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/work"
IMAGE = "1.dkr.ecr.us-east-1.amazonaws.com/x:1"
FILES: Mapping[str, bytes] = {
    "app/api.yaml": b"kind: Service",
    "look.ipynb": b'{"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
}
Need: TypeAlias = tuple[str, str]
Drawing: TypeAlias = Mapping[str, object]

_DATA = {"kind": "s3_data", "settings": {"uri": "s3://lake/in/"}}
_TRAINED = {"kind": "training", "settings": {}}
_BUILT = {"kind": "build", "settings": {"image_repository": "app"}}
_MODEL = {"kind": "create_model", "settings": {"image": IMAGE}}


@dataclass(frozen=True, slots=True)
class Case:
    """A pipeline around the node `node`, and what its engine must be allowed on which ARN."""

    nodes: Drawing
    edges: tuple[str, ...]
    needs: tuple[Need, ...]


def case(kind: str, settings: Drawing, *needs: Need, edges: tuple[str, ...] = (), **beside: object) -> Case:
    """Return the case of a node of a kind, with nodes beside it by name."""
    return Case({**beside, "node": {"kind": kind, "settings": settings}}, edges, needs)


def _all(actions: Iterable[str], *arns: str) -> tuple[Need, ...]:
    return tuple((action, arn) for action in actions for arn in arns)


def _rule(name: str) -> tuple[Need, ...]:
    arn = f"arn:aws:events:{HERE}:rule/StepFunctions{name}Rule"
    return _all(("events:PutTargets", "events:PutRule", "events:DescribeRule"), arn)


def _sagemaker(verbs: Iterable[str], noun: str, resource: str) -> tuple[Need, ...]:
    return _all((f"sagemaker:{verb}{noun}" for verb in verbs), f"arn:aws:sagemaker:{HERE}:{resource}/churn-node-1")


def _sagemaker_job(noun: str, resource: str, rule: str) -> tuple[Need, ...]:
    made = f"arn:aws:sagemaker:{HERE}:{resource}/churn-node-1"
    events = _rule(f"GetEventsForSageMaker{rule}Jobs")
    return (*_sagemaker(("Create", "Describe", "Stop"), noun, resource), ("sagemaker:AddTags", made), *events)


_PROCESSING = _sagemaker_job("ProcessingJob", "processing-job", "Processing")
_TRAINING = _sagemaker_job("TrainingJob", "training-job", "Training")

SAGEMAKER = {
    "training": case("training", {}, *_TRAINING, edges=("data.dataset -> node.train",), data=_DATA),
    "notebook_job": case("notebook_job", {"notebook": "look.ipynb"}, *_TRAINING),
    "tuning": case(
        "tuning",
        {"ranges": [{"name": "eta", "low": 0.1, "high": 0.5}]},
        *_sagemaker_job("HyperParameterTuningJob", "hyper-parameter-tuning-job", "Tuning"),
        edges=("data.dataset -> node.train",),
        data=_DATA,
    ),
    "processing": case("processing", {"image": IMAGE}, *_PROCESSING, edges=("data.dataset -> node.data",), data=_DATA),
    "evaluation": case(
        "evaluation",
        {"image": IMAGE},
        *_PROCESSING,
        edges=("train.model -> node.model", "data.dataset -> train.train"),
        train=_TRAINED,
        data=_DATA,
    ),
    "quality_check": case(
        "quality_check", {"skip_check": True}, *_PROCESSING, edges=("data.dataset -> node.data",), data=_DATA
    ),
    "clarify_check": case(
        "clarify_check",
        {"skip_check": True, "label": "y", "facet": "sex", "headers": ["y", "sex"]},
        *_PROCESSING,
        edges=("data.dataset -> node.data",),
        data=_DATA,
    ),
    "automl": case(
        "automl",
        {"target": "y"},
        *_sagemaker(("Create", "Describe"), "AutoMLJob", "automl-job"),
        *_sagemaker(("Stop",), "AutoMLJob", "automl-job"),
        edges=("data.dataset -> node.train",),
        data=_DATA,
    ),
    "create_model": case(
        "create_model",
        {"image": IMAGE},
        *_sagemaker(("Create",), "Model", "model"),
        ("sagemaker:AddTags", f"arn:aws:sagemaker:{HERE}:model/churn-node-1"),
    ),
    "batch_transform": case(
        "batch_transform",
        {},
        *_sagemaker_job("TransformJob", "transform-job", "Transform"),
        edges=("model.model -> node.model", "data.dataset -> node.data"),
        model=_MODEL,
        data=_DATA,
    ),
    "monitor_transform": case(
        "monitor_transform",
        {"constraints": "s3://b/c.json"},
        *_sagemaker_job("TransformJob", "transform-job", "Transform"),
        *_all(
            ("sagemaker:CreateProcessingJob", "sagemaker:DescribeProcessingJob"),
            f"arn:aws:sagemaker:{HERE}:processing-job/churn-node-monitoring-1",
        ),
        edges=("model.model -> node.model", "data.dataset -> node.data"),
        model=_MODEL,
        data=_DATA,
    ),
    "register_model": case(
        "register_model",
        {"image": IMAGE, "group": "churners"},
        ("sagemaker:CreateModelPackage", f"arn:aws:sagemaker:{HERE}:model-package/churners/1"),
        ("sagemaker:CreateModelPackage", f"arn:aws:sagemaker:{HERE}:model-package-group/churners"),
        ("sagemaker:DescribeModelPackageGroup", f"arn:aws:sagemaker:{HERE}:model-package-group/churners"),
        ("s3:GetObject", "arn:aws:s3:::x/churn/train/model/1/model.tar.gz"),
        edges=("train.model -> node.model", "data.dataset -> train.train"),
        train=_TRAINED,
        data=_DATA,
    ),
    "deploy_endpoint": case(
        "deploy_endpoint",
        {"endpoint_name": "live"},
        *_sagemaker(("Create",), "EndpointConfig", "endpoint-config"),
        *_all(
            ("sagemaker:CreateEndpoint", "sagemaker:UpdateEndpoint", "sagemaker:DescribeEndpoint"),
            f"arn:aws:sagemaker:{HERE}:endpoint/live",
        ),
        edges=("model.model -> node.model",),
        model=_MODEL,
    ),
    "inference_component": case(
        "inference_component",
        {"cpus": 1},
        *_sagemaker(("Create", "Describe"), "InferenceComponent", "inference-component"),
        edges=("model.model -> node.model", "live.endpoint -> node.endpoint", "model.model -> live.model"),
        model=_MODEL,
        live={"kind": "deploy_endpoint", "settings": {"endpoint_name": "live"}},
    ),
    "pipeline_call": case(
        "pipeline_call",
        {"pipeline": "daily"},
        ("sagemaker:StartPipelineExecution", f"arn:aws:sagemaker:{HERE}:pipeline/daily"),
        *_all(
            ("sagemaker:DescribePipelineExecution", "sagemaker:StopPipelineExecution"),
            f"arn:aws:sagemaker:{HERE}:pipeline/daily/execution/1",
        ),
    ),
}
COMPUTE = {
    "lambda": case("lambda", {"function": "score"}, ("lambda:InvokeFunction", f"arn:aws:lambda:{HERE}:function:score")),
    "deploy_lambda": case(
        "deploy_lambda",
        {"function": "score"},
        *_all(
            ("lambda:UpdateFunctionCode", "lambda:GetFunctionConfiguration"), f"arn:aws:lambda:{HERE}:function:score"
        ),
        edges=("image.image -> node.image",),
        image=_BUILT,
    ),
    "deploy_eks": case("deploy_eks", {"cluster": "main", "manifests": "app"}, *_rule("GetEventForCodeBuildStartBuild")),
    "build": case("build", {}, *_rule("GetEventForCodeBuildStartBuild")),
    "glue_job": case(
        "glue_job",
        {"job": "clean"},
        *_all(
            ("glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"),
            f"arn:aws:glue:{HERE}:job/clean",
        ),
    ),
    "databrew_job": case(
        "databrew_job",
        {"job": "clean"},
        *_all(
            ("databrew:StartJobRun", "databrew:ListJobRuns", "databrew:StopJobRun"),
            f"arn:aws:databrew:{HERE}:job/clean",
        ),
    ),
    "batch_job": case(
        "batch_job",
        {"definition": "score", "queue": "fast"},
        *_all(
            ("batch:SubmitJob",),
            f"arn:aws:batch:{HERE}:job-definition/score:3",
            f"arn:aws:batch:{HERE}:job-queue/fast",
        ),
        *_rule("GetEventsForBatchJobs"),
    ),
    "ecs_task": case(
        "ecs_task",
        {"task_definition": "score:3", "subnets": ["subnet-1"]},
        ("ecs:RunTask", f"arn:aws:ecs:{HERE}:task-definition/score:3"),
        *_all(("ecs:StopTask", "ecs:DescribeTasks"), f"arn:aws:ecs:{HERE}:task/default/1"),
        *_rule("GetEventsForECSTask"),
    ),
    "deploy_ecs": case(
        "deploy_ecs",
        {"cluster": "main", "ecs_service": "api"},
        *_all(("ecs:UpdateService", "ecs:DescribeServices"), f"arn:aws:ecs:{HERE}:service/main/api"),
        *_all(("ecs:RegisterTaskDefinition", "ecs:DescribeTaskDefinition"), "*"),
        edges=("image.image -> node.image",),
        image=_BUILT,
    ),
    "emr_step": case(
        "emr_step",
        {"cluster_id": "j-1"},
        *_all(
            ("elasticmapreduce:AddJobFlowSteps", "elasticmapreduce:DescribeStep", "elasticmapreduce:CancelSteps"),
            f"arn:aws:elasticmapreduce:{HERE}:cluster/j-1",
        ),
    ),
    "emr_serverless_job": case(
        "emr_serverless_job",
        {"application_id": "00f1", "script": "s3://b/j.py", "role_arn": ROLE},
        ("emr-serverless:StartJobRun", f"arn:aws:emr-serverless:{HERE}:/applications/00f1"),
        *_all(
            ("emr-serverless:GetJobRun", "emr-serverless:CancelJobRun"),
            f"arn:aws:emr-serverless:{HERE}:/applications/00f1/jobruns/1",
        ),
    ),
    "emr_containers_job": case(
        "emr_containers_job",
        {"virtual_cluster_id": "abc", "script": "s3://b/j.py", "role_arn": ROLE},
        ("emr-containers:StartJobRun", f"arn:aws:emr-containers:{HERE}:/virtualclusters/abc"),
        *_all(
            ("emr-containers:DescribeJobRun", "emr-containers:CancelJobRun"),
            f"arn:aws:emr-containers:{HERE}:/virtualclusters/abc/jobruns/1",
        ),
    ),
}
DATA_AND_MODELS = {
    "athena_query": case(
        "athena_query",
        {"query": "SELECT 1", "database": "lake"},
        *_all(
            ("athena:StartQueryExecution", "athena:StopQueryExecution", "athena:GetQueryExecution"),
            f"arn:aws:athena:{HERE}:workgroup/primary",
        ),
        ("athena:GetDataCatalog", f"arn:aws:athena:{HERE}:datacatalog/AwsDataCatalog"),
        *_all(
            ("glue:GetTable", "glue:GetPartitions"),
            f"arn:aws:glue:{HERE}:catalog",
            f"arn:aws:glue:{HERE}:database/lake",
            f"arn:aws:glue:{HERE}:table/lake/churners",
        ),
        *_all(("s3:PutObject", "s3:GetObject"), "arn:aws:s3:::x/churn/node/result/1/2.csv"),
        ("s3:GetObject", "arn:aws:s3:::lake/in/part-1"),
        *_all(("s3:GetBucketLocation", "s3:ListBucket"), "arn:aws:s3:::lake", "arn:aws:s3:::x"),
        ("lakeformation:GetDataAccess", "*"),
        edges=("data.dataset -> node.data",),
        data=_DATA,
    ),
    "dynamodb_item": case(
        "dynamodb_item",
        {"do": "get", "table": "runs", "key": {"id": "one"}},
        ("dynamodb:GetItem", f"arn:aws:dynamodb:{HERE}:table/runs"),
    ),
    "bedrock_invoke": case(
        "bedrock_invoke",
        {"model": "amazon.nova-lite-v1:0", "prompt": "Hello"},
        ("bedrock:InvokeModel", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"),
    ),
    "bedrock_customization": case(
        "bedrock_customization",
        {"base_model": "amazon.nova-lite-v1:0", "role_arn": ROLE},
        (
            "bedrock:CreateModelCustomizationJob",
            "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
        ),
        *_all(
            ("bedrock:GetModelCustomizationJob", "bedrock:StopModelCustomizationJob"),
            f"arn:aws:bedrock:{HERE}:model-customization-job/x",
        ),
        edges=("data.dataset -> node.train",),
        data=_DATA,
    ),
}
CONNECTION = f"arn:aws:events:{HERE}:connection/crm/1"
REQUESTS = {
    "http_request": case(
        "http_request",
        {"url": "https://api.example.com", "connection_arn": CONNECTION},
        ("events:RetrieveConnectionCredentials", CONNECTION),
        ("secretsmanager:GetSecretValue", f"arn:aws:secretsmanager:{HERE}:secret:events!connection/crm/1"),
    ),
    "api_request": case(
        "api_request",
        {"api_id": "a1b2", "stage": "live", "path": "/models"},
        ("execute-api:Invoke", f"arn:aws:execute-api:{HERE}:a1b2/live/GET/models"),
    ),
}
MESSAGES = {
    "callback": case("callback", {"queue_url": QUEUE}, ("sqs:SendMessage", f"arn:aws:sqs:{HERE}:work")),
    "sqs_send": case(
        "sqs_send", {"queue_url": QUEUE, "message": {"done": True}}, ("sqs:SendMessage", f"arn:aws:sqs:{HERE}:work")
    ),
    "notify": case(
        "notify",
        {"topic_arn": f"arn:aws:sns:{HERE}:news", "message": "Done"},
        ("sns:Publish", f"arn:aws:sns:{HERE}:news"),
    ),
    "eventbridge_put": case("eventbridge_put", {}, ("events:PutEvents", f"arn:aws:events:{HERE}:event-bus/default")),
    "start_state_machine": case(
        "start_state_machine",
        {"state_machine": "daily"},
        ("states:StartExecution", f"arn:aws:states:{HERE}:stateMachine:daily"),
        *_all(("states:DescribeExecution", "states:StopExecution"), f"arn:aws:states:{HERE}:execution:daily:1"),
        *_rule("GetEventsForStepFunctionsExecution"),
    ),
    "aws_call": case(
        "aws_call",
        {"service": "glue", "operation": "StartCrawler", "request": {"Name": "lake"}},
        ("glue:StartCrawler", f"arn:aws:glue:{HERE}:crawler/lake"),
    ),
}
CASES: Mapping[str, Case] = {**SAGEMAKER, **COMPUTE, **DATA_AND_MODELS, **MESSAGES, **REQUESTS}
