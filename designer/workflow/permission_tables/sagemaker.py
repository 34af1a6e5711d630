"""Which resource each SageMaker operation works on, and what belongs to it.

Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker AI".
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SageMakerRow:
    """An operation: the type and the naming member of its resource, and the actions that go with it.

    `member` is the request member with the name (or the ARN) of the resource. `below` is how the ARNs of what is made go on
    after it, empty for nothing.
    """

    resource: str
    member: str
    actions: tuple[str, ...]
    below: str = ""


def _job(noun: str, resource: str) -> SageMakerRow:
    actions = (f"Create{noun}", f"Describe{noun}", f"Stop{noun}", "AddTags", "ListTags")
    return SageMakerRow(resource=resource, member=f"{noun}Name", actions=actions)


def _thing(noun: str, resource: str, *more: str) -> SageMakerRow:
    return SageMakerRow(
        resource=resource, member=f"{noun}Name", actions=(f"Create{noun}", f"Describe{noun}", "AddTags", *more)
    )


_ENDPOINT = _thing("Endpoint", "endpoint", "UpdateEndpoint")

SAGEMAKER: Mapping[str, SageMakerRow] = {
    "CreateTrainingJob": _job("TrainingJob", "training-job"),
    "CreateProcessingJob": _job("ProcessingJob", "processing-job"),
    "CreateTransformJob": _job("TransformJob", "transform-job"),
    "CreateHyperParameterTuningJob": _job("HyperParameterTuningJob", "hyper-parameter-tuning-job"),
    "CreateLabelingJob": _job("LabelingJob", "labeling-job"),
    "CreateAutoMLJob": _job("AutoMLJob", "automl-job"),
    "CreateAutoMLJobV2": SageMakerRow(
        resource="automl-job",
        member="AutoMLJobName",
        actions=("CreateAutoMLJobV2", "DescribeAutoMLJobV2", "StopAutoMLJob", "AddTags", "ListTags"),
    ),
    "CreateModel": _thing("Model", "model"),
    "CreateEndpointConfig": _thing("EndpointConfig", "endpoint-config"),
    "CreateEndpoint": _ENDPOINT,
    "UpdateEndpoint": _ENDPOINT,
    "CreateInferenceComponent": _thing("InferenceComponent", "inference-component"),
    "CreateModelPackageGroup": _thing("ModelPackageGroup", "model-package-group"),
    "CreateModelPackage": SageMakerRow(
        resource="model-package",
        member="ModelPackageGroupName",
        actions=("CreateModelPackage", "DescribeModelPackage", "AddTags"),
    ),
    "UpdateModelPackage": SageMakerRow(
        resource="model-package",
        member="ModelPackageArn",
        actions=("UpdateModelPackage", "DescribeModelPackage"),
    ),
    "StartPipelineExecution": SageMakerRow(
        resource="pipeline",
        member="PipelineName",
        actions=("StartPipelineExecution", "DescribePipelineExecution", "StopPipelineExecution"),
        below="/execution/*",
    ),
}
