"""Kinds of faults in SageMaker pipelines."""

import copy
from collections.abc import Callable, Iterator

from tests.judges.faults.fault import Fault, Json, first, objects, setting, without


def _steps(definition: Json, *types: str) -> Iterator[Json]:
    for one in objects(definition["Steps"]):
        if "Name" in one and isinstance(one.get("Arguments"), dict) and (not types or one.get("Type") in types):
            yield one


def _step(name: str, change: Callable[[Json], object], *types: str) -> Fault:
    return Fault(name, lambda definition: first(_steps(definition, *types), change))


def _argument(name: str, change: Callable[[Json], object], *types: str) -> Fault:
    return _step(name, lambda step: change(step["Arguments"]), *types)


def _get(name: str, begin: str, text: str) -> Fault:
    def plant(definition: Json) -> bool:
        found = (one for one in objects(definition) if str(one.get("Get", "")).startswith(begin))
        return first(found, setting(Get=text))

    return Fault(name, plant)


def _twice(definition: Json) -> bool:
    definition["Steps"].append(copy.deepcopy(definition["Steps"][0]))
    return True


def _circle(definition: Json) -> bool:
    names = [step["Name"] for step in definition["Steps"]]
    if len(names) > 1:
        definition["Steps"][0]["DependsOn"] = [names[1]]
        definition["Steps"][1]["DependsOn"] = [names[0]]
    return len(names) > 1


def _nest(step: Json) -> None:
    inner = {**copy.deepcopy(step), "Name": "inner-condition"}
    inner["Arguments"] |= {"IfSteps": [], "ElseSteps": []}
    step["Arguments"]["IfSteps"].append(inner)


_TRAINING = ("Training",)
FAULTS: tuple[Fault, ...] = (
    _step("illegal name of a step", setting(Name="two words")),
    _step("name of a step too long", setting(Name="x" * 65)),
    _step("no name", without("Name")),
    _step("no type", without("Type")),
    _step("unknown type", setting(Type="Trainning"), "Training", "Processing"),
    _step("wait for nowhere", setting(DependsOn=["nowhere"])),
    _step("wait for itself", lambda step: step.update(DependsOn=[step["Name"]])),
    _step("fault that there is not", setting(RetryPolicies=[{"ExceptionType": ["Step.OTHER"], "MaxAttempts": 1}])),
    Fault("two steps of one name", _twice),
    Fault("circle", _circle),
    _get("parameter that is not declared", "Parameters.", "Parameters.Nobody"),
    _get("execution without such a fact", "Execution.", "Execution.Nothing"),
    _get("step that is not there", "Steps.", "Steps.nowhere.ModelArtifacts.S3ModelArtifacts"),
    _get("answer without such a member", "Steps.train.", "Steps.train.ModelArtifacts.S3ModelArtifact"),
    _get(
        "output that is not there", "Steps.prepare.Proc", "Steps.prepare.ProcessingOutputConfig.Outputs['x'].S3Output"
    ),
    _get("owner that there is not", "Parameters.", "Params.X"),
    _argument("unknown member of a request", setting(RoleARN="x"), *_TRAINING),
    _argument("wrong type in a request", setting(ResourceConfig=[]), *_TRAINING),
    _argument("missing member of a request", without("RoleArn"), *_TRAINING),
    _argument("value out of range", lambda one: one["StoppingCondition"].update(MaxRuntimeInSeconds=0), *_TRAINING),
    _argument(
        "choice that the API does not have",
        lambda one: one["ResourceConfig"].update(InstanceType="ml.m5.tiny"),
        *_TRAINING,
    ),
    _step("nested condition", _nest, "Condition"),
    _argument("unknown condition", lambda one: one["Conditions"][0].update(Type="Resembles"), "Condition"),
    _argument("no condition", setting(Conditions=[]), "Condition"),
    _argument("branch that is no list", setting(IfSteps={"a": 1}), "Condition"),
)
