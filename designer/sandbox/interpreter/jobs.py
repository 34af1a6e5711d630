"""Step Functions' own integrations with SageMaker, CodeBuild and EKS, which moto's interpreter refuses.

With `.sync` a task waits until what it started has ended, and fails with States.TaskFailed where that ended badly.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from botocore.exceptions import ClientError
from moto.stepfunctions.parser.api import HistoryEventType, TaskFailedEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent, FailureEventException
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import StatesErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import StatesErrorNameType
from moto.stepfunctions.parser.asl.component.state.exec.state_task import state_task_factory
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.resource import ResourceCondition
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_callback import (
    StateTaskServiceCallback,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_factory import (
    state_task_service_for as moto_service_for,
)
from moto.stepfunctions.parser.asl.utils.encoding import to_json_str

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record, Value
from designer.sandbox.interpreter.replacing import replace_in
from designer.sandbox.interpreter.shapes import method_name, with_plain_times
from designer.sandbox.settings import SandboxSettings

# The token stands here because moto's base class stops waiting by way of it, even where nobody asked for one.
_PATTERNS: Value = {ResourceCondition.Sync, ResourceCondition.WaitForTaskToken}
_MODELLED_ERRORS = ("ResourceInUse", "ResourceLimitExceeded", "ResourceNotFound", "ConflictException")


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Say how to look at what an action has started: the call, where its status stands, and which status is good."""

    describe: str
    key: Callable[[Record, Record], Record]
    root: Callable[[Record], Record]
    status: str
    good: frozenset[str]
    bad: frozenset[str]


def _job(kind: str) -> Watched:
    name = f"{kind}JobName"
    snake = {"Training": "training", "Processing": "processing", "Transform": "transform",
             "HyperParameterTuning": "hyper_parameter_tuning"}[kind]  # fmt: skip
    return Watched(
        describe=f"describe_{snake}_job",
        key=lambda parameters, _answer: {name: parameters[name]},
        root=lambda description: description,
        status=f"{kind}JobStatus",
        good=frozenset({"Completed"}),
        bad=frozenset({"Failed", "Stopped"}),
    )


_SAGEMAKER: Mapping[str, Watched] = {
    "createtrainingjob": _job("Training"),
    "createprocessingjob": _job("Processing"),
    "createtransformjob": _job("Transform"),
    "createhyperparametertuningjob": _job("HyperParameterTuning"),
}
_CODEBUILD: Mapping[str, Watched] = {
    "startbuild": Watched(
        describe="batch_get_builds",
        key=lambda _parameters, answer: {"ids": [answer["Build"]["Id"]]},
        root=lambda description: {"Build": description["builds"][0]},
        status="buildStatus",
        good=frozenset({"SUCCEEDED"}),
        bad=frozenset({"FAILED", "FAULT", "STOPPED", "TIMED_OUT"}),
    )
}
_WATCHED: Mapping[str, Mapping[str, Watched]] = {"sagemaker": _SAGEMAKER, "codebuild": _CODEBUILD}
_ERROR_PREFIXES = {"sagemaker": "SageMaker", "codebuild": "CodeBuild"}


def install_jobs(client_of: ClientOf, settings: SandboxSettings) -> None:
    """Give moto's interpreter the integrations that it lacks."""

    def service_for(service_name: str) -> Value:
        if service_name in _WATCHED:
            return JobTask(client_of, settings)
        return ClusterTask() if service_name == "eks" else moto_service_for(service_name)

    replace_in(state_task_factory, "state_task_service_for", service_for)


class JobTask(StateTaskServiceCallback):
    """Run a task of SageMaker's or CodeBuild's."""

    def __init__(self, client_of: ClientOf, settings: SandboxSettings) -> None:
        super().__init__(supported_integration_patterns=_PATTERNS)
        self._client_of = client_of
        self._settings = settings

    def _client(self) -> Value:
        return self._client_of(self.resource.service_name)

    def _get_supported_parameters(self) -> set[str]:
        """Refuse an unknown action; the empty set lets every parameter through to where unknown ones are refused."""
        method_name(self._client(), self.resource.api_action)
        return set()

    def _eval_service_task(
        self,
        env: Value,
        resource_runtime_part: Value,  # noqa: ARG002 - moto's form
        normalised_parameters: Record,
        state_credentials: Value,  # noqa: ARG002 - moto's form
    ) -> None:
        client = self._client()
        answer = getattr(client, method_name(client, self.resource.api_action))(**normalised_parameters)
        answer.pop("ResponseMetadata", None)
        env.stack.append(answer)

    def _build_sync_resolver(
        self,
        env: Value,
        resource_runtime_part: Value,  # noqa: ARG002 - moto's form
        normalised_parameters: Record,
        state_credentials: Value,  # noqa: ARG002 - moto's form
    ) -> Callable[[], Record | None]:
        answer = env.stack.pop()
        watched = _WATCHED[self.resource.service_name].get(self.resource.api_action.lower())
        if watched is None:
            raise RuntimeError(f"{self.resource.resource_arn} has no .sync form")
        client = self._client()

        def look() -> Record | None:
            description = getattr(client, watched.describe)(**watched.key(normalised_parameters, answer))
            description.pop("ResponseMetadata", None)
            result = watched.root(description)
            status = self._status(watched, result, normalised_parameters)
            if status in watched.bad:
                raise FailureEventException(self._failed_job(env, with_plain_times({**result, watched.status: status})))
            return self._told(result) if status in watched.good else None

        return look

    def _status(self, watched: Watched, result: Record, parameters: Record) -> str:
        names = [str(value) for name, value in parameters.items() if name.endswith("JobName")]
        if any(failing in name for failing in self._settings.failing for name in names):
            return "Failed"
        flat = result.get("Build", result)
        return str(flat[watched.status])

    def _told(self, result: Record) -> Record:
        told: Record = with_plain_times(result)
        if "Build" in told:
            told["Build"] = {name[:1].upper() + name[1:]: value for name, value in told["Build"].items()}
        return told

    def _failed_job(self, env: Value, result: Record) -> Value:
        name = StatesErrorName(typ=StatesErrorNameType.StatesTaskFailed)
        return self._failure(env, name, StatesErrorNameType.StatesTaskFailed.to_name(), to_json_str(result))

    def _from_error(self, env: Value, ex: Exception) -> Value:
        if not isinstance(ex, ClientError):
            return super()._from_error(env=env, ex=ex)
        code = str(ex.response["Error"]["Code"])
        prefix = _ERROR_PREFIXES[self.resource.service_name]
        modelled = code.startswith(_MODELLED_ERRORS) or prefix != "SageMaker"
        stem = code.removesuffix("Exception") if modelled else "AmazonSageMaker"
        error = f"{prefix}.{stem}Exception"
        return self._failure(env, CustomErrorName(error), error, str(ex.response["Error"]["Message"]))

    def _failure(self, env: Value, name: Value, error: str, cause: str) -> Value:
        failed = TaskFailedEventDetails(
            error=error, cause=cause, resource=self._get_sfn_resource(), resourceType=self._get_sfn_resource_type()
        )
        details: Value = {"taskFailedEventDetails": failed}
        return FailureEvent(
            env=env,
            error_name=name,
            event_type=HistoryEventType.TaskFailed,
            event_details=details,
        )


class ClusterTask(StateTaskServiceCallback):
    """Answer a task on a Kubernetes cluster as if the cluster had done it; there is none."""

    def __init__(self) -> None:
        super().__init__(supported_integration_patterns=_PATTERNS)

    def _get_supported_parameters(self) -> set[str]:
        return {"ClusterName", "CertificateAuthority", "Endpoint", "Job", "LogOptions", "Method", "Path", "RequestBody",
                "QueryParameters", "Namespace"}  # fmt: skip

    def _normalise_parameters(self, parameters: Record, *_names: str | None) -> None:
        """Leave the parameters: they are no AWS API's."""

    def _normalise_response(self, response: Value, *_names: str | None) -> None:
        """Leave the response: it is no AWS API's."""

    def _eval_service_task(
        self,
        env: Value,
        resource_runtime_part: Value,  # noqa: ARG002 - moto's form
        normalised_parameters: Record,
        state_credentials: Value,  # noqa: ARG002 - moto's form
    ) -> None:
        body = normalised_parameters.get("RequestBody") or normalised_parameters.get("Job") or {}
        env.stack.append({"StatusCode": 200, "ResponseBody": body})

    def _build_sync_resolver(
        self,
        env: Value,
        resource_runtime_part: Value,  # noqa: ARG002 - moto's form
        normalised_parameters: Record,  # noqa: ARG002 - moto's form
        state_credentials: Value,  # noqa: ARG002 - moto's form
    ) -> Callable[[], Record]:
        answer: Record = env.stack.pop()
        return lambda: answer
