"""Tell from an HTTP request which AWS operation it calls."""

import re
from dataclasses import dataclass
from types import MappingProxyType

from designer.sandbox.documents import Record
from designer.sandbox.wire.protocols import CBOR, JSON, QUERY, Protocol

_SERVICES = MappingProxyType(
    {
        "SageMaker": "sagemaker",
        "CodePipeline_20150709": "codepipeline",
        "CodeBuild_20161006": "codebuild",
        "CodeConnections_20231201": "codeconnections",
        "CodeStar_connections_20191201": "codeconnections",
    }
)
_RPC_PATH = re.compile(r"^/service/(?:.*\.)?(?P<target>[^/.]+)/operation/(?P<operation>[A-Za-z]+)/?$")
_INVOKE_PATH = re.compile(r"^/2015-03-31/functions/(?P<function>[^/]+)/invocations/?$")
_ACTION = re.compile(rb"(?:^|&)Action=([A-Za-z]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Name the operation that a request calls and the protocol it is written in."""

    service: str
    operation: str
    protocol: Protocol


def recognise(environ: Record, body: bytes) -> Called | None:
    """Return the called operation, or None where it is none that the sandbox may answer itself."""
    path = str(environ.get("PATH_INFO", ""))
    rpc = _RPC_PATH.match(path)
    if rpc is not None:
        return _called(rpc["target"], rpc["operation"], CBOR)
    prefix, dot, operation = str(environ.get("HTTP_X_AMZ_TARGET", "")).rpartition(".")
    if dot:
        return _called(prefix.rpartition(".")[2], operation, JSON)
    action = _ACTION.search(body) if "/cloudformation/aws4_request" in _authorization(environ) else None
    if action is not None:
        return Called(service="cloudformation", operation=action[1].decode(), protocol=QUERY)
    return None


def invoked_function(environ: Record) -> str | None:
    """Return the name or ARN of the Lambda function that a request invokes, or None."""
    if environ.get("REQUEST_METHOD") != "POST":
        return None
    match = _INVOKE_PATH.match(str(environ.get("PATH_INFO", "")))
    return match["function"] if match is not None else None


def _called(target: str, operation: str, protocol: Protocol) -> Called | None:
    service = _SERVICES.get(target)
    if service is None:
        return None
    return Called(service=service, operation=operation, protocol=protocol)


def _authorization(environ: Record) -> str:
    return str(environ.get("HTTP_AUTHORIZATION", ""))
