"""Clients that answer from a script, with requests and answers checked against AWS's own models."""

from collections.abc import Mapping
from typing import Any

import boto3
from botocore.stub import Stubber


def client(service: str) -> Any:  # noqa: ANN401 - boto3 makes its clients at run time
    """Return a client that cannot reach any account."""
    return boto3.client(service, region_name="us-east-1", aws_access_key_id="none", aws_secret_access_key="none")


def answering(of: Any, *answers: tuple[str, Mapping[str, object], Mapping[str, object]]) -> Stubber:  # noqa: ANN401 - see above
    """Let a client answer these operations, in this order, when they are asked with these requests."""
    stubber = Stubber(of)
    for operation, request, answer in answers:
        stubber.add_response(operation, dict(answer), dict(request))
    stubber.activate()
    return stubber


def refusing(of: Any, operation: str, code: str, message: str, status: int = 400) -> Stubber:  # noqa: ANN401 - see above
    """Let a client refuse the next operation."""
    stubber = Stubber(of)
    stubber.add_client_error(operation, code, message, status, response_meta={"RequestId": "r-1"})
    stubber.activate()
    return stubber
