"""Runs exported SDK source with the SageMaker SDK, without network, credentials or telemetry.

Started by sdk.py with the Python of .judges/sdk, where nothing of this project is installed. A question is a JSON line
`{"source": ..., "folder": ...}`; the answer holds `definition` (JSON text) or `error`.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import traceback
from pathlib import Path

ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "SAGEMAKER_VALIDATE_ROLE": "false",
    "SAGEMAKER_ADMIN_CONFIG_OVERRIDE": os.devnull,
    "SAGEMAKER_USER_CONFIG_OVERRIDE": os.devnull,
}
DEFAULT_BUCKET = "sagemaker-us-east-1-111122223333"


class NetworkRefused(RuntimeError):
    """The source tried to reach the network while composing."""


class NoLocalClient:
    """Stands in for a client that every ProcessingStep builds only to read the names of two methods."""

    def create_processing_job(self) -> None: ...

    def create_transform_job(self) -> None: ...


def refuse_network() -> None:
    """Make every connection fail at once, whoever asks for it."""

    def refuse(_socket: socket.socket, address: object) -> None:
        message = f"Composing must not need the network, but it asked for {address}."
        raise NetworkRefused(message)

    socket.socket.connect = refuse  # type: ignore[assignment, method-assign]
    socket.socket.connect_ex = refuse  # type: ignore[assignment, method-assign]


def quieten_sdk() -> None:
    """Replace what the SDK does besides composing: telemetry, uploads, look-ups of the account."""
    from sagemaker.core.helper.session_helper import Session
    from sagemaker.core.telemetry import telemetry_logging
    from sagemaker.mlops.workflow import steps

    def upload(_session: object, path: str, bucket: str | None = None, key_prefix: str = "data", **_: object) -> str:
        return f"s3://{bucket or DEFAULT_BUCKET}/{key_prefix}/{Path(path).name}"

    def upload_text(_session: object, _body: str, desired_s3_uri: str, *_: object, **__: object) -> str:
        return desired_s3_uri

    telemetry_logging._send_telemetry_request = lambda *_, **__: None
    steps.LocalSagemakerClient = NoLocalClient
    Session.default_bucket = lambda _session: DEFAULT_BUCKET
    Session.account_id = lambda _session: "111122223333"
    Session.upload_data = upload
    Session.upload_string_as_file_body = upload_text


def pipeline_session() -> object:
    """Return a session of the kind that composes instead of starting jobs."""
    import boto3
    from sagemaker.core.workflow.pipeline_context import PipelineSession

    return PipelineSession(boto_session=boto3.Session(region_name="us-east-1"), default_bucket=DEFAULT_BUCKET)


def definition_of(source: str, folder: str) -> str:
    """Run the source and return the definition of the pipeline that it offers.

    It offers one as `build(session)`, as `pipeline()` or as the module's variable `pipeline`.
    """
    file = str(Path(folder, "pipeline.py"))
    names: dict[str, object] = {"__name__": "exported_pipeline", "__file__": file}
    sys.path.insert(0, folder)
    os.chdir(folder)
    try:
        exec(compile(source, file, "exec"), names)  # noqa: S102 - running the exported source is the judgement
        if "build" in names:
            return str(names["build"](pipeline_session()).definition())  # type: ignore[operator]
        offered = names["pipeline"]
        pipeline = offered if hasattr(offered, "definition") else offered()  # type: ignore[operator]
        return str(pipeline.definition())
    finally:
        sys.path.remove(folder)


def answer(question: dict[str, str]) -> dict[str, str]:
    """Return the definition, or the traceback: what is wrong with the source is for the test to tell."""
    try:
        return {"definition": definition_of(question["source"], question["folder"])}
    except BaseException:  # noqa: BLE001 - a source may raise anything, SystemExit too
        return {"error": traceback.format_exc()}


def main() -> None:
    """Answer until the questions end. The SDK logs to stdout, so answers have a descriptor of their own."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)
        os.environ.update(ENVIRONMENT)
        refuse_network()
        quieten_sdk()
        for line in sys.stdin:
            answers.write(json.dumps(answer(json.loads(line))) + "\n")
            answers.flush()


if __name__ == "__main__":
    main()
