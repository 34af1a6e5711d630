"""How a step is written in SDK source."""

from collections.abc import Mapping
from typing import cast

from exporters.sagemaker.plan import PlannedStep, PropertyFile, RetryPolicy
from exporters.sagemaker.python_code import Code, Invoked, Written, invoked, items, quoted
from exporters.sagemaker.source_values import Scope, condition_code, value_code
from exporters.sagemaker.step_types import CALLBACK, CONDITION, FAIL, FOR_EACH, LAMBDA

_STEPS = "sagemaker.mlops.workflow.steps"
_RETRY = "sagemaker.mlops.workflow.retry"
_CALLBACK = "sagemaker.mlops.workflow.callback_step"
_LAMBDA = "sagemaker.mlops.workflow.lambda_step"
ENUM_NAMES = {
    "Model": "CREATE_MODEL",
    "RegisterModel": "REGISTER_MODEL",
    "EndpointConfig": "ENDPOINT_CONFIG",
    "EMRServerless": "EMR_SERVERLESS",
    "ClarifyCheck": "CLARIFY_CHECK",
    "InferenceComponent": "INFERENCE_COMPONENT",
    "QualityCheck": "QUALITY_CHECK",
}


def enum_name(step_type: str) -> str:
    """Return the member of `StepTypeEnum` for a step type."""
    return ENUM_NAMES.get(step_type, step_type.upper())


def step_code(step: PlannedStep, scope: Scope, defined: set[str], retries: str) -> Invoked:
    """Write a step. `defined` are the ids of steps whose variables exist already; `retries` is a constant's name."""
    if step.type is CONDITION:
        class_name, special = (
            scope.use("sagemaker.mlops.workflow.condition_step", "ConditionStep"),
            _branches(step, scope),
        )
    elif step.type is FAIL:
        class_name = scope.use("sagemaker.mlops.workflow.fail_step", "FailStep")
        special = {"error_message": value_code(step.arguments["ErrorMessage"], scope)}
    elif step.type is FOR_EACH:
        class_name, special = scope.use("sagemaker.mlops.workflow.for_each_step", "ForEachStep"), _items(step, scope)
    elif step.type is CALLBACK:
        class_name, special = scope.use(_CALLBACK, "CallbackStep"), _callback(step, scope)
    elif step.type is LAMBDA:
        class_name, special = scope.use(_LAMBDA, "LambdaStep"), _lambda(step, scope)
    else:
        class_name, special = "RequestStep", _request(step, scope)
    return invoked(class_name, name=Written(quoted(step.id)), **special, **_shared(step, scope, defined, retries))


def sends_request(step: PlannedStep) -> bool:
    """Say whether a step is one that sends a request as it is, and no class of the SDK's own."""
    return step.type not in (CALLBACK, CONDITION, FAIL, FOR_EACH, LAMBDA)


def property_file_code(file: PropertyFile, scope: Scope) -> Invoked:
    """Write a property file."""
    return invoked(
        scope.use("sagemaker.core.workflow.properties", "PropertyFile"),
        name=Written(quoted(file.name)),
        output_name=Written(quoted(file.output)),
        path=Written(quoted(file.file)),
    )


def retries_code(policies: tuple[RetryPolicy, ...], scope: Scope) -> Code:
    """Write the retry policies of a step."""
    return items(_retry_code(policy, scope) for policy in policies)


def _retry_code(policy: RetryPolicy, scope: Scope) -> Code:
    is_job = policy.faults[0].startswith("SageMaker.")
    enum = "SageMakerJobExceptionTypeEnum" if is_job else "StepExceptionTypeEnum"
    scope.use(_RETRY, enum)
    faults = (fault.split(".")[1].removeprefix("JOB_") for fault in policy.faults)
    return invoked(
        scope.use(_RETRY, "SageMakerJobStepRetryPolicy" if is_job else "StepRetryPolicy"),
        exception_types=items(Written(f"{enum}.{fault}") for fault in faults),
        backoff_rate=Written(repr(policy.retry.backoff_rate)),
        interval_seconds=Written(repr(policy.retry.interval_seconds)),
        max_attempts=Written(repr(policy.retry.attempts)),
    )


def _branches(step: PlannedStep, scope: Scope) -> dict[str, Code]:
    return {
        "conditions": items(condition_code(condition, scope) for condition in step.conditions),
        "if_steps": items(Written(scope.steps[inner.id]) for inner in step.then),
        "else_steps": items(Written(scope.steps[inner.id]) for inner in step.otherwise),
    }


def _items(step: PlannedStep, scope: Scope) -> dict[str, Code]:
    return {
        "iterable_items": value_code(step.items, scope),
        "max_concurrency": Written(repr(step.concurrency)),
        "for_each_body": items(Written(scope.steps[inner.id]) for inner in step.body),
    }


def _lambda(step: PlannedStep, scope: Scope) -> dict[str, Code]:
    function = invoked(
        scope.use("sagemaker.core.lambda_helper", "Lambda"), function_arn=value_code(step.function, scope)
    )
    special: dict[str, Code] = {"lambda_func": function, "inputs": value_code(step.arguments, scope)}
    if step.outputs:
        for name in ("LambdaOutput", "LambdaOutputTypeEnum"):
            scope.use(_LAMBDA, name)
        special["outputs"] = items(
            invoked("LambdaOutput", Written(quoted(output.name)), Written(f"LambdaOutputTypeEnum.{output.type}"))
            for output in step.outputs
        )
    return special


def _callback(step: PlannedStep, scope: Scope) -> dict[str, Code]:
    outputs = cast("list[Mapping[str, str]]", step.members["OutputParameters"])
    if outputs:
        for name in ("CallbackOutput", "CallbackOutputTypeEnum"):
            scope.use(_CALLBACK, name)
    return {
        "sqs_queue_url": value_code(step.members["SqsQueueUrl"], scope),
        "inputs": value_code(step.arguments, scope),
        "outputs": items(
            invoked(
                "CallbackOutput",
                Written(quoted(output["OutputName"])),
                Written(f"CallbackOutputTypeEnum.{output['OutputType']}"),
            )
            for output in outputs
        ),
    }


def _request(step: PlannedStep, scope: Scope) -> dict[str, Code]:
    enum = scope.use(_STEPS, "StepTypeEnum")
    special: dict[str, Code] = {
        "step_type": Written(f"{enum}.{enum_name(step.type.name)}"),
        "request": value_code(step.arguments, scope),
    }
    if step.members:
        special["members"] = value_code(step.members, scope)
    if step.property_files:
        special["property_files"] = items(Written(scope.files[step.id, file.name]) for file in step.property_files)
    return special


def _after_failure(step: Written, scope: Scope) -> Code:
    module = "sagemaker.mlops.workflow.step_dependency"
    condition = Written(f"{scope.use(module, 'TriggerCondition')}.FAILED")
    return invoked(scope.use(module, "StepDependency"), step, condition)


def _shared(step: PlannedStep, scope: Scope, defined: set[str], retries: str) -> dict[str, Code]:
    shared: dict[str, Code] = {}
    names = {
        name: Written(scope.steps[name] if name in defined else quoted(name))
        for name in (*step.depends_on, *step.after_failure)
    }
    if names:
        failed = (_after_failure(names[name], scope) for name in step.after_failure)
        shared["depends_on"] = items([*(names[name] for name in step.depends_on), *failed])
    if step.description:
        shared["description"] = Written(quoted(step.description))
    if retries:
        shared["retry_policies"] = Written(retries)
    if step.cache_for:
        shared["cache_config"] = invoked(
            scope.use(_STEPS, "CacheConfig"),
            enable_caching=Written("True"),
            expire_after=Written(quoted(step.cache_for)),
        )
    return shared
