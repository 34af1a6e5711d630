"""One sandbox for all contract tests, its clients, and shorthand for waiting and for what the account needs first."""

import io
import json
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator

import boto3
import pytest

from designer.sandbox.address import SandboxAddress
from designer.sandbox.documents import Record, Value
from designer.sandbox.process import running_sandbox

Clients = Callable[[str], Value]
_TIMEOUT_SECONDS = 20.0


def control(address: SandboxAddress, path: str, content: Record | None = None) -> Record:
    """Ask the sandbox about itself, or tell it something."""
    data = None if content is None else json.dumps(content).encode()
    with urllib.request.urlopen(f"{address.endpoint_url}/sandbox/{path}", data) as answer:  # noqa: S310 - our own address
        shown: Record = json.load(answer)
    return shown


@pytest.fixture(scope="session")
def sandbox() -> Iterator[SandboxAddress]:
    with running_sandbox() as address:
        control(address, "settings", {"step_seconds": 0.05})
        yield address


@pytest.fixture(scope="session")
def client_of(sandbox: SandboxAddress) -> Clients:
    made: dict[str, Value] = {}

    def client_of(service: str) -> Value:
        if service not in made:
            made[service] = boto3.client(
                service,
                endpoint_url=sandbox.endpoint_url,
                region_name=sandbox.region,
                aws_access_key_id=sandbox.access_key_id,
                aws_secret_access_key=sandbox.secret_access_key,
            )
        return made[service]

    return client_of


@pytest.fixture
def steer(sandbox: SandboxAddress) -> Iterator[Callable[..., Record]]:
    """Change the sandbox's settings for one test."""
    before = control(sandbox, "settings")

    def steer(**settings: Value) -> Record:
        return control(sandbox, "settings", settings)

    yield steer

    control(sandbox, "settings", before)


@pytest.fixture(scope="session")
def role_arn(client_of: Clients) -> str:
    services = ["lambda.amazonaws.com", "states.amazonaws.com", "sagemaker.amazonaws.com", "codepipeline.amazonaws.com"]
    trust = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"Service": services}, "Action": "sts:AssumeRole"}],
    }
    role = client_of("iam").create_role(RoleName="for-everything", AssumeRolePolicyDocument=json.dumps(trust))
    return str(role["Role"]["Arn"])


@pytest.fixture(scope="session")
def function(client_of: Clients, role_arn: str) -> Callable[[str, str], str]:
    """Make a Lambda function from source; return its ARN."""

    def make(name: str, source: str) -> str:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("index.py", source)
        made = client_of("lambda").create_function(
            FunctionName=name,
            Runtime="python3.12",
            Role=role_arn,
            Handler="index.handler",
            Code={"ZipFile": packed.getvalue()},
        )
        return str(made["FunctionArn"])

    return make


def until(look: Callable[[], Value], done: Callable[[Value], bool]) -> Value:
    """Look again and again until what is seen is done; return it."""
    deadline = time.monotonic() + _TIMEOUT_SECONDS
    seen = look()
    while not done(seen):
        assert time.monotonic() < deadline, f"nothing came of it in {_TIMEOUT_SECONDS} seconds: {seen}"
        time.sleep(0.03)
        seen = look()
    return seen
