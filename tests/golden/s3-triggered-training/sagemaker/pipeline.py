"""The SageMaker pipeline churn-on-arrival.

Install the SDK, and name the region for it, which it asks for when it is imported:

    pip install 'sagemaker>=3.27,<4'
    export AWS_DEFAULT_REGION=us-east-1

Then

    python pipeline.py                            print the definition
    python pipeline.py --upsert --role ROLE_ARN   create or update the pipeline
"""

import argparse
import json
import os

import boto3
from sagemaker.core.lambda_helper import Lambda
from sagemaker.core.workflow.execution_variables import ExecutionVariables
from sagemaker.core.workflow.functions import Join
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.core.workflow.properties import Properties
from sagemaker.mlops.workflow.lambda_step import (
    LambdaOutput,
    LambdaOutputTypeEnum,
    LambdaStep,
)
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.pipeline_experiment_config import PipelineExperimentConfig
from sagemaker.mlops.workflow.retry import (
    SageMakerJobExceptionTypeEnum,
    SageMakerJobStepRetryPolicy,
    StepExceptionTypeEnum,
    StepRetryPolicy,
)
from sagemaker.mlops.workflow.steps import ConfigurableRetryStep, StepTypeEnum

PIPELINE_NAME = "churn-on-arrival"
DESCRIPTION = "Each CSV file that arrives under incoming/ in the pipeline's bucket trains a new model."
AWS_REGION = "us-east-1"

# The template fills these in when it deploys the pipeline; by hand, set them in the
# environment.
ARTIFACT_BUCKET = os.environ.get("ARTIFACT_BUCKET", "${ArtifactBucket}")
ASSETS_BUCKET = os.environ.get("ASSETS_BUCKET", "${AssetsBucket}")
EXECUTION_ROLE_ARN = os.environ.get("EXECUTION_ROLE_ARN", "${ExecutionRoleArn}")
PREPARE_FUNCTION_ARN = os.environ.get("PREPARE_FUNCTION_ARN", "${PrepareFunctionArn}")
PLACEHOLDERS = {
    "ARTIFACT_BUCKET": ARTIFACT_BUCKET,
    "ASSETS_BUCKET": ASSETS_BUCKET,
    "EXECUTION_ROLE_ARN": EXECUTION_ROLE_ARN,
    "PREPARE_FUNCTION_ARN": PREPARE_FUNCTION_ARN,
}

JOB_RETRIES = [
    StepRetryPolicy(
        exception_types=[
            StepExceptionTypeEnum.SERVICE_FAULT,
            StepExceptionTypeEnum.THROTTLING,
        ],
        backoff_rate=2.0,
        interval_seconds=10,
        max_attempts=3,
    ),
    SageMakerJobStepRetryPolicy(
        exception_types=[
            SageMakerJobExceptionTypeEnum.INTERNAL_ERROR,
            SageMakerJobExceptionTypeEnum.CAPACITY_ERROR,
            SageMakerJobExceptionTypeEnum.RESOURCE_LIMIT,
        ],
        backoff_rate=2.0,
        interval_seconds=10,
        max_attempts=3,
    ),
]
RETRIES = [
    StepRetryPolicy(
        exception_types=[
            StepExceptionTypeEnum.SERVICE_FAULT,
            StepExceptionTypeEnum.THROTTLING,
        ],
        backoff_rate=2.0,
        interval_seconds=10,
        max_attempts=3,
    ),
]
# What the properties of a step of each type lead into.
RESPONSES = {
    StepTypeEnum.REGISTER_MODEL: ["DescribeModelPackageOutput"],
    StepTypeEnum.TRAINING: ["DescribeTrainingJobResponse"],
}


class RequestStep(ConfigurableRetryStep):
    """A step that sends the request exactly as it is written here.

    The job classes of the SDK would add members and upload files of their own.
    """

    def __init__(
        self,
        name,
        step_type,
        request,
        property_files=(),
        members=None,
        cache_config=None,
        **options,
    ):
        super().__init__(name, step_type, **options)
        self._request = request
        self._properties = Properties(name, shape_names=RESPONSES[step_type], step=self)
        self.property_files = list(property_files)
        self.members = members or {}
        self.cache_config = cache_config

    @property
    def arguments(self):
        """The request."""
        return self._request

    @property
    def properties(self):
        """What the step answers, as its describe operation spells it."""
        return self._properties

    def to_request(self):
        """The step as it stands in the definition."""
        step = {**super().to_request(), **self.members}
        if self.cache_config:
            step.update(self.cache_config.config)
        if self.property_files:
            step["PropertyFiles"] = [file.expr for file in self.property_files]
        return step


def build_pipeline(session: PipelineSession | None = None) -> Pipeline:
    """Compose the pipeline; nothing is created yet."""
    prepare = LambdaStep(
        name="prepare",
        lambda_func=Lambda(function_arn=PREPARE_FUNCTION_ARN),
        inputs={
            "incoming": f"s3://{ARTIFACT_BUCKET}/incoming/",
            "sample": f"s3://{ASSETS_BUCKET}/assets/fdee5f117529724f5b628906560800d9/customers.csv",
            "prefix": Join(
                on="",
                values=["prepared/", ExecutionVariables.PIPELINE_EXECUTION_ID],
            ),
        },
        outputs=[
            LambdaOutput("train", LambdaOutputTypeEnum.String),
            LambdaOutput("validation", LambdaOutputTypeEnum.String),
        ],
    )

    train = RequestStep(
        name="train",
        step_type=StepTypeEnum.TRAINING,
        request={
            "HyperParameters": {
                "objective": "binary:logistic",
                "eval_metric": "logloss",
                "num_round": "60",
            },
            "AlgorithmSpecification": {
                "TrainingImage": "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1",
                "TrainingInputMode": "File",
            },
            "RoleArn": EXECUTION_ROLE_ARN,
            "InputDataConfig": [
                {
                    "ChannelName": "train",
                    "DataSource": {
                        "S3DataSource": {
                            "S3DataType": "S3Prefix",
                            "S3Uri": prepare.properties.Outputs["train"],
                            "S3DataDistributionType": "FullyReplicated",
                        },
                    },
                    "ContentType": "text/csv",
                    "CompressionType": "None",
                },
                {
                    "ChannelName": "validation",
                    "DataSource": {
                        "S3DataSource": {
                            "S3DataType": "S3Prefix",
                            "S3Uri": prepare.properties.Outputs["validation"],
                            "S3DataDistributionType": "FullyReplicated",
                        },
                    },
                    "ContentType": "text/csv",
                    "CompressionType": "None",
                },
            ],
            "OutputDataConfig": {
                "S3OutputPath": Join(
                    on="",
                    values=[
                        f"s3://{ARTIFACT_BUCKET}/churn-on-arrival/train/model/",
                        ExecutionVariables.PIPELINE_EXECUTION_ID,
                    ],
                ),
            },
            "ResourceConfig": {
                "InstanceType": "ml.m5.xlarge",
                "InstanceCount": 1,
                "VolumeSizeInGB": 30,
            },
            "StoppingCondition": {"MaxRuntimeInSeconds": 86400},
        },
        retry_policies=JOB_RETRIES,
    )

    register = RequestStep(
        name="register",
        step_type=StepTypeEnum.REGISTER_MODEL,
        request={
            "ModelPackageGroupName": "churn-on-arrival",
            "InferenceSpecification": {
                "Containers": [
                    {
                        "Image": "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1",
                        "ModelDataUrl": train.properties.ModelArtifacts.S3ModelArtifacts,
                    },
                ],
                "SupportedTransformInstanceTypes": ["ml.m5.large"],
                "SupportedRealtimeInferenceInstanceTypes": ["ml.m5.large"],
                "SupportedContentTypes": ["text/csv"],
                "SupportedResponseMIMETypes": ["text/csv"],
            },
            "ModelApprovalStatus": "PendingManualApproval",
        },
        retry_policies=RETRIES,
    )

    return Pipeline(
        name=PIPELINE_NAME,
        parameters=[],
        pipeline_experiment_config=PipelineExperimentConfig(
            ExecutionVariables.PIPELINE_NAME,
            ExecutionVariables.PIPELINE_EXECUTION_ID,
        ),
        steps=[prepare, train, register],
        sagemaker_session=session or pipeline_session(),
    )


def pipeline_session() -> PipelineSession:
    """Return a session that composes steps instead of starting them."""
    return PipelineSession(boto_session=boto3.Session(region_name=AWS_REGION))


def main() -> None:
    """Print the definition, or create the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--upsert", action="store_true", help="create or update it")
    parser.add_argument("--role", metavar="ARN", help="the pipeline's role")
    options = parser.parse_args()
    pipeline = build_pipeline()
    if not options.upsert:
        print(json.dumps(json.loads(pipeline.definition()), indent=2))
        return
    if not options.role:
        parser.error("--upsert needs --role with the ARN of the pipeline's role.")
    empty = [name for name, value in PLACEHOLDERS.items() if value.startswith("${")]
    if empty:
        parser.error(f"Set in the environment first: {', '.join(empty)}.")
    answer = pipeline.upsert(role_arn=options.role, description=DESCRIPTION)
    print(answer["PipelineArn"])


if __name__ == "__main__":
    main()
