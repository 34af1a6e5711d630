"""Workflows with every step that SageMaker Pipelines has, for the SDK to compose."""

from dataclasses import replace

from designer.catalog.steps import Comparison, Failure, Retry
from designer.catalog.values import AsText, Deployed, ExecutionValue, ParameterValue, StepOutput, joined
from designer.workflow.model import Workflow
from exporters.sagemaker.callers import with_callers
from tests.unit.exporters.drawing import drawn
from tests.unit.exporters.sagemaker.workflows import (
    PARAMETERS,
    ROLE,
    auc,
    call,
    choice,
    data,
    flow,
    invocation,
    package,
    processing,
    training,
    workflow,
)


def deployment() -> Workflow:
    trained = StepOutput("train", ("ModelArtifacts", "S3ModelArtifacts"))
    variant = {
        "VariantName": "all",
        "ModelName": StepOutput("model", ("ModelName",)),
        "InstanceType": ParameterValue("InstanceType"),
        "InitialInstanceCount": 1,
    }
    names = {
        "EndpointName": "churn",
        "EndpointConfigName": StepOutput("config", ("EndpointConfigName",)),
    }
    transform = {
        "ModelName": StepOutput("model", ("ModelName",)),
        "TransformInput": {"DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://b/in"}}},
        "TransformOutput": {"S3OutputPath": joined("s3://b/", ExecutionValue("start"), "/", ExecutionValue("name"))},
        "TransformResources": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1},
    }
    return workflow(
        training("train"),
        call(
            "model",
            "CreateModel",
            {
                "PrimaryContainer": {
                    "Image": "i",
                    "ModelDataUrl": trained,
                }
            },
        ),
        call("config", "CreateEndpointConfig", {"ProductionVariants": [variant]}),
        call("endpoint", "CreateEndpoint", names, update="UpdateEndpoint"),
        call("transform", "CreateTransformJob", transform, cache_for="P1D"),
        after={
            "model": (data("train"),),
            "config": (data("model"),),
            "endpoint": (data("config"),),
            "transform": (data("model"), flow("endpoint")),
        },
        parameters=PARAMETERS,
    )


def searches() -> Workflow:
    tuning = {
        "HyperParameterTuningJobConfig": {
            "Strategy": "Bayesian",
            "ResourceLimits": {
                "MaxNumberOfTrainingJobs": ParameterValue("MaxDepth", "Integer"),
                "MaxParallelTrainingJobs": 1,
            },
        },
        "TrainingJobDefinition": {"StaticHyperParameters": {"a": AsText(ParameterValue("Dry", "Boolean"))}},
    }
    automl = {"OutputDataConfig": {"S3OutputPath": "s3://b/o"}, "RoleArn": ROLE, "InputDataConfig": []}
    best = {
        "PrimaryContainer": {"Image": "i"},
        "Tags": [
            {"Key": "best", "Value": StepOutput("tune", ("BestTrainingJob", "TrainingJobName"))},
            {"Key": "name", "Value": StepOutput("auto", ("BestCandidate", "CandidateName"))},
            {
                "Key": "out",
                "Value": StepOutput("prepare", ("ProcessingOutputConfig", "Outputs", "report", "OutputName")),
            },
        ],
    }
    return workflow(
        processing("prepare"),
        call("tune", "CreateHyperParameterTuningJob", tuning),
        call("auto", "CreateAutoMLJob", automl, retries=(Retry(attempts=5, interval_seconds=3, backoff_rate=1.5),)),
        call("model", "CreateModel", best),
        after={"model": (data("tune"), data("auto"), data("prepare"))},
        parameters=PARAMETERS,
    )


def functions() -> Workflow:
    text = {
        "uri": joined("s3://", Deployed("ArtifactBucket"), "/{x}/", StepOutput("score", ("Payload", "auc"))),
        "count": 3,
        "ratio": 0.5,
        "dry": True,
        "depth": ParameterValue("MaxDepth", "Integer"),
        "braces": joined("{", Deployed("Region"), "}\\"),
    }
    enough = Comparison(StepOutput("score", ("Payload", "auc")), ">", ParameterValue("Ratio", "Float"))
    return workflow(
        invocation("score", {}, answers=("auc", "note"), cache_for="PT1H", description='Says "how good".'),
        replace(invocation("tell", text), description="${HOME} is kept\nas it is"),
        choice("check", enough),
        Failure(id="stop", node="stop", error="", cause=joined("too weak: ", StepOutput("score", ("Payload", "note")))),
        training("after"),
        after={
            "tell": (data("score"), flow("check", "then")),
            "check": (data("score"),),
            "stop": (data("score"), flow("check", "else")),
            "after": (flow("check"),),
        },
        parameters=PARAMETERS,
    )


def two_conditions() -> Workflow:
    """Return steps inside branches that wait for one another and for what stands outside, after the condition."""
    return workflow(
        processing("evaluate", files=(("report", "evaluation.json"),)),
        choice("first", Comparison(auc(), "<", 0.5)),
        training("outside"),
        training("inside"),
        package("inside-too", "inside"),
        choice("second", Comparison(ExecutionValue("name"), "==", "x")),
        training("last"),
        after={
            "first": (data("evaluate"),),
            "inside": (flow("first", "then"), data("outside")),
            "inside-too": (data("inside"),),
            "second": (flow("outside"), flow("first")),
            "last": (flow("second", "else"),),
        },
        parameters=PARAMETERS,
    )


def one_for_each_item() -> Workflow:
    """Return a map whose jobs take the item, its members, each other's outputs and what stands outside."""
    data = {"kind": "s3_data", "settings": {"uri": "s3://data/in/"}}
    items = [{"region": "eu", "depth": 3}, "us"]
    function = {"function": "prepare", "answers": {"size": "value"}}
    payload = {"all": "${each.item}", "region": "${each.item.region}", "odd": "${each.item.a-b}"}
    return drawn(
        {
            "data": data,
            "limit": {"kind": "lambda", "settings": function},
            "each": {"kind": "map", "settings": {"items": items, "concurrency": 4}},
            "prepare": {"kind": "lambda", "inside": "each", "settings": {**function, "payload": payload}},
            "train": {
                "kind": "training",
                "inside": "each",
                "settings": {"hyperparameters": {"max_depth": "${limit.size}", "region": "${each.item.region}"}},
            },
            "listed": {"kind": "map", "settings": {"items": "${params.Regions}"}},
            "told": {"kind": "lambda", "inside": "listed", "settings": function},
        },
        "data.dataset -> train.train",
        "prepare -> train",
        "each -> listed",
        parameters={"Regions": {"type": "String", "default": "[]"}},
    )


def searched_and_transformed() -> Workflow:
    """Return a search for the best model, with which predictions are made for a whole dataset."""
    ranges = [{"name": "max_depth", "type": "integer", "low": 3, "high": 9}]
    return drawn(
        {
            "data": {"kind": "s3_data", "settings": {"uri": "s3://data/in/"}},
            "search": {
                "kind": "tuning",
                "settings": {"ranges": ranges, "max_jobs": "${params.Jobs}", "cache_for": "P7D"},
            },
            "model": {"kind": "create_model", "settings": {"image": "1.dkr.ecr.us-east-1.amazonaws.com/x:1"}},
            "predict": {"kind": "batch_transform", "settings": {"join_input": True}},
            "watched": {"kind": "monitor_transform", "settings": {"constraints": "s3://b/c.json"}},
            "looked-at": {"kind": "monitor_transform", "settings": {"constraints": "s3://b/c.json", "when": "after"}},
        },
        "data.dataset -> search.train",
        "search.model -> model.model",
        "model.model -> predict.model",
        "data.dataset -> predict.data",
        "model.model -> watched.model",
        "data.dataset -> watched.data",
        "model.model -> looked-at.model",
        "predict.predictions -> looked-at.data",
        parameters={"Jobs": {"type": "Integer", "default": 20}},
    )


def after_a_failure() -> Workflow:
    """Return steps that run when a job fails, and others that run when it does not."""
    function = {"function": "tell"}
    return drawn(
        {
            "data": {"kind": "s3_data", "settings": {"uri": "s3://data/in/"}},
            "train": {"kind": "training"},
            "rescue": {"kind": "lambda", "settings": function},
            "report": {"kind": "lambda", "settings": {"function": "report", "payload": {"model": "${train.model}"}}},
            "after": {"kind": "lambda", "settings": function},
        },
        "data.dataset -> train.train",
        "train.error -> rescue",
        "rescue -> after",
    )


def checked_and_asked() -> Workflow:
    """Return checks against a baseline, other engines' jobs, and an answer that is waited for."""
    queue = "https://sqs.us-east-1.amazonaws.com/123456789012/work"
    role = "arn:aws:iam::123456789012:role/jobs"
    return drawn(
        {
            "data": {"kind": "s3_data", "settings": {"uri": "s3://data/in/"}},
            "spark": {"kind": "emr_step", "settings": {"cluster_id": "${params.Cluster}", "cache_for": "P1D"}},
            "serverless": {
                "kind": "emr_serverless_job",
                "settings": {"application_id": "00f1", "script": "s3://b/job.py", "role_arn": role, "retries": 2},
            },
            "quality": {
                "kind": "quality_check",
                "settings": {"model_group": "${params.Group}", "statistics": "s3://b/s.json", "cache_for": "P1D"},
            },
            "bias": {"kind": "clarify_check", "settings": {"skip_check": True, "label": "y", "facet": "age"}},
            "auto": {"kind": "automl", "settings": {"target": "y"}},
            "model": {"kind": "create_model", "settings": {"image": "1.dkr.ecr.us-east-1.amazonaws.com/x:1"}},
            "fair": {
                "kind": "clarify_check",
                "settings": {"check": "model_bias", "skip_check": True, "label": "y", "facet": "age"},
            },
            "ask": {
                "kind": "callback",
                "settings": {
                    "queue_url": queue,
                    "message": {"model": "${model.model}", "run": "${execution.id}"},
                    "answers": {"good": "flag", "share": "number", "note": "text"},
                },
            },
            "enough": {
                "kind": "condition",
                "settings": {"when": "${ask.share} >= 0.5"},
            },
            "endpoint": {"kind": "deploy_endpoint"},
            "beside": {"kind": "inference_component", "settings": {"cpus": 1}},
        },
        "data.dataset -> quality.data",
        "data.dataset -> bias.data",
        "data.dataset -> auto.train",
        "auto.model -> model.model",
        "data.dataset -> fair.data",
        "model.model -> fair.model",
        "ask -> enough",
        "enough.then -> endpoint",
        "model.model -> endpoint.model",
        "endpoint.endpoint -> beside.endpoint",
        "model.model -> beside.model",
        "spark -> serverless",
        parameters={"Cluster": {"type": "String"}, "Group": {"type": "String", "default": "churn"}},
    )


def written_down_and_cleaned() -> Workflow:
    """Return a lineage, a job of SageMaker's newest sort, and what is deleted at the end."""
    job = {
        "JobCategory": "DataTransformation",
        "JobConfigSchemaVersion": "1.0.0",
        "JobConfigDocument": "{}",
        "RoleArn": "arn:aws:iam::123456789012:role/jobs",
    }
    return drawn(
        {
            "data": {"kind": "s3_data", "settings": {"uri": "s3://data/in/"}},
            "prepare": {"kind": "processing", "settings": {"outputs": {"train": "dataset"}}},
            "train": {"kind": "training"},
            "record": {"kind": "lineage", "settings": {"properties": {"depth": "${params.Depth}"}}},
            "job": {"kind": "aws_call", "settings": {"service": "sagemaker", "operation": "CreateJob", "request": job}},
            "clean": {"kind": "cleanup", "settings": {"files": {"prepare": "train.csv, more/test.csv"}}},
        },
        "data.dataset -> prepare.data",
        "prepare.train -> train.train",
        "prepare.train -> record.sources",
        "train.model -> record.products",
        "train.model -> clean.results",
        "prepare.train -> clean.results",
        "record -> clean",
        "train -> job",
        parameters={"Depth": {"type": "Integer", "default": 6}},
    )


def called_by_function() -> Workflow:
    """Return calls that a function of ours makes: with values, with a wait, and with an answer that others read."""
    get = {"do": "get", "table": "scores", "key": {"id": "${ask.good}"}, "answers": {"score": "number"}}
    topic = "arn:aws:sns:us-east-1:123456789012:told"
    nodes = {
        "ask": {"kind": "lambda", "settings": {"function": "ask", "answers": {"good": "value"}}},
        "item": {"kind": "dynamodb_item", "settings": get},
        "good": {"kind": "condition", "settings": {"when": "${item.score} > 0.5"}},
        "tell": {"kind": "notify", "settings": {"message": "It is ${item.score}.", "topic_arn": topic}},
        "nested": {"kind": "pipeline_call", "settings": {"pipeline": "nightly", "timeout_seconds": 600}},
    }
    return with_callers(drawn(nodes, "good.then -> tell", "tell -> nested"))
