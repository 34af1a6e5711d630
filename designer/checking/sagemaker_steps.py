"""Steps of an imported SageMaker pipeline, and which API request and answer stand behind each type of step.

Source: the types of steps in the SageMaker developer guide
(https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html); members from botocore's models.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from designer.catalog.sagemaker_text import path_parts
from designer.graph.model import Graph
from designer.shapes.members import output_member
from designer.shapes.operations import operation

KIND = "sagemaker_step"
_OUTPUTS = ("ProcessingOutputConfig", "Outputs")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepApi:
    """The request that a type of step makes, the answers that others may read, and what the pipeline fills in."""

    request: str = ""
    answers: tuple[str, ...] = ()
    filled_in: frozenset[str] = frozenset()
    others: frozenset[str] = field(default_factory=frozenset)


_CHECK = frozenset(
    {
        "CalculatedBaselineStatistics",
        "CalculatedBaselineConstraints",
        "BaselineUsedForDriftCheckStatistics",
        "BaselineUsedForDriftCheckConstraints",
    }
)
STEP_APIS: Mapping[str, StepApi] = {
    "Training": StepApi(
        request="CreateTrainingJob", answers=("DescribeTrainingJob",), filled_in=frozenset({"TrainingJobName"})
    ),
    "Processing": StepApi(
        request="CreateProcessingJob", answers=("DescribeProcessingJob",), filled_in=frozenset({"ProcessingJobName"})
    ),
    "QualityCheck": StepApi(
        request="CreateProcessingJob",
        answers=("DescribeProcessingJob",),
        filled_in=frozenset({"ProcessingJobName"}),
        others=_CHECK,
    ),
    "ClarifyCheck": StepApi(
        request="CreateProcessingJob",
        answers=("DescribeProcessingJob",),
        filled_in=frozenset({"ProcessingJobName"}),
        others=_CHECK,
    ),
    "Transform": StepApi(
        request="CreateTransformJob", answers=("DescribeTransformJob",), filled_in=frozenset({"TransformJobName"})
    ),
    "Tuning": StepApi(
        request="CreateHyperParameterTuningJob",
        answers=("DescribeHyperParameterTuningJob", "ListTrainingJobsForHyperParameterTuningJob"),
        filled_in=frozenset({"HyperParameterTuningJobName"}),
    ),
    "AutoML": StepApi(
        request="CreateAutoMLJob",
        answers=("DescribeAutoMLJob",),
        filled_in=frozenset({"AutoMLJobName"}),
        others=frozenset({"BestCandidateProperties"}),
    ),
    "Model": StepApi(request="CreateModel", answers=("DescribeModel",), filled_in=frozenset({"ModelName"})),
    "RegisterModel": StepApi(
        request="CreateModelPackage", answers=("DescribeModelPackage",), filled_in=frozenset({"ModelPackageName"})
    ),
    "EndpointConfig": StepApi(
        request="CreateEndpointConfig",
        answers=("DescribeEndpointConfig",),
        filled_in=frozenset({"EndpointConfigName"}),
    ),
    "Endpoint": StepApi(request="CreateEndpoint", answers=("DescribeEndpoint",), filled_in=frozenset({"EndpointName"})),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenStep:
    """A step as it was written, and the node that holds it."""

    node: str
    body: Mapping[str, object]

    @property
    def type(self) -> str:
        """Return the type of the step."""
        return str(self.body.get("Type", ""))

    @property
    def arguments(self) -> Mapping[str, object]:
        """Return the arguments, or none where they are no names with values."""
        found = self.body.get("Arguments")
        return found if isinstance(found, Mapping) else {}


def steps_of(graph: Graph) -> dict[str, WrittenStep]:
    """Return the steps of the nodes of kind `sagemaker_step`, by name."""
    return {node: WrittenStep(node=node, body=body) for node, body in _bodies(graph)}


def _bodies(graph: Graph) -> Iterator[tuple[str, Mapping[str, object]]]:
    for node in graph.nodes.values():
        if node.kind.id != KIND:
            continue
        body = node.node.settings.get("definition")
        if isinstance(body, Mapping):
            yield node.id, body


def answers(step: WrittenStep, path: str) -> bool:
    """Say whether others may read a path of a step; of a type that we have no model of, everything."""
    api = STEP_APIS.get(step.type)
    try:
        parts = path_parts(path)
    except ValueError:
        return False
    if not parts:
        return False
    if parts[0] in ("PropertyFiles", "OutputParameters"):
        key, name = ("PropertyFiles", "PropertyFileName") if parts[0] == "PropertyFiles" else (parts[0], "OutputName")
        listed = step.body.get(str(key))
        names = [one.get(name) for one in listed if isinstance(one, Mapping)] if isinstance(listed, list) else []
        return len(parts) > 1 and parts[1] in names
    if api is None or parts[0] in api.others:
        return True
    if parts[: len(_OUTPUTS)] == _OUTPUTS and len(parts) > len(_OUTPUTS):
        if parts[len(_OUTPUTS)] not in _output_names(step):
            return False
        parts = (*_OUTPUTS, 0, *parts[len(_OUTPUTS) + 1 :])
    lists = tuple("*" if isinstance(part, int) else part for part in parts)
    return any(output_member(operation("sagemaker", one), lists) is not None for one in api.answers)


def _output_names(step: WrittenStep) -> frozenset[str]:
    """Return the names by which the outputs of a processing step are read."""
    config = step.arguments.get("ProcessingOutputConfig")
    outputs = config.get("Outputs") if isinstance(config, Mapping) else None
    listed = outputs if isinstance(outputs, list) else []
    return frozenset(str(one.get("OutputName")) for one in listed if isinstance(one, Mapping))
