"""boto3 clients of the sandbox on itself: its own parts use the same public APIs as everybody else."""

import threading
from collections.abc import Callable
from typing import TypeAlias

import boto3
from botocore.config import Config

from designer.sandbox.address import SandboxAddress
from designer.sandbox.documents import Value

# Gives the client of an AWS service. boto3 makes its clients at run time, so they have no static type.
ClientOf: TypeAlias = Callable[[str], Value]


def clients_of(address: SandboxAddress, *, check_parameters: bool = True) -> ClientOf:
    """Return a function that gives the client of a service, made once and shared between threads."""
    made: dict[str, Value] = {}
    lock = threading.Lock()
    session = boto3.session.Session(
        aws_access_key_id=address.access_key_id,
        aws_secret_access_key=address.secret_access_key,
        region_name=address.region,
    )
    config = Config(
        retries={"total_max_attempts": 1},
        s3={"addressing_style": "path"},
        parameter_validation=check_parameters,
        max_pool_connections=50,
    )

    def client_of(service: str) -> Value:
        with lock:
            if service not in made:
                made[service] = session.client(service, endpoint_url=address.endpoint_url, config=config)
            return made[service]

    return client_of
