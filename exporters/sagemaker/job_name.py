"""The name that SageMaker gives a job, as a value inside the request that makes the job."""

from dataclasses import dataclass

JOB_NAMES = {"Processing": "ProcessingJobName", "Training": "TrainingJobName"}
"""The execution variable that holds it, by the type of the step."""


@dataclass(frozen=True, slots=True)
class JobName:
    """The name of the job at hand; `variable` is the execution variable that holds it."""

    variable: str
