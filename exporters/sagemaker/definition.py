"""The pipeline definition: what `CreatePipeline` takes as `PipelineDefinition`."""

from collections.abc import Mapping
from types import MappingProxyType

from designer.document.model import Parameter, Scalar
from designer.workflow.model import Workflow
from exporters.sagemaker.conditions import written_condition
from exporters.sagemaker.kept import places as places_in
from exporters.sagemaker.kept import step_entry, top_level
from exporters.sagemaker.plan import PlannedStep, RetryPolicy, plan
from exporters.sagemaker.step_types import CONDITION, FOR_EACH
from exporters.sagemaker.values import written

VERSION = "2020-12-01"
EXPERIMENT = {
    "ExperimentName": {"Get": "Execution.PipelineName"},
    "TrialName": {"Get": "Execution.PipelineExecutionId"},
}


def definition(workflow: Workflow) -> dict[str, object]:
    """Return the definition of a workflow that SageMaker can express; placeholders stay in it as they are."""
    imported = top_level(workflow)
    if imported is not None:
        return _as_imported(workflow, imported)
    return {
        "Version": VERSION,
        "Metadata": {},
        "Parameters": [_parameter(parameter) for parameter in workflow.parameters],
        "PipelineExperimentConfig": EXPERIMENT,
        "Steps": [_step(step) for step in plan(workflow)],
    }


def _as_imported(workflow: Workflow, around: Mapping[str, object]) -> dict[str, object]:
    """Return the definition of an imported pipeline: what stood around the steps, and all in the order of the document."""
    places = places_in(workflow)
    whole = {key: value for key, value in around.items() if key != "Steps"}
    if workflow.parameters:
        whole["Parameters"] = [{**parameter.extras, **_parameter(parameter)} for parameter in workflow.parameters]
    return whole | {"Steps": [_step(step, places) for step in sorted(plan(workflow), key=lambda one: places[one.id])]}


def default_of(parameter: Parameter) -> Scalar:
    """Return a parameter's default as the type that it is declared to have; as it stands where it is of another."""
    value = parameter.default
    if value is None:
        return None
    if parameter.type == "String":
        return value if isinstance(value, str) else str(value)
    if parameter.type == "Float" and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if parameter.type == "Integer" and isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def choices_of(parameter: Parameter) -> tuple[str, ...]:
    """Return the values that a parameter may take; SageMaker knows them for text only."""
    return tuple(str(choice) for choice in parameter.choices) if parameter.type == "String" else ()


def _parameter(parameter: Parameter) -> dict[str, object]:
    entry: dict[str, object] = {"Name": parameter.name, "Type": parameter.type}
    default, choices = default_of(parameter), choices_of(parameter)
    return (
        entry | ({} if default is None else {"DefaultValue": default}) | ({"EnumValues": [*choices]} if choices else {})
    )


def _step(step: PlannedStep, places: Mapping[str, int] = MappingProxyType({})) -> dict[str, object]:
    if step.written is not None:
        branches = {
            key: [_step(one, places) for one in sorted(inner, key=lambda one: places.get(one.id, 0))]
            for key, inner in (("IfSteps", step.then), ("ElseSteps", step.otherwise))
        }
        return step_entry(step.id, step.written, step.waits, branches)
    entry: dict[str, object] = {"Name": step.id, "Type": step.type.name, "Arguments": _arguments(step)}
    if step.depends_on or step.after_failure:
        failed = [{"Step": name, "Trigger": "Failed"} for name in step.after_failure]
        entry["DependsOn"] = [*step.depends_on, *failed]
    if step.description:
        entry["Description"] = step.description
    if step.retries:
        entry["RetryPolicies"] = [_retry_policy(policy) for policy in step.retries]
    if step.cache_for:
        entry["CacheConfig"] = {"Enabled": True, "ExpireAfter": step.cache_for}
    if step.property_files:
        entry["PropertyFiles"] = [
            {"PropertyFileName": file.name, "OutputName": file.output, "FilePath": file.file}
            for file in step.property_files
        ]
    return entry | _members(step)


def _arguments(step: PlannedStep) -> object:
    if step.type is FOR_EACH:
        return {
            "IterableItems": written(step.items),
            "MaxConcurrency": step.concurrency,
            "ForEachBody": [_step(inner) for inner in step.body],
        }
    if step.type is not CONDITION:
        return written(step.arguments)
    return {
        "Conditions": [written_condition(condition) for condition in step.conditions],
        "IfSteps": [_step(inner) for inner in step.then],
        "ElseSteps": [_step(inner) for inner in step.otherwise],
    }


def _retry_policy(policy: RetryPolicy) -> Mapping[str, object]:
    return {
        "BackoffRate": policy.retry.backoff_rate,
        "IntervalSeconds": policy.retry.interval_seconds,
        "MaxAttempts": policy.retry.attempts,
        "ExceptionType": list(policy.faults),
    }


def _members(step: PlannedStep) -> dict[str, object]:
    if not step.function:
        return {name: written(value) for name, value in step.members.items()}
    outputs = [{"OutputName": output.name, "OutputType": output.type} for output in step.outputs]
    return {"FunctionArn": written(step.function), "OutputParameters": outputs}
