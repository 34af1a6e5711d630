"""Which SageMaker step makes which API call, and what such a step takes beside the request."""

from dataclasses import dataclass

from designer.catalog.steps import Call

STEP_FAULTS = ("Step.SERVICE_FAULT", "Step.THROTTLING")
JOB_FAULTS = ("SageMaker.JOB_INTERNAL_ERROR", "SageMaker.CAPACITY_ERROR", "SageMaker.RESOURCE_LIMIT")
TUNING_FAULTS = ("SageMaker.CAPACITY_ERROR", "SageMaker.RESOURCE_LIMIT")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepType:
    """A step type.

    `describes` are the response shapes that `Steps.<name>` leads into. `unnamed` are request members that SageMaker
    Pipelines fills or refuses, so that they never stand in a definition. `named` is a member that must stand there
    although no step type's documentation says who would fill it.
    """

    name: str
    describes: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    named: str = ""
    faults: tuple[str, ...] = ()
    caches: bool = False


_PROCESSING = ("ProcessingJobName",)
_EVERY_JOB_FAULT = (*STEP_FAULTS, *JOB_FAULTS)

STEP_TYPES = {
    "CreateProcessingJob": StepType(
        name="Processing",
        describes=("DescribeProcessingJobResponse",),
        unnamed=("ProcessingJobName",),
        faults=_EVERY_JOB_FAULT,
        caches=True,
    ),
    "CreateTrainingJob": StepType(
        name="Training",
        describes=("DescribeTrainingJobResponse",),
        unnamed=("TrainingJobName",),
        faults=_EVERY_JOB_FAULT,
        caches=True,
    ),
    "CreateTransformJob": StepType(
        name="Transform",
        describes=("DescribeTransformJobResponse",),
        unnamed=("TransformJobName",),
        faults=_EVERY_JOB_FAULT,
        caches=True,
    ),
    "CreateHyperParameterTuningJob": StepType(
        name="Tuning",
        describes=("DescribeHyperParameterTuningJobResponse", "ListTrainingJobsForHyperParameterTuningJobResponse"),
        unnamed=("HyperParameterTuningJobName",),
        faults=(*STEP_FAULTS, *TUNING_FAULTS),
        caches=True,
    ),
    "CreateAutoMLJob": StepType(
        name="AutoML",
        describes=("DescribeAutoMLJobResponse",),
        unnamed=("AutoMLJobName",),
        faults=_EVERY_JOB_FAULT,
        caches=True,
    ),
    "CreateModel": StepType(
        name="Model", describes=("DescribeModelOutput",), unnamed=("ModelName",), faults=STEP_FAULTS
    ),
    "CreateModelPackage": StepType(
        name="RegisterModel",
        describes=("DescribeModelPackageOutput",),
        unnamed=("ModelPackageName", "CertifyForMarketplace"),
        faults=STEP_FAULTS,
    ),
    "CreateEndpointConfig": StepType(
        name="EndpointConfig",
        describes=("DescribeEndpointConfigOutput",),
        named="EndpointConfigName",
        faults=STEP_FAULTS,
    ),
    "CreateEndpoint": StepType(name="Endpoint", describes=("DescribeEndpointOutput",), named="EndpointName"),
    "CreateJob": StepType(
        name="Job",
        describes=("DescribeJobResponse",),
        unnamed=("JobName",),
        faults=_EVERY_JOB_FAULT,
        caches=True,
    ),
    "CreateInferenceComponent": StepType(
        name="InferenceComponent",
        describes=("DescribeInferenceComponentOutput",),
        named="InferenceComponentName",
        faults=STEP_FAULTS,
    ),
}
"""By SageMaker API operation. The step of an endpoint updates the endpoint when it is there already."""

CALLBACK = StepType(name="Callback", caches=True)
WRITTEN_TYPES = {
    one.name: one
    for one in (
        CALLBACK,
        StepType(name="Cleanup"),
        StepType(name="ClarifyCheck", describes=("DescribeProcessingJobResponse",), unnamed=_PROCESSING, caches=True),
        StepType(name="EMR", caches=True),
        StepType(name="EMRServerless", faults=STEP_FAULTS, caches=True),
        StepType(name="Lineage"),
        StepType(name="QualityCheck", describes=("DescribeProcessingJobResponse",), unnamed=_PROCESSING, caches=True),
    )
}
"""By name: the steps that are more than a request of SageMaker's API."""

LAMBDA = StepType(name="Lambda", caches=True)
CONDITION = StepType(name="Condition")
FAIL = StepType(name="Fail")
FOR_EACH = StepType(name="ForEach")


def step_type_of(call: Call) -> StepType | None:
    """Return the step type that makes a call; none when SageMaker Pipelines has no such step."""
    if call.as_step is not None:
        return WRITTEN_TYPES[call.as_step.type]
    if call.token:
        return None
    if call.service == "lambda" and call.operation == "Invoke":
        return LAMBDA
    return STEP_TYPES.get(call.operation) if call.service == "sagemaker" else None
