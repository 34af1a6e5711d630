"""The forms of task parameters and results: state machines write PascalCase where many APIs have camelCase."""

from datetime import date, datetime

from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import state_task_service_aws_sdk
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service import StateTaskService

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record, Value
from designer.sandbox.interpreter.replacing import replace_in
from designer.sandbox.types.fit import fit

# Step Functions calls services as the Java SDK does, boto3 as the endpoints do.
_SERVICES = {
    "cloudwatchlogs": "logs", "eventbridge": "events", "sagemakerruntime": "sagemaker-runtime", "sfn": "stepfunctions",
    "states": "stepfunctions", "codestarconnections": "codestar-connections", "cloudwatch": "cloudwatch",
}  # fmt: skip


# How errors of a service called through the SDK begin, where that is not its name as written in the resource.
_ERROR_NAMES = {
    "sagemaker": "SageMaker", "s3": "S3", "lambda": "Lambda", "codebuild": "CodeBuild", "codepipeline": "CodePipeline",
    "ecs": "Ecs", "ecr": "Ecr", "eks": "Eks", "sns": "Sns", "sqs": "Sqs", "cloudformation": "CloudFormation",
}  # fmt: skip


def install_shapes(client_of: ClientOf) -> None:
    """Let every task of moto's interpreter take and give the names that Step Functions uses."""
    forms = TaskForms(client_of)
    replace_in(StateTaskService, "_get_boto_service_name", lambda task, name=None: forms.service(task, name))
    replace_in(StateTaskService, "_get_boto_service_action", lambda task, name=None: forms.action(task, name))
    replace_in(
        StateTaskService,
        "_normalise_parameters",
        lambda task, parameters, boto_service_name=None, service_action_name=None: forms.take(
            task, parameters, boto_service_name, service_action_name
        ),
    )
    replace_in(
        StateTaskService,
        "_normalise_response",
        lambda task, response, boto_service_name=None, service_action_name=None: forms.give(
            task, response, boto_service_name, service_action_name
        ),
    )
    replace_in(
        state_task_service_aws_sdk,
        "_SERVICE_ERROR_NAMES",
        {**getattr(state_task_service_aws_sdk, "_SERVICE_ERROR_NAMES", {}), **_ERROR_NAMES},
    )


class TaskForms:
    """Translate between a task's names and those of the API that it calls."""

    def __init__(self, client_of: ClientOf) -> None:
        self._client_of = client_of

    def service(self, task: Value, name: str | None) -> str:
        """Return boto3's name for the service that a task calls."""
        wanted = str(name or task.resource.api_name)
        return _SERVICES.get(wanted.lower(), wanted)

    def action(self, task: Value, name: str | None) -> str:
        """Return the client's method for the action of a task."""
        return method_name(self._client_of(self.service(task, None)), name or task.resource.api_action)

    def take(self, task: Value, parameters: Record, service: str | None, action: str | None) -> None:
        """Turn a task's parameters into the API's, in place; refuse those that the API does not have."""
        shape = self._model(task, service, action).input_shape
        known = {name.lower() for name in shape.members} if shape is not None else set()
        unknown = [name for name in parameters if name.lower() not in known]
        if unknown:
            raise ValueError(f"The fields {', '.join(unknown)} are not supported by {task.resource.resource_arn}")
        fitted = fit(parameters, shape) if shape is not None else {}
        parameters.clear()
        parameters.update(fitted)

    def give(self, task: Value, response: Value, service: str | None, action: str | None) -> None:
        """Turn an API's response into a task's result, in place."""
        shape = self._model(task, service, action).output_shape
        if isinstance(response, dict):
            if shape is not None:
                task._from_boto_response(response, shape)  # noqa: SLF001 - moto has it and never calls it
            with_plain_times(response)

    def _model(self, task: Value, service: str | None, action: str | None) -> Value:
        client = self._client_of(self.service(task, service))
        method = method_name(client, action or task.resource.api_action)
        return client.meta.service_model.operation_model(client.meta.method_to_api_mapping[method])


def method_name(client: Value, action: str) -> str:
    """Return the name of a client's method for an action such as createAutoMLJobV2."""
    wanted = action.replace("_", "").lower()
    for method, operation in client.meta.method_to_api_mapping.items():
        if operation.lower() == wanted:
            return str(method)
    raise ValueError(f"{client.meta.service_model.service_name} has no action {action}")


def with_plain_times(value: Value) -> Value:
    """Turn the times in a response into text, in place."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, dict):
        for name in value:
            value[name] = with_plain_times(value[name])
    elif isinstance(value, list):
        value[:] = [with_plain_times(item) for item in value]
    return value
