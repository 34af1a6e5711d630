"""SDK source (SageMaker SDK 3) that composes the same pipeline as the definition.

Requests stand in it as they are. The SDK's own job classes (`ModelTrainer`, `Processor`) add channels, tags and
defaults, upload files while composing, and name things by the time of day; a file made of them would give another
pipeline than the one that was drawn, and a new one at every run.
"""

from collections.abc import Iterable, Iterator

from designer.catalog.values import Deployed, expressions_in
from designer.document.model import Parameter
from designer.workflow.model import Workflow
from exporters.sagemaker.definition import choices_of, default_of
from exporters.sagemaker.plan import PlannedStep, RetryPolicy, every_step, plan
from exporters.sagemaker.python_code import Code, Written, invoked, items, quoted, statement
from exporters.sagemaker.python_names import Names
from exporters.sagemaker.readings import comparisons
from exporters.sagemaker.source_frame import RESERVED, head, main_code, request_step_class
from exporters.sagemaker.source_steps import property_file_code, retries_code, sends_request, step_code
from exporters.sagemaker.source_values import EXECUTION_VARIABLES, Scope

_SIGNATURE = '''def build_pipeline(session: PipelineSession | None = None) -> Pipeline:
    """Compose the pipeline; nothing is created yet."""'''
_PARAMETERS = "sagemaker.core.workflow.parameters"


def source(workflow: Workflow) -> str:
    """Return the text of `pipeline.py`. It prints the definition, and with `--upsert` creates the pipeline."""
    steps = plan(workflow)
    everything = _in_order(workflow, steps)
    scope = _scope(workflow, everything)
    retries = _retry_names(everything)
    body = _build_pipeline(workflow, steps, everything, scope, retries)
    constants = [statement(name, retries_code(policies, scope)) for policies, name in retries.items()]
    helper = request_step_class(tuple(step.type for step in everything if sends_request(step)), scope)
    rest = [body, main_code(scope)]
    # The head comes last, because only now it is known what is to be imported.
    start = "\n".join([head(workflow, scope), "", *constants, helper]).rstrip()
    return "\n\n\n".join([start, *rest])


def _in_order(workflow: Workflow, steps: tuple[PlannedStep, ...]) -> tuple[PlannedStep, ...]:
    by_id = {step.id: step for step in every_step(steps)}
    return tuple(by_id[step.id] for step in workflow.steps)


def _scope(workflow: Workflow, steps: tuple[PlannedStep, ...]) -> Scope:
    names = Names(set(RESERVED))
    placeholders = sorted({value.name for step in steps for value in _values_of(step) if isinstance(value, Deployed)})
    constants = {name: names.give(name, suffix="value", constant=True) for name in placeholders}
    parameters = {one.name: names.give(one.name, suffix="parameter") for one in workflow.parameters}
    variables = {step.id: names.give(step.id, suffix="step") for step in steps}
    files = {
        (step.id, file.name): names.give(file.name, suffix="file") for step in steps for file in step.property_files
    }
    return Scope(parameters=parameters, steps=variables, files=files, constants=constants)


def _values_of(step: PlannedStep) -> Iterator[object]:
    yield from expressions_in([step.arguments, step.members, step.function, step.items])
    for condition in step.conditions:
        for comparison in comparisons(condition):
            yield from expressions_in([comparison.left, comparison.right])


def _retry_names(steps: Iterable[PlannedStep]) -> dict[tuple[RetryPolicy, ...], str]:
    names: dict[tuple[RetryPolicy, ...], str] = {}
    for policies in dict.fromkeys(step.retries for step in steps if step.retries):
        stem = "JOB_RETRIES" if any(policy.faults[0].startswith("SageMaker.") for policy in policies) else "RETRIES"
        count = sum(name.startswith(stem) for name in names.values())
        names[policies] = f"{stem}_{count + 1}" if count else stem
    return names


def _build_pipeline(
    workflow: Workflow,
    steps: tuple[PlannedStep, ...],
    everything: tuple[PlannedStep, ...],
    scope: Scope,
    retries: dict[tuple[RetryPolicy, ...], str],
) -> str:
    blocks = [
        _SIGNATURE,
        "\n".join(_parameters(workflow, scope)),
        *_step_blocks(everything, scope, retries),
        statement("return", _pipeline_code(workflow, steps, scope), 1),
    ]
    first, second, *rest = [block for block in blocks if block]
    return "\n\n".join([f"{first}\n{second}", *rest])


def _parameters(workflow: Workflow, scope: Scope) -> Iterator[str]:
    for parameter in workflow.parameters:
        yield statement(scope.parameters[parameter.name], _parameter_code(parameter, scope), 1)


def _parameter_code(parameter: Parameter, scope: Scope) -> Code:
    arguments: dict[str, Code] = {"name": Written(quoted(parameter.name))}
    default, choices = default_of(parameter), choices_of(parameter)
    if default is not None:
        arguments["default_value"] = Written(quoted(default) if isinstance(default, str) else repr(default))
    if choices:
        arguments["enum_values"] = items(Written(quoted(choice)) for choice in choices)
    return invoked(scope.use(_PARAMETERS, f"Parameter{parameter.type}"), **arguments)


def _step_blocks(
    everything: tuple[PlannedStep, ...], scope: Scope, retries: dict[tuple[RetryPolicy, ...], str]
) -> Iterator[str]:
    """Yield the steps in order; a condition comes after the steps that stand inside it."""
    defined: set[str] = set()
    held: list[PlannedStep] = []
    for step in everything:
        held.append(step)
        for ready in [one for one in held if {inner.id for inner in (*one.then, *one.otherwise, *one.body)} <= defined]:
            held.remove(ready)
            yield _step_block(ready, scope, defined, retries.get(ready.retries, ""))
            defined.add(ready.id)
    for step in held:
        yield _step_block(step, scope, defined, "")


def _step_block(step: PlannedStep, scope: Scope, defined: set[str], retries: str) -> str:
    files = [
        statement(scope.files[step.id, file.name], property_file_code(file, scope), 1) for file in step.property_files
    ]
    return "\n".join([*files, statement(scope.steps[step.id], step_code(step, scope, defined, retries), 1)])


def _pipeline_code(workflow: Workflow, steps: tuple[PlannedStep, ...], scope: Scope) -> Code:
    variables = scope.use(EXECUTION_VARIABLES, "ExecutionVariables")
    experiment = invoked(
        scope.use("sagemaker.mlops.workflow.pipeline_experiment_config", "PipelineExperimentConfig"),
        Written(f"{variables}.PIPELINE_NAME"),
        Written(f"{variables}.PIPELINE_EXECUTION_ID"),
    )
    return invoked(
        scope.use("sagemaker.mlops.workflow.pipeline", "Pipeline"),
        name=Written("PIPELINE_NAME"),
        parameters=items(Written(scope.parameters[parameter.name]) for parameter in workflow.parameters),
        pipeline_experiment_config=experiment,
        steps=items(Written(scope.steps[step.id]) for step in steps),
        sagemaker_session=Written("session or pipeline_session()"),
    )
