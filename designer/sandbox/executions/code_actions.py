"""Doing one action of a CodePipeline."""

import json
import time
from collections.abc import Callable, Mapping
from uuid import uuid4

from botocore.exceptions import BotoCoreError, ClientError

from designer.sandbox.address import ACCOUNT_ID
from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record, Value
from designer.sandbox.executions.code_model import ActionFailed, ActionRun, CodeExecution
from designer.sandbox.executions.code_variables import resolve_text
from designer.sandbox.settings import SandboxSettings

_POLL_SECONDS = 0.05
_ANSWER_SECONDS = 3.0
_COMMIT = "0123456789abcdef0123456789abcdef01234567"
_NOT_RUN = "The sandbox does not run this provider; on AWS it would do its work here."


class Actions:
    """Do the actions of executions."""

    def __init__(self, client_of: ClientOf, settings: SandboxSettings) -> None:
        self._client_of = client_of
        self._settings = settings
        self._providers: Mapping[str, Callable[[CodeExecution, ActionRun], None]] = {
            "CodeBuild": self._build,
            "Lambda": self._function,
            "StepFunctions": self._machine,
            "Manual": self._approval,
            "Commands": self._commands,
            "CodePipeline": self._pipeline,
        }

    def do(self, execution: CodeExecution, run: ActionRun) -> None:
        """Do an action; raise ActionFailed where it fails."""
        if run.action["name"] in self._settings.failing:
            raise ActionFailed("The sandbox was told to let this action fail.")
        given = run.action.get("configuration", {})
        run.configuration = {name: resolve_text(execution, str(text)) for name, text in given.items()}
        kind = run.action["actionTypeId"]
        try:
            if kind["category"] == "Source":
                self._source(kind["provider"], run)
            else:
                self._providers.get(kind["provider"], self._other)(execution, run)
        except ClientError as error:
            raise ActionFailed(str(error.response.get("Error", {}).get("Message", error))) from error
        except BotoCoreError as error:
            raise ActionFailed(str(error)) from error

    def _source(self, provider: str, run: ActionRun) -> None:
        settings = run.configuration
        if provider == "S3":
            run.outputs, run.external_id = self._object(settings)
            run.summary = "Amazon S3 version id: " + run.outputs["VersionId"]
            return
        outputs = {
            "ECR": {"RepositoryName": settings.get("RepositoryName", ""),
                    "ImageTag": settings.get("ImageTag", "latest"),
                    "ImageDigest": "sha256:" + _COMMIT, "RegistryId": ACCOUNT_ID, "ImageURI": ""},
        }.get(provider, {
            "CommitId": _COMMIT, "BranchName": settings.get("BranchName", settings.get("Branch", "main")),
            "CommitMessage": "sample commit of the sandbox", "AuthorDate": "2026-01-01T00:00:00Z",
            "FullRepositoryName": settings.get("FullRepositoryId", settings.get("RepositoryName", "")),
            "RepositoryName": settings.get("RepositoryName", ""), "ConnectionArn": settings.get("ConnectionArn", ""),
        })  # fmt: skip
        run.outputs, run.external_id, run.summary = outputs, _COMMIT, "sample revision; the sandbox fetches nothing"

    def _object(self, settings: Mapping[str, str]) -> tuple[dict[str, str], str]:
        bucket, key = settings["S3Bucket"], settings["S3ObjectKey"]
        try:
            found = self._client_of("s3").head_object(Bucket=bucket, Key=key)
        except ClientError as error:
            raise ActionFailed(f"The object with key '{key}' does not exist in the bucket '{bucket}'.") from error
        version = str(found.get("VersionId", "null"))
        tag = str(found["ETag"]).strip('"')
        return {"BucketName": bucket, "ObjectKey": key, "VersionId": version, "ETag": tag}, version

    def _build(self, execution: CodeExecution, run: ActionRun) -> None:
        client = self._client_of("codebuild")
        variables = [
            {"name": item["name"], "value": str(item["value"]), "type": item.get("type", "PLAINTEXT")}
            for item in json.loads(run.configuration.get("EnvironmentVariables", "[]"))
        ]
        build = client.start_build(
            projectName=run.configuration["ProjectName"],
            environmentVariablesOverride=variables,
            **_build_source(execution, run),
        )["build"]
        run.external_id = build["id"]
        while build["buildStatus"] == "IN_PROGRESS":
            self._pause(execution)
            build = client.batch_get_builds(ids=[build["id"]])["builds"][0]
        if build["buildStatus"] != "SUCCEEDED":
            raise ActionFailed(f"Build terminated with state: {build['buildStatus']}")
        run.outputs = {item["name"]: item["value"] for item in build.get("exportedEnvironmentVariables", [])}

    def _function(self, _execution: CodeExecution, run: ActionRun) -> None:
        event = {"CodePipeline.job": {"id": run.run_id, "accountId": ACCOUNT_ID, "data": _job_data(run)}}
        client = self._client_of("lambda")
        answer = client.invoke(FunctionName=run.configuration["FunctionName"], Payload=json.dumps(event).encode())
        payload = answer["Payload"].read().decode()
        if "FunctionError" in answer:
            raise ActionFailed(f"The AWS Lambda function {run.configuration['FunctionName']} failed: {payload}")
        if not run.answered.wait(_ANSWER_SECONDS):
            raise ActionFailed(
                f"The function {run.configuration['FunctionName']} ended without calling PutJobSuccessResult or "
                "PutJobFailureResult. On AWS the action would wait for that until it times out."
            )
        if "failure" in run.answer:
            raise ActionFailed(str(run.answer["failure"]))
        run.outputs = {name: str(value) for name, value in run.answer.get("outputs", {}).items()}

    def _machine(self, execution: CodeExecution, run: ActionRun) -> None:
        client, settings = self._client_of("stepfunctions"), run.configuration
        prefix = settings.get("ExecutionNamePrefix", "codepipeline")
        started = client.start_execution(
            stateMachineArn=settings["StateMachineArn"],
            name=f"{prefix}-{uuid4().hex[:12]}",
            input=settings.get("Input", "{}") if settings.get("InputType", "Literal") == "Literal" else "{}",
        )
        run.external_id = started["executionArn"]
        described: Value = client.describe_execution(executionArn=run.external_id)
        while described["status"] == "RUNNING":
            self._pause(execution)
            described = client.describe_execution(executionArn=run.external_id)
        if described["status"] != "SUCCEEDED":
            raise ActionFailed(f"The state machine execution {described['status']}: {described.get('cause', '')}")
        run.outputs = {"StateMachineArn": settings["StateMachineArn"], "ExecutionArn": run.external_id}

    def _approval(self, execution: CodeExecution, run: ActionRun) -> None:
        run.token = str(uuid4())
        try:
            while not run.answered.is_set():
                if self._settings.auto_approve:
                    run.answer = {"status": "Approved", "summary": "approved by the sandbox's settings"}
                    break
                self._pause(execution)
        finally:
            run.token = ""
        run.summary = str(run.answer.get("summary", ""))
        if run.answer.get("status") != "Approved":
            raise ActionFailed(f"Rejected by approver: {run.summary}")

    def _commands(self, _execution: CodeExecution, run: ActionRun) -> None:
        run.outputs = {name: self._settings.variable(name) for name in run.action.get("outputVariables", [])}
        run.summary = _NOT_RUN

    def _pipeline(self, _execution: CodeExecution, run: ActionRun) -> None:
        client = self._client_of("codepipeline")
        run.external_id = client.start_pipeline_execution(name=run.configuration["PipelineName"])["pipelineExecutionId"]

    def _other(self, _execution: CodeExecution, run: ActionRun) -> None:
        time.sleep(self._settings.step_seconds)
        run.summary = _NOT_RUN

    def _pause(self, execution: CodeExecution) -> None:
        if execution.stop.wait(_POLL_SECONDS):
            raise ActionFailed("The execution was stopped.")


def _build_source(execution: CodeExecution, run: ActionRun) -> Record:
    """Return where a build finds its first input artifact, if a source action has fetched it from S3."""
    wanted = next((item["name"] for item in run.action.get("inputArtifacts", [])), "")
    for source in execution.actions:
        made = {item["name"] for item in source.action.get("outputArtifacts", [])}
        if wanted in made and "ObjectKey" in source.outputs:
            place = f"{source.outputs['BucketName']}/{source.outputs['ObjectKey']}"
            return {"sourceTypeOverride": "S3", "sourceLocationOverride": place}
    return {}


def _job_data(run: ActionRun) -> Record:
    return {
        "actionConfiguration": {"configuration": run.configuration},
        "inputArtifacts": [{"name": item["name"]} for item in run.action.get("inputArtifacts", [])],
        "outputArtifacts": [{"name": item["name"]} for item in run.action.get("outputArtifacts", [])],
    }
