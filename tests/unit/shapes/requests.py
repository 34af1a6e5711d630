"""Requests that AWS's models accept, for tests to spoil."""


def training_job() -> dict[str, object]:
    return {
        "TrainingJobName": "churn-1",
        "RoleArn": "arn:aws:iam::123456789012:role/train",
        "AlgorithmSpecification": {
            "TrainingImage": "246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1",
            "TrainingInputMode": "File",
        },
        "HyperParameters": {"max_depth": "5"},
        "InputDataConfig": [
            {
                "ChannelName": "train",
                "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://bucket/train"}},
            }
        ],
        "OutputDataConfig": {"S3OutputPath": "s3://bucket/out"},
        "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 30},
        "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
        "EnableNetworkIsolation": False,
        "Tags": [{"Key": "project", "Value": "churn"}],
    }


def processing_job() -> dict[str, object]:
    return {
        "ProcessingJobName": "prepare-1",
        "RoleArn": "arn:aws:iam::123456789012:role/prepare",
        "AppSpecification": {
            "ImageUri": "246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3",
            "ContainerEntrypoint": ["python3", "/opt/ml/processing/code/prepare.py"],
        },
        "ProcessingResources": {
            "ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30}
        },
        "ProcessingInputs": [
            {
                "InputName": "raw",
                "S3Input": {
                    "S3Uri": "s3://bucket/raw",
                    "LocalPath": "/opt/ml/processing/raw",
                    "S3DataType": "S3Prefix",
                    "S3InputMode": "File",
                },
            }
        ],
        "Environment": {"MODE": "fast"},
    }


def model() -> dict[str, object]:
    return {
        "ModelName": "churn",
        "ExecutionRoleArn": "arn:aws:iam::123456789012:role/serve",
        "PrimaryContainer": {
            "Image": "246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1",
            "ModelDataUrl": "s3://bucket/model.tar.gz",
            "Environment": {"THREADS": "2"},
        },
        "EnableNetworkIsolation": True,
    }


REQUESTS = {"CreateTrainingJob": training_job, "CreateProcessingJob": processing_job, "CreateModel": model}
