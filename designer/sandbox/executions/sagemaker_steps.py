"""Doing one step of a SageMaker pipeline."""

import json
from collections.abc import Callable, Mapping
from typing import TypeAlias
from uuid import uuid4

from botocore.exceptions import BotoCoreError, ClientError

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record, Value
from designer.sandbox.executions.sagemaker_jobs import JOB_CALLS, run_endpoint, run_job, run_register_model
from designer.sandbox.executions.sagemaker_model import Execution, StepRun
from designer.sandbox.executions.sagemaker_values import ValueMissing, Values, property_file_paths
from designer.sandbox.metrics import FILE_NAME, evaluation, evaluation_outputs, get_json, put_json, with_paths
from designer.sandbox.settings import SandboxSettings
from designer.sandbox.stacks.failures import reason_of

_POLL_SECONDS = 0.05
Done: TypeAlias = tuple[Record, Record]


class StepFailed(Exception):
    """Say why a step failed; `result` and `metadata` are what is known of it."""

    def __init__(self, reason: str, metadata: Record | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.metadata = metadata or {}


class Steps:
    """Do the steps of one execution."""

    def __init__(self, execution: Execution, client_of: ClientOf, settings: SandboxSettings) -> None:
        self._execution = execution
        self._client_of = client_of
        self._settings = settings
        self.values = Values(execution, lambda uri: get_json(client_of, uri))
        self._special: Mapping[str, Callable[[Record, Record, StepRun], Done]] = {
            "Condition": self._condition,
            "Fail": self._fail,
            "Lambda": self._lambda,
            "Callback": self._callback,
            "RegisterModel": lambda _step, arguments, _run: run_register_model(client_of, arguments),
            "Endpoint": lambda step, arguments, _run: run_endpoint(
                client_of, step["Name"], execution.execution_id, arguments
            ),
        }

    def do(self, step: Record, run: StepRun, values: Values) -> None:
        """Do a step and note its result; raise StepFailed where it fails."""
        if step["Name"] in self._settings.failing:
            raise StepFailed("ClientError: the sandbox was told to let this step fail.")
        try:
            # A condition resolves its own arguments: of two branches only one may ever have values.
            arguments = {} if step["Type"] == "Condition" else values.resolve(step.get("Arguments", {}))
            run.result, run.metadata = self._done(step, arguments, run)
        except ClientError as error:
            raise StepFailed(f"ClientError: {reason_of(error)}") from error
        except (ValueMissing, BotoCoreError, KeyError, TypeError, ValueError) as error:
            raise StepFailed(f"ClientError: {error}") from error

    def _done(self, step: Record, arguments: Record, run: StepRun) -> Done:
        kind = step["Type"]
        special = self._special.get(kind)
        if special is not None:
            return special(step, arguments, run)
        if kind not in JOB_CALLS:
            return arguments, {}  # on AWS such a step would do its work here; the sandbox has nothing to do it with
        result, metadata = run_job(self._client_of, kind, step["Name"], self._execution.execution_id, arguments)
        if kind == "Processing":
            result["PropertyFiles"] = self._write_figures(step, arguments)
        return result, metadata

    def _write_figures(self, step: Record, arguments: Record) -> Record:
        """Write the files that the step's property files name; return their places by property file."""
        outputs = {
            output["OutputName"]: output.get("S3Output", {}).get("S3Uri", "")
            for output in arguments.get("ProcessingOutputConfig", {}).get("Outputs", [])
        }
        read = property_file_paths(self._execution.definition)
        places: Record = {}
        document = evaluation(self._settings)
        for declared in step.get("PropertyFiles", []):
            uri = f"{outputs.get(declared['OutputName'], '').rstrip('/')}/{declared['FilePath']}"
            paths = read.get(f"Steps.{step['Name']}.PropertyFiles.{declared['PropertyFileName']}", [])
            put_json(self._client_of, uri, with_paths(document, paths, self._settings))
            places[declared["PropertyFileName"]] = uri
        taken = set(places.values())
        for _name, place in evaluation_outputs(arguments):
            uri = f"{place.rstrip('/')}/{FILE_NAME}"
            if uri not in taken:
                put_json(self._client_of, uri, document)
        return places

    def _condition(self, step: Record, _arguments: Record, _run: StepRun) -> Done:
        holds = all(self.values.condition(condition) for condition in step["Arguments"]["Conditions"])
        return {"Outcome": str(holds)}, {"Condition": {"Outcome": str(holds)}}

    def _fail(self, _step: Record, arguments: Record, _run: StepRun) -> Done:
        message = str(arguments.get("ErrorMessage", ""))
        raise StepFailed(message, {"Fail": {"ErrorMessage": message}})

    def _lambda(self, step: Record, arguments: Record, _run: StepRun) -> Done:
        arn = str(self.values.resolve(step["FunctionArn"]))
        answer = self._client_of("lambda").invoke(FunctionName=arn, Payload=json.dumps(arguments).encode())
        payload: Value = json.loads(answer["Payload"].read())
        if "FunctionError" in answer:
            raise StepFailed(f"ClientError: Lambda function failed: {json.dumps(payload)}", {"Lambda": {"Arn": arn}})
        outputs = _outputs(step, payload)
        shown = [{"Name": name, "Value": str(value)} for name, value in outputs.items()]
        return {"OutputParameters": outputs}, {"Lambda": {"Arn": arn, "OutputParameters": shown}}

    def _callback(self, step: Record, arguments: Record, _run: StepRun) -> Done:
        token, url = uuid4().hex, str(self.values.resolve(step["SqsQueueUrl"]))
        message = {
            "token": token,
            "pipelineExecutionArn": self._execution.arn,
            "arguments": arguments,
            "status": "Executing",
        }
        self._client_of("sqs").send_message(QueueUrl=url, MessageBody=json.dumps(message))
        names = [item["OutputName"] for item in step.get("OutputParameters", [])]
        answer = self._awaited(token, names)
        if "failure" in answer:
            raise StepFailed(answer["failure"])
        outputs = answer["outputs"]
        shown = [{"Name": name, "Value": str(value)} for name, value in outputs.items()]
        metadata = {"Callback": {"CallbackToken": token, "SqsQueueUrl": url, "OutputParameters": shown}}
        return {"OutputParameters": outputs}, metadata

    def _awaited(self, token: str, names: list[str]) -> Record:
        self._execution.tokens[token] = ""
        while not self._execution.tokens[token]:
            if self._settings.auto_approve:
                return {"outputs": {name: self._settings.variable(name) for name in names}}
            if self._execution.stop.wait(_POLL_SECONDS):
                raise StepFailed("The execution was stopped.")
        answer: Record = json.loads(self._execution.tokens[token])
        return answer


def _outputs(step: Record, payload: Value) -> Record:
    names = [item["OutputName"] for item in step.get("OutputParameters", [])]
    missing = [name for name in names if not isinstance(payload, dict) or name not in payload]
    if missing:
        raise StepFailed(f"ClientError: the function's answer lacks the output parameters {', '.join(missing)}.")
    return {name: payload[name] for name in names}
